// A Remark button beside each paragraph of the text, and the paragraph's words in the box for wording.
// Without this the paragraph is chosen from the list in the form.
const form = document.querySelector("[data-remark-form]");
const items = [...document.querySelectorAll("[data-paragraphs] [data-words]")].map((node) => node.textContent);
const blocks = [...document.querySelectorAll(".as-readers-see-it .article > *")];
const START = 40;

// Letters and digits only, so that a paragraph is known again without its notation.
function plain(text) {
  return text.replace(/\]\([^)]*\)/g, "]").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function start() {
  const place = form.elements.paragraph;
  const suggestion = form.elements.suggestion;

  // Wording that somebody has begun to change is theirs, and stays.
  function fill() {
    if (!suggestion || (suggestion.value && !items.includes(suggestion.value))) return;
    suggestion.value = place.value === "" ? "" : items[Number(place.value)];
  }

  function choose(index) {
    place.value = String(index);
    fill();
    form.elements.text.focus();
    form.scrollIntoView({ block: "center" });
  }

  function button(index) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "remark-here link-button";
    made.textContent = "Remark";
    const more = document.createElement("span");
    more.className = "govuk-visually-hidden";
    more.textContent = ` on paragraph ${index + 1}`;
    made.append(more);
    made.addEventListener("click", () => choose(index));
    return made;
  }

  const texts = blocks.map((block) => plain(block.textContent));
  let from = 0;
  for (const [index, words] of items.entries()) {
    const begins = plain(words).slice(0, START);
    const found = texts.findIndex((text, at) => at >= from && text && begins && text.startsWith(begins));
    if (found >= 0) {
      blocks[found].after(button(index));
      from = found + 1;
    }
  }
  place.addEventListener("change", fill);
}

if (form && items.length) start();
