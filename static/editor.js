// The editor: a toolbar, the published page beside the text, a quiet page, and undo that goes back beyond a reload.
// The plain form works without it. The server lays the text out; nothing is rendered here.

const PAUSE = 150; // milliseconds without a key before the preview is made again
const WIDE = matchMedia("(min-width: 64rem)");

const writing = document.getElementById("writing");
const form = document.querySelector("form[data-draft]");
const source = form?.elements.source;
const toolbar = form?.querySelector("markdown-toolbar");
const beside = document.getElementById("beside");
const page = document.getElementById("beside-page");
const state = { timer: 0, asked: null, back: Number(writing?.dataset.version), steps: [], undoing: false };

function start() {
  toolbar.hidden = false;
  toolbar.addEventListener("click", (pressed) => does[pressed.target.closest("[data-does]")?.dataset.does]?.());
  form.addEventListener("keydown", onKey);
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  document.addEventListener("draft-changed", changed);
  document.addEventListener("keydown", (pressed) => pressed.key === "Escape" && isQuiet() && quiet());
  document.addEventListener("fullscreenchange", () => document.fullscreenElement || (isQuiet() && quiet()));
  if (WIDE.matches) preview();
  else toggle(false);
}

// Keys: those of the toolbar's buttons, as their titles say

function onKey(pressed) {
  if (pressed.target !== source) return;
  const held = [(pressed.ctrlKey || pressed.metaKey) && "Control", pressed.altKey && "Alt", pressed.shiftKey && "Shift"];
  const key = pressed.altKey && pressed.code.startsWith("Digit") ? pressed.code.slice(5) : pressed.key.toLowerCase();
  const keys = [...held.filter(Boolean), key].join("+");
  const button = toolbar.querySelector(`[data-keys="${CSS.escape(keys).replace("\\+", "+")}"]`);
  if (!button) return;
  const own = { undo: undoSaved, redo: redoSaved }[button.dataset.does];
  if (own && !stepped()) {
    if (own === undoSaved) setTimeout(undoSavedIf, 0, source.value); // after the browser's own
    return;
  }
  pressed.preventDefault();
  if (own) own();
  else button.click();
}

const does = {
  heading: () => makeHeading("## "),
  subheading: () => makeHeading("### "),
  undo: () => {
    const before = source.value;
    source.focus();
    if (stepped()) undoSaved();
    else {
      document.execCommand("undo");
      undoSavedIf(before);
    }
  },
  redo: () => {
    source.focus();
    if (stepped()) redoSaved();
    else document.execCommand("redo");
  },
  quiet,
  beside: () => toggle(beside.hidden),
};

// Make the line of the caret a heading of this level, or plain again if it is one already.
function makeHeading(mark) {
  const text = source.value;
  const start = text.lastIndexOf("\n", source.selectionStart - 1) + 1;
  const next = text.indexOf("\n", start);
  const end = next < 0 ? text.length : next;
  const line = text.slice(start, end);
  const bare = line.replace(/^#+\s*/, "");
  source.focus();
  source.setSelectionRange(start, end);
  insert(line.startsWith(mark) ? bare : mark + bare);
}

// In a way that the browser can undo.
function insert(words) {
  if (document.execCommand(words ? "insertText" : "delete", false, words)) return;
  source.setRangeText(words, source.selectionStart, source.selectionEnd, "end");
  source.dispatchEvent(new Event("input", { bubbles: true }));
}

// Undo: the browser's own first; when it has nothing left, back through the versions saved before the page opened

// Whether the text is as the last step back left it, so that the next step is ours too.
function stepped() {
  return state.steps.at(-1)?.after === source.value;
}

function undoSavedIf(before) {
  if (source.value === before) undoSaved();
}

async function undoSaved() {
  if (state.undoing) return;
  state.undoing = true;
  const before = source.value;
  let text = before;
  while (state.back > 1 && text.trim() === before.trim()) {
    const found = await earlier(state.back - 1);
    if (found === null) break;
    state.back -= 1;
    text = found;
  }
  state.undoing = false;
  if (source.value !== before || text.trim() === before.trim()) return;
  state.steps.push({ before, after: text });
  putText(text);
}

function redoSaved() {
  const { before } = state.steps.pop();
  state.back += 1;
  putText(before);
}

async function earlier(version) {
  try {
    const answer = await fetch(`${writing.dataset.versions}${version}.json`, { redirect: "manual" });
    return answer.ok ? (await answer.json()).source : null;
  } catch {
    return null;
  }
}

// Only where the texts differ, so that the page does not jump.
function putText(text) {
  const old = source.value;
  const most = Math.min(old.length, text.length);
  let start = 0;
  while (start < most && old[start] === text[start]) start += 1;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === text[text.length - 1 - end]) end += 1;
  source.setRangeText(text.slice(start, text.length - end), start, old.length - end, "end");
  source.dispatchEvent(new Event("input", { bubbles: true }));
}

// The published page beside the text

function changed() {
  clearTimeout(state.timer);
  if (!beside.hidden) state.timer = setTimeout(preview, PAUSE);
}

async function preview() {
  beside.hidden = false;
  state.asked?.abort();
  state.asked = new AbortController();
  const sent = new FormData(form);
  try {
    const how = { method: "POST", body: sent, signal: state.asked.signal, redirect: "manual" };
    const answer = await fetch(writing.dataset.preview, how);
    if (!answer.ok && answer.status !== 422) return;
    const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
    await new Promise((done) => setTimeout(done)); // keys come first
    if (!how.signal.aborted) renew(page, parsed.body);
  } catch {
    // typed on, or no connection: the page beside stays as it is until the next pause
  }
}

// Only what differs is put in, so that a long page is not laid out anew for each word.
function renew(old, fresh) {
  const [was, is] = [[...old.childNodes], [...fresh.childNodes]];
  const most = Math.min(was.length, is.length);
  let start = 0;
  while (start < most && was[start].isEqualNode(is[start])) start += 1;
  let end = 0;
  while (end < most - start && was[was.length - 1 - end].isEqualNode(is[is.length - 1 - end])) end += 1;
  const gone = was.slice(start, was.length - end);
  const come = is.slice(start, is.length - end);
  const pairs = gone.length === come.length && gone.every((node, at) => isHolder(node) && node.nodeName === come[at].nodeName);
  if (pairs) gone.forEach((node, at) => renew(node, come[at]));
  else {
    for (const node of gone) node.remove();
    old.insertBefore(fragment(come), old.childNodes[start] ?? null);
  }
}

function isHolder(node) {
  return node.nodeType === Node.ELEMENT_NODE && node.matches(".article, .post-header") && node.childNodes.length > 1;
}

function fragment(nodes) {
  const made = document.createDocumentFragment();
  made.append(...nodes);
  return made;
}

function toggle(shown) {
  beside.hidden = !shown;
  writing.classList.toggle("writing--alone", !shown);
  toolbar.querySelector("[data-does=beside]").setAttribute("aria-pressed", String(shown));
  if (shown) preview();
}

// A quiet page: the text and nothing else, on the whole screen where the browser lets it

function isQuiet() {
  return document.body.classList.contains("quiet");
}

function quiet() {
  const on = document.body.classList.toggle("quiet");
  toolbar.querySelector("[data-does=quiet]").setAttribute("aria-pressed", String(on));
  if (on) document.documentElement.requestFullscreen?.().catch(() => {});
  else if (document.fullscreenElement) document.exitFullscreen();
  source.focus();
}

if (writing && toolbar && source) start();
