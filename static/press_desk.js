// The press desk by keyboard. Every page works without this: it moves focus, presses the page's own buttons,
// and answers the four tests at one press. No key signs or returns anything. static/single_keys.js hears the keys.

function onKey(keys) {
  document.addEventListener("single-key", (pressed) => {
    if (!Object.hasOwn(keys, pressed.detail)) return;
    pressed.preventDefault();
    keys[pressed.detail]();
  });
}

const list = document.querySelector("[data-keys=list]");
if (list) {
  const links = [...list.querySelectorAll("tbody tr")].map((row) => row.querySelector("a"));
  const step = (by) => {
    const place = links.findIndex((link) => link.closest("tr").contains(document.activeElement));
    links[Math.min(Math.max(place + by, 0), links.length - 1)].focus();
  };
  const claim = () => document.activeElement.closest("tr")?.querySelector("button[value=claim]")?.click();
  onKey({ j: () => step(1), k: () => step(-1), c: claim });
}

const signing = document.querySelector("[data-keys=sign]");
if (signing) {
  const all = signing.querySelector("[data-answer-all]");
  const answer = () => {
    for (const box of signing.querySelectorAll(".tests input[value=yes]")) box.checked = true;
    signing.querySelector("button[value=sign]").focus();
  };
  all.hidden = false;
  all.addEventListener("click", answer);
  onKey({ y: answer });
}
