// Blocks are written in a dialog beside the text, and put where the caret stands, so that undo takes them out.
// Without this each button saves the draft and goes to a page with the same form.
const row = document.querySelector("[data-blocks]");
const text = document.querySelector("#id_source");

function start() {
  const dialog = document.createElement("dialog");
  dialog.className = "block-dialog";
  dialog.setAttribute("aria-labelledby", "block-title");
  document.body.append(dialog);
  row.querySelector(".blocks__hint").textContent = "Add to your text, where the caret stands.";
  text.before(row);

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

  function put(piece) {
    const caret = text.selectionEnd;
    dialog.close();
    if (!piece.mark) {
      place(piece.text, caret);
      return;
    }
    type(piece.mark, caret);
    place(piece.text, text.value.trimEnd().length);
    text.setSelectionRange(caret + piece.mark.length, caret + piece.mark.length);
  }

  function show(html) {
    dialog.innerHTML = html;
    if (!dialog.open) dialog.showModal();
    const first = dialog.querySelector(".govuk-error-summary, form input:not([type=hidden]), form textarea");
    if (first) first.focus();
  }

  // An answer of ours is a form, or the block; anything else is a page, which is shown as one.
  async function take(response, otherwise) {
    const type = response.headers.get("Content-Type") || "";
    if (type.startsWith("application/json")) put(await response.json());
    else if (!response.redirected && (response.ok || response.status === 422)) show(await response.text());
    else otherwise();
  }

  function say(words) {
    const note = document.createElement("p");
    note.className = "govuk-error-message";
    note.setAttribute("role", "alert");
    note.textContent = words;
    dialog.querySelector("form").prepend(note);
  }

  for (const button of row.querySelectorAll("button")) {
    button.addEventListener("click", async (event) => {
      if (button.dataset.leave) return;
      event.preventDefault();
      const leave = () => {
        button.dataset.leave = "yes";
        button.click();
      };
      try {
        await take(await fetch(`${button.dataset.address}?in=dialog`), leave);
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
    body.append("do", event.submitter ? event.submitter.value : "insert");
    body.append("whole", text.value);
    const failed = () => say("This could not be sent. Check your connection, and that you are signed in, then try again.");
    try {
      await take(await fetch(event.target.action, { method: "POST", body }), failed);
    } catch {
      failed();
    }
  });
}

if (row && text && window.HTMLDialogElement) start();
