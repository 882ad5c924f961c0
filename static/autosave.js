// Saves the draft while it is typed, brings in what others save, and keeps the words while that cannot be done.
// The form works without it. What is on the page is never thrown away here: the server joins texts by paragraph.

const PAUSE = 500; // milliseconds without a key before a save
const LONGEST = 900; // milliseconds that typed words wait at most while somebody goes on typing
const SEEN = 10_000; // milliseconds between two words to the server that the page is open
const TRIES = [2_000, 4_000, 8_000, 15_000]; // milliseconds to the next try while the connection is lost
const LONGEST_GOODBYE = 50_000; // bytes of text that a browser sends, with the rest, for a page that is closing

const place = document.getElementById("saving");
const form = document.querySelector("form[data-draft]");
const part = (name) => document.getElementById(`saving-${name}`);

const tab = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const device = `policyblogs-draft-${place?.dataset.post}`;
const state = { edits: 0, saved: 0, first: 0, timer: 0, busy: false, tries: 0, keeping: false, leaving: false };
const unsaved = () => state.edits !== state.saved;

function start() {
  form.addEventListener("input", typed);
  form.addEventListener("change", typed);
  form.addEventListener("submit", () => (state.leaving = true));
  part("choose").addEventListener("click", () => form.requestSubmit());
  part("keep").addEventListener("click", keep);
  addEventListener("online", () => unsaved() && save());
  addEventListener("beforeunload", (leaving) => unsaved() && !state.leaving && leaving.preventDefault());
  addEventListener("pagehide", goodbye);
  addEventListener("pageshow", () => (state.leaving = false));
  document.addEventListener("visibilitychange", () => document.hidden && unsaved() && save());
  setInterval(() => document.hidden || here(), SEEN);
  here();
  offerKept();
}

// Saving

function typed() {
  state.edits += 1;
  state.first ||= Date.now();
  clearTimeout(state.timer);
  state.timer = setTimeout(save, Math.max(0, Math.min(PAUSE, state.first + LONGEST - Date.now())));
  say("status", "");
  if (state.keeping) keep();
}

async function save() {
  clearTimeout(state.timer);
  if (state.busy || state.leaving) return;
  state.busy = true;
  state.first = 0;
  const sent = { edits: state.edits, text: form.elements.source.value };
  const answer = await ask(place.dataset.autosave, body());
  state.busy = false;
  if (answer.ok) saved(answer.json, sent);
  else refused(answer);
}

function saved(json, sent) {
  state.tries = 0;
  if (!bringIn(json, sent)) return later(PAUSE); // typed where others changed: the next save says so
  state.saved = sent.edits;
  standing(json);
  calm();
  if (unsaved()) later(PAUSE);
  else {
    say("status", "Saved.");
    forget();
  }
}

function refused({ status, json }) {
  if (status === 409 || status === 422) {
    const kept = "Your words are kept beside the draft.";
    return trouble(`Not saved: ${json.why} ${kept}`, { choose: json.clash });
  }
  if (status === 403) {
    trouble("You are signed out. Your words are on this page: sign in again in another tab, and they are saved.", { keep: true });
    return setTimeout(tokenAgain, SEEN);
  }
  const why = status ? "The server cannot save just now." : "The connection is lost.";
  trouble(`${why} Keep this page open: your words are saved as soon as that is possible.`, { keep: true });
  later(TRIES[Math.min(state.tries++, TRIES.length - 1)]);
}

function later(wait) {
  clearTimeout(state.timer);
  state.timer = setTimeout(save, wait);
}

async function tokenAgain() {
  const answer = await ask(place.dataset.here);
  if (!answer.ok) return setTimeout(tokenAgain, SEEN);
  for (const input of document.querySelectorAll("[name=csrfmiddlewaretoken]")) input.value = answer.json.token;
  save();
}

function body(more = {}) {
  const sent = new FormData(form); // not encoded here: of a long text that takes too long
  sent.set("tab", tab);
  for (const [name, value] of Object.entries(more)) sent.set(name, value);
  return sent;
}

async function ask(address, sent) {
  try {
    const keepalive = document.hidden && isShort();
    const how = sent ? { method: "POST", body: sent, keepalive } : {};
    const answer = await fetch(address, { ...how, redirect: "manual", signal: AbortSignal.timeout(15_000) });
    const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
    const status = answer.type === "opaqueredirect" ? 403 : answer.status;
    return { ok: answer.ok && isJson, status: isJson || status === 403 ? status : 500, json: isJson ? await answer.json() : {} };
  } catch {
    return { ok: false, status: 0, json: {} };
  }
}

// What others changed

// Put changes of the text that was sent into the text as it is now. False where they meet what was typed since.
function bringIn({ version, changes, fields }, sent) {
  const source = form.elements.source;
  const { text } = sent;
  const now = source.value;
  const [start, end] = alike(text, now);
  const shift = now.length - text.length;
  const moved = changes.map(([from, to, words]) => {
    if (to <= start) return [from, to, words];
    return from >= text.length - end ? [from + shift, to + shift, words] : null;
  });
  if (now !== text && moved.includes(null)) return false;
  for (const [from, to, words] of (now === text ? changes : moved).reverse()) source.setRangeText(words, from, to, "preserve");
  for (const [name, value] of Object.entries(fields)) if (sent.edits === state.edits) put(name, value);
  form.elements.version.value = version;
  if (changes.length) document.dispatchEvent(new CustomEvent("draft-changed"));
  return true;
}

// How many characters two texts have in common at their start, and at their end.
function alike(text, other) {
  const most = Math.min(text.length, other.length);
  let start = 0;
  while (start < most && text[start] === other[start]) start += 1;
  let end = 0;
  while (end < most - start && text[text.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  return [start, end];
}

function put(name, value) {
  const found = form.elements.namedItem(name);
  if (!found) return;
  const boxes = found instanceof RadioNodeList ? [...found] : [found];
  const wanted = [value].flat();
  for (const box of boxes) {
    if (box.type === "checkbox" || box.type === "radio") box.checked = wanted.includes(box.value);
    else box.value = value;
  }
}

async function here() {
  const sent = new URLSearchParams({ tab, version: form.elements.version.value });
  sent.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  const asked = state.edits;
  const answer = await ask(place.dataset.here, sent);
  if (!answer.ok) return;
  const { json } = answer;
  others(json.others);
  if (!json.fields || unsaved() || state.busy || asked !== state.edits) return;
  const { source, ...fields } = json.fields;
  const text = form.elements.source.value;
  const [start, end] = alike(text, source);
  const change = [start, text.length - end, source.slice(start, source.length - end)];
  if (text.trim() !== source) bringIn({ version: json.version, changes: [change], fields }, { edits: asked, text });
  else bringIn({ version: json.version, changes: [], fields }, { edits: asked, text });
  standing(json);
  say("status", json.by === "you" ? "Brought up to date with your other tab." : `${json.by} changed this draft.`);
}

function isShort() {
  return new Blob([form.elements.source.value]).size < LONGEST_GOODBYE;
}

function goodbye() {
  if (unsaved() && !state.leaving && isShort()) navigator.sendBeacon(place.dataset.autosave, body());
  const { version, csrfmiddlewaretoken } = form.elements;
  const sent = { tab, version: version.value, csrfmiddlewaretoken: csrfmiddlewaretoken.value, gone: "on" };
  navigator.sendBeacon(place.dataset.here, new URLSearchParams(sent));
}

// On this device, only if the writer says so

function keep() {
  state.keeping = true;
  const fields = [...body()].filter(([name]) => !["csrfmiddlewaretoken", "tab", "then"].includes(name));
  try {
    localStorage.setItem(device, JSON.stringify({ at: new Date().toISOString(), fields }));
    say("status", "Kept on this device.");
  } catch {
    say("status", "This browser keeps nothing. Copy your words somewhere else.");
  }
}

function kept() {
  try {
    return JSON.parse(localStorage.getItem(device));
  } catch {
    return null;
  }
}

function forget() {
  state.keeping = false;
  if (!kept() || !part("device").hidden) return; // what was kept before waits for its own answer
  localStorage.removeItem(device);
}

function offerKept() {
  const found = kept();
  if (!found) return;
  part("device-when").textContent = new Date(found.at).toLocaleString("en-GB");
  part("device").hidden = false;
  part("device-use").addEventListener("click", () => {
    const values = new Map();
    for (const [name, value] of found.fields) values.set(name, [...(values.get(name) ?? []), value]);
    for (const [name, value] of values) put(name, value.length > 1 ? value : value[0]);
    part("device").hidden = true;
    document.dispatchEvent(new CustomEvent("draft-changed"));
    typed();
  });
  part("device-drop").addEventListener("click", () => {
    part("device").hidden = true;
    localStorage.removeItem(device);
  });
}

// What the page says

function standing({ words, reading, saved: at, others: names }) {
  say("count", `${words} words, ${reading}. Last saved at ${at}.`);
  others(names);
}

function others(names) {
  say("others", names.length ? `Also open here: ${names.join(", ")}.` : "");
}

function trouble(why, { choose = false, keep: mayKeep = false } = {}) {
  say("why", why);
  say("status", "");
  part("choose").hidden = !choose;
  part("keep").hidden = !mayKeep;
  part("trouble").hidden = false;
}

function calm() {
  part("trouble").hidden = true;
}

function say(name, words) {
  if (part(name).textContent !== words) part(name).textContent = words;
}

if (place && form) start();
