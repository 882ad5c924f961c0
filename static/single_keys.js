// Keys that act at one press, for the scripts of the desk. This hears them, says which there are, and has the
// switch that turns all of them off, on every page (WCAG 2.1.4). What a key does is the page's own script's
// business: it listens to "single-key", and prevents the default of what it has acted on.
const panel = document.querySelector("[data-single-keys]");
const OFF = "policyblogs-single-keys-off";
const NOT_TYPED_IN = "[type=radio], [type=checkbox], [type=button], [type=submit]";
const TYPED_IN = `input:not(${NOT_TYPED_IN}), textarea, select, [contenteditable]`;

function remembered() {
  try {
    return localStorage.getItem(OFF) === "yes";
  } catch {
    return false;
  }
}

function remember(off) {
  try {
    if (off) localStorage.setItem(OFF, "yes");
    else localStorage.removeItem(OFF);
  } catch {
    // Where nothing can be kept, the choice holds for this page.
  }
}

function start() {
  const words = panel.querySelector("[data-keys-said]");
  const toggle = panel.querySelector("[data-keys-switch]");
  let off = remembered();

  function show() {
    words.hidden = off;
    toggle.textContent = off ? "Turn single keys on" : "Turn the keys off";
    for (const button of document.querySelectorAll("[data-key]")) {
      if (off) button.removeAttribute("aria-keyshortcuts");
      else button.setAttribute("aria-keyshortcuts", button.dataset.key);
    }
  }

  document.addEventListener("keydown", (event) => {
    if (off || event.defaultPrevented || event.repeat || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest(TYPED_IN)) return;
    const pressed = new CustomEvent("single-key", { cancelable: true, detail: event.key.toLowerCase() });
    if (!document.dispatchEvent(pressed)) event.preventDefault();
  });
  toggle.addEventListener("click", () => {
    off = !off;
    remember(off);
    show();
  });

  panel.hidden = false;
  show();
}

if (panel) start();
