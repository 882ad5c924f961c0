// Blocks are written in a dialog beside the text, and put where the caret stands, so that undo takes them out.
// Without this each button saves the draft and goes to a page with the same form.
const row = document.querySelector("[data-blocks]");
const text = document.querySelector("#id_source");

function start() {
  const dialog = document.createElement("dialog");
  dialog.className = "block-dialog";
  dialog.setAttribute("aria-labelledby", "block-title");
  document.body.append(dialog);
  row.querySelector(".blocks__hint").textContent = "Add to your text, where the caret stands. In a table or chart, Table or Chart opens it to change it.";
  row.querySelector(".blocks__hint").setAttribute("role", "status");
  (document.querySelector("markdown-toolbar") ?? text).before(row);

  let changing = null;

  // Typed over nothing, so that the browser can undo it and others hear `input`.
  function type(words, at) {
    text.focus();
    text.setSelectionRange(at, at);
    if (document.execCommand("insertText", false, words)) return;
    text.setRangeText(words, at, at, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // A block stands between blank lines, below the line of the caret.
  function place(words, at) {
    const end = text.value.indexOf("\n", at);
    const here = end < 0 ? text.value.length : end;
    const before = text.value.slice(0, here);
    const after = text.value.slice(here);
    const gap = !before.trim() || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
    const next = !after.trim() ? "\n" : after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
    type(gap + words + next, here);
  }

  // The table or chart that the caret stands in: from which character to which, or nothing.
  function written(kind) {
    const lines = text.value.split("\n");
    let at = text.value.slice(0, text.selectionEnd).split("\n").length - 1;
    let end = at;
    const isRow = (line) => line !== undefined && line.trim().startsWith("|");
    if (kind === "table") {
      if (!isRow(lines[at])) return null;
      while (isRow(lines[at - 1])) at -= 1;
      while (isRow(lines[end + 1])) end += 1;
    } else {
      const isMark = (line) => line.trim().startsWith(":::");
      if (isMark(lines[at]) && /^[: ]*(end)?[: ]*$/i.test(lines[at])) at -= 1;
      while (at >= 0 && !isMark(lines[at])) at -= 1;
      if (at < 0 || !/^ *:{3,} *chart\b/i.test(lines[at])) return null;
      end = Math.max(end, at + 1);
      while (end < lines.length && !isMark(lines[end])) end += 1;
      if (end === lines.length) return null;
    }
    const start = lines.slice(0, at).join("\n").length + (at ? 1 : 0);
    return { start, words: lines.slice(at, end + 1).join("\n") };
  }

  function put(piece) {
    const caret = text.selectionEnd;
    dialog.close();
    if (changing && text.value.startsWith(changing.words, changing.start)) {
      text.focus();
      text.setSelectionRange(changing.start, changing.start + changing.words.length);
      if (document.execCommand("insertText", false, piece.text)) return;
    }
    if (!piece.mark) {
      place(piece.text, caret);
      return;
    }
    type(piece.mark, caret);
    place(piece.text, text.value.trimEnd().length);
    text.setSelectionRange(caret + piece.mark.length, caret + piece.mark.length);
  }

  // What the answer is about has the focus: a problem, the preview, the new row or column, else the first box.
  const NEWS = {
    row: ".grid__row:last-child .grid__cell",
    column: ".grid__row .grid__cell:last-child",
    fill: ".grid__cell",
    preview: ".as-readers-see-it",
  };

  function show(html, asked) {
    dialog.innerHTML = html;
    if (!dialog.open) dialog.showModal();
    const places = [".govuk-error-summary", NEWS[asked], "form input:not([type=hidden])", "form textarea"];
    const first = places.filter(Boolean).map((place) => dialog.querySelector(place)).find(Boolean);
    if (first) first.focus();
  }

  // An answer of ours is a form, or the block; anything else is a page, which is shown as one.
  async function take(response, otherwise, asked) {
    const type = response.headers.get("Content-Type") || "";
    if (type.startsWith("application/json")) put(await response.json());
    else if (!response.redirected && (response.ok || response.status === 422)) show(await response.text(), asked);
    else otherwise();
  }

  function say(words) {
    const note = document.createElement("p");
    note.className = "govuk-error-message";
    note.setAttribute("role", "alert");
    note.textContent = words;
    dialog.querySelector("form").prepend(note);
  }

  // A table with links in it, say, cannot be changed in the form; then the form is for another one.
  async function change(button) {
    const body = new FormData();
    for (const [name, value] of [["do", "change"], ["in", "dialog"], ["written", changing.words]]) body.append(name, value);
    body.append("csrfmiddlewaretoken", text.form.elements.csrfmiddlewaretoken.value);
    const answer = await fetch(button.dataset.address, { method: "POST", body });
    if (answer.status !== 409) return answer;
    changing = null;
    row.querySelector(".blocks__hint").textContent = await answer.text();
    return fetch(`${button.dataset.address}?in=dialog`);
  }

  for (const button of row.querySelectorAll("button")) {
    button.addEventListener("click", async (event) => {
      if (button.dataset.leave) return;
      event.preventDefault();
      const leave = () => {
        button.dataset.leave = "yes";
        button.click();
      };
      changing = ["table", "chart"].includes(button.value) ? written(button.value) : null;
      try {
        const answer = changing ? await change(button) : await fetch(`${button.dataset.address}?in=dialog`);
        await take(answer, leave);
      } catch {
        leave();
      }
    });
  }

  dialog.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) dialog.close();
  });
  dialog.addEventListener("close", () => {
    dialog.replaceChildren();
    text.focus();
  });
  dialog.addEventListener("submit", async (event) => {
    event.preventDefault();
    const body = new FormData(event.target);
    const asked = event.submitter ? event.submitter.value : "insert";
    body.append("do", asked);
    body.append("whole", text.value);
    const failed = () => say("This could not be sent. Check your connection, and that you are signed in, then try again.");
    try {
      await take(await fetch(event.target.action, { method: "POST", body }), failed, asked);
    } catch {
      failed();
    }
  });
}

if (row && text && window.HTMLDialogElement) start();
