// One key for each decision on a remark. The forms work without this; no key acts while somebody types.
const remarks = [...document.querySelectorAll("[data-remark]")];
const panel = document.querySelector("[data-remark-keys]");
const NAMES = { a: "Accept", d: "Decline" };
const OFF = "policyblogs-remark-keys-off";

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
  const status = panel.querySelector("[data-keys-status]");
  const words = panel.querySelector("[data-keys-said]");
  const toggle = panel.querySelector("[data-keys-switch]");
  let off = remembered();
  let sent = false;

  const current = () => remarks.findIndex((remark) => remark.contains(document.activeElement));

  function show() {
    words.hidden = off;
    toggle.textContent = off ? "Turn single keys on" : "Turn the keys off";
    for (const button of document.querySelectorAll("[data-remark] [data-key]")) {
      if (off) button.removeAttribute("aria-keyshortcuts");
      else button.setAttribute("aria-keyshortcuts", button.dataset.key);
    }
  }

  function go(place) {
    const remark = remarks[Math.max(0, Math.min(place, remarks.length - 1))];
    remark.focus();
    remark.scrollIntoView({ block: "nearest" });
  }

  function decide(key) {
    const remark = remarks[current()];
    if (!remark) {
      status.textContent = "Press J to go to a remark first.";
      return;
    }
    const button = remark.querySelector(`[data-key="${key}"]`);
    if (button) {
      sent = true;
      button.click();
    } else {
      const why = remark.querySelector(".remark__why");
      status.textContent = why ? why.textContent : `${NAMES[key]} is not possible here.`;
    }
  }

  const act = {
    j: () => go(current() + 1),
    k: () => go(current() - 1),
    a: () => decide("a"),
    d: () => decide("d"),
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    const key = event.key.toLowerCase();
    if (off || sent || typing || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.defaultPrevented || !Object.hasOwn(act, key)) return;
    event.preventDefault();
    act[key]();
  });
  window.addEventListener("pageshow", () => { sent = false; });
  toggle.addEventListener("click", () => {
    off = !off;
    remember(off);
    show();
  });

  panel.hidden = false;
  show();
  // After a decision the page comes back at the next remark: go on from there.
  const there = /^#remark-\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
  if (there) there.focus();
}

if (remarks.length && panel) start();
