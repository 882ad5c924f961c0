// The checks beside the text: asked again after a pause, with buttons that show the words, mend or dismiss them.
// The server looks; without this the list is a page of its own.

const PAUSE = 600; // milliseconds without a key before the text is checked again

const checks = document.getElementById("checks");
const form = document.querySelector("form[data-draft]");
const list = document.getElementById("checks-list");
const number = document.getElementById("checks-number");
const state = { timer: 0, asked: null, checked: "" };

function start() {
  checks.hidden = false;
  form.addEventListener("input", later);
  document.addEventListener("draft-changed", later);
  list.addEventListener("click", onClick);
  list.addEventListener("submit", onSubmit);
  ask(checks.dataset.address);
}

function later() {
  clearTimeout(state.timer);
  state.timer = setTimeout(ask, PAUSE, checks.dataset.address);
}

async function ask(address, more = {}) {
  if (list.contains(document.activeElement) && document.activeElement.matches("input") && !more.beside) return later();
  state.asked?.abort();
  state.asked = new AbortController();
  const sent = new FormData();
  for (const [name, value] of Object.entries(more)) sent.set(name, value);
  for (const name of ["title", "summary", "source", "csrfmiddlewaretoken"]) sent.set(name, form.elements[name].value);
  const checked = text();
  try {
    const answer = await fetch(address, { method: "POST", body: sent, signal: state.asked.signal, redirect: "manual" });
    if (answer.ok) show(await answer.text(), checked);
    else number.textContent = "not now";
  } catch {
    // typed on, or no connection: the list stays as it is until the next pause
  }
}

function text() {
  return ["title", "summary", "source"].map((name) => form.elements[name].value).join("\0");
}

function show(html, checked) {
  const fresh = new DOMParser().parseFromString(html, "text/html").body;
  const found = Number(fresh.querySelector("[data-number]").dataset.number);
  const words = found === 0 ? "nothing to look at" : `${found} ${found === 1 ? "thing" : "things"} to look at`;
  if (number.textContent !== words) number.textContent = words;
  list.replaceChildren(...fresh.childNodes);
  state.checked = checked;
}

function onClick(pressed) {
  const button = pressed.target.closest("button[data-start]");
  if (!button) return;
  if (text() !== state.checked) return later(); // the places are of an older text
  const { field, start: from, end, fix } = button.dataset;
  const box = form.elements[field];
  // The server counts whole characters, a browser halves of some.
  const [first, last] = [from, end].map((place) => [...box.value].slice(0, Number(place)).join("").length);
  box.focus();
  box.setSelectionRange(first, last);
  if (fix === undefined) return;
  if (!document.execCommand(fix ? "insertText" : "delete", false, fix)) {
    box.setRangeText(fix, first, last, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function onSubmit(sent) {
  if (!sent.target.matches("[data-dismiss]")) return;
  sent.preventDefault();
  const { digest, reason } = sent.target.elements;
  list.focus();
  ask(sent.target.action, { beside: "on", digest: digest?.value ?? "", reason: reason?.value ?? "" });
}

if (checks && form) start();
