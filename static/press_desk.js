// The press desk by keyboard. Every page works without this: it moves focus, presses the page's own buttons,
// and answers the four tests at one press. No key signs or returns anything.

const typing = (target) => target.closest("input:not([type=radio], [type=checkbox]), textarea, select") !== null;

function onKey(keys) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const act = keys[event.key.toLowerCase()];
    if (act) {
      event.preventDefault();
      act();
    }
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
  for (const hint of signing.querySelectorAll("[data-if-script]")) hint.hidden = false;
  all.addEventListener("click", answer);
  onKey({ y: answer });
}
