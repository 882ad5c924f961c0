// Pasting and dropping into the text: words from Word, Outlook, Google Docs and pages come as Markdown, documents
// and pictures are read by the server. If that fails, the plain words are put in, and nothing is lost.

const text = document.getElementById("id_source");
const place = document.getElementById("pasting");
const said = document.getElementById("pasting-said");
const dialog = document.getElementById("picture-dialog");
const DOCUMENT = /\.(docx|odt)$/i;
const PICTURE = /^image\/(jpeg|png|webp)$/;
const RICH = /<(a\s[^>]*href|b|strong|i|em|h[1-6]|li|ul|ol|table|blockquote|pre|p\s[^>]*class=["']?Mso)[\s>]|font-weight|mso-/i;

function start() {
  let plain = false; // with Shift, the writer wants the words as they are
  text.addEventListener("keydown", (pressed) => (plain = pressed.shiftKey && pressed.key.toLowerCase() === "v"));
  text.addEventListener("paste", (pasted) => {
    const files = [...pasted.clipboardData.files];
    const html = pasted.clipboardData.getData("text/html");
    const words = pasted.clipboardData.getData("text/plain");
    if (plain) return void (plain = false);
    if (html && RICH.test(html)) {
      pasted.preventDefault();
      paste(html, words);
    } else if (files.length && !words) {
      pasted.preventDefault();
      take(files);
    }
  });
  text.addEventListener("dragover", (over) => over.dataTransfer.types.includes("Files") && over.preventDefault());
  text.addEventListener("drop", (dropped) => {
    if (!dropped.dataTransfer.files.length) return;
    dropped.preventDefault();
    take([...dropped.dataTransfer.files]);
  });
  dialog.querySelector("[data-cancel]").addEventListener("click", () => dialog.close());
}

async function paste(html, words) {
  const at = mark();
  say("Reading what you pasted.");
  const sent = new FormData();
  sent.append("html", new Blob([html], { type: "text/html" }), "pasted.html");
  const { ok, json } = await send(place.dataset.paste, sent);
  put(ok && json.source ? json.source : words, at);
  say(ok ? `Pasted. ${json.said}` : "Pasted as plain words: the rest could not be read.");
}

async function take(files) {
  for (const file of files) {
    if (DOCUMENT.test(file.name)) await takeDocument(file);
    else if (PICTURE.test(file.type)) await takePicture(file);
    else say(`${file.name} is no document (.docx, .odt) and no picture (JPEG, PNG, WebP).`);
  }
}

async function takeDocument(file) {
  const at = mark();
  say(`Reading ${file.name}.`);
  const sent = new FormData();
  sent.append("document", file);
  sent.append("beside", "on");
  const { ok, json } = await send(place.dataset.document, sent);
  if (!ok) return say(json.why ?? "The document could not be sent. Try again.");
  put(json.source, at);
  const link = json.undescribed ? " Some pictures have no description yet: see “Pictures for this post”." : "";
  return say(`${file.name} is in your text. ${json.said}${link}`);
}

function takePicture(file) {
  const at = mark();
  const form = dialog.querySelector("form");
  const error = dialog.querySelector("[data-error]");
  form.reset();
  error.textContent = "";
  dialog.querySelector("[data-name]").textContent = file.name;
  dialog.showModal();
  return new Promise((done) => {
    dialog.addEventListener("close", () => done(text.focus()), { once: true });
    form.onsubmit = async (sent) => {
      sent.preventDefault();
      const fields = new FormData(form);
      fields.append("picture", file);
      fields.append("beside", "on");
      const { ok, json } = await send(place.dataset.pictures, fields);
      if (!ok) return void (error.textContent = json.why ?? "The picture could not be sent. Try again.");
      dialog.close();
      put(`\n\n${json.markdown}\n\n`, at);
      return say("The picture is in your text.");
    };
  });
}

async function send(address, fields) {
  fields.append("csrfmiddlewaretoken", text.form.elements.csrfmiddlewaretoken.value);
  try {
    const answer = await fetch(address, { method: "POST", body: fields, redirect: "manual" });
    const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
    return { ok: answer.ok && isJson, json: isJson ? await answer.json() : {} };
  } catch {
    return { ok: false, json: {} };
  }
}

// Where the words will go, if the writer does not type on meanwhile.
function mark() {
  return { value: text.value, start: text.selectionStart, end: text.selectionEnd };
}

function put(words, at) {
  text.focus();
  if (text.value === at.value) text.setSelectionRange(at.start, at.end);
  const before = text.value.slice(0, text.selectionStart);
  const isBlock = /\n\n|^(#|[-*] |\d+\. |\||>|!\[)/.test(words.trimStart());
  const gap = !isBlock || !before || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const typed = gap + (before.endsWith("\n\n") || !before ? words.replace(/^\n+/, "") : words.replace(/^\n+/, gap ? "" : "\n\n"));
  if (document.execCommand("insertText", false, typed)) return;
  text.setRangeText(typed, text.selectionStart, text.selectionEnd, "end");
  text.dispatchEvent(new Event("input", { bubbles: true }));
}

function say(words) {
  said.textContent = words.trim();
}

if (text && place) start();
