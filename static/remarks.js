// One key for each decision on a remark. The forms work without this. static/single_keys.js hears the keys.
const remarks = [...document.querySelectorAll("[data-remark]")];
const panel = document.querySelector("[data-single-keys]");
const NAMES = { a: "Accept", d: "Decline" };

function start() {
  const status = panel.querySelector("[data-keys-status]");
  let sent = false;

  const current = () => remarks.findIndex((remark) => remark.contains(document.activeElement));

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

  document.addEventListener("single-key", (pressed) => {
    if (sent || !Object.hasOwn(act, pressed.detail)) return;
    pressed.preventDefault();
    act[pressed.detail]();
  });
  window.addEventListener("pageshow", () => { sent = false; });
  // After a decision the page comes back at the next remark: go on from there.
  const there = /^#remark-\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
  if (there) there.focus();
}

if (remarks.length && panel) start();
