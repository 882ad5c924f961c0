"""Measures how a post of 10,000 words feels to type in: `make typing`.

A fresh demonstration, Chromium with its processor slowed four times, 150 keys in the middle of the text. Told
are the longest handling of a key and the longest task of the page, by the browser's own timings, and, at full
speed, how long the page beside the text takes to show a word.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from policyblogs.demonstration.people import PASSWORD, PEOPLE
from tests.journeys.conftest import CHROMIUM, LARGE, running

SLOWED, KEYS, PAUSE = 4, 150, 60  # times; keys; milliseconds between two
SENTENCE = "We looked at forty sensors on the river and found that most of them had failed in the same week. "
PARTS = [(f"## Part {part}\n\n" if part % 8 == 0 else "") + 4 * SENTENCE for part in range(132)]
AUTHOR = next(person for person in PEOPLE if person.walk and person.roles and person.roles[0][0] == "author")

WATCH = """() => { window.seen = { keys: [], tasks: [] };
  new PerformanceObserver((list) => {
    for (const e of list.getEntries())
      if (/^(key|beforeinput|input)/.test(e.name)) seen.keys.push(e.processingEnd - e.processingStart);
  }).observe({ type: "event", durationThreshold: 16 });
  new PerformanceObserver((list) => { for (const e of list.getEntries()) seen.tasks.push(e.duration); })
    .observe({ type: "longtask" }); }"""
BESIDE = """async () => { const times = []; const box = document.getElementById("id_source");
  const page = document.getElementById("beside-page");
  for (let time = 0; time < 7; time += 1) {
    const word = "w" + Math.random().toString(36).slice(2, 9);
    box.setRangeText(word + " ", 0, 0, "end");
    const began = performance.now();
    box.dispatchEvent(new Event("input", { bubbles: true }));
    while (!page.textContent.includes(word)) await new Promise((done) => setTimeout(done, 5));
    times.push(performance.now() - began);
    await new Promise((done) => setTimeout(done, 900));
  }
  return times.sort((a, b) => a - b)[3]; }"""


def measure(page, site):
    """Return the longest handling of a key, the longest task and the middle of the preview's times, in ms."""
    page.goto(f"{site}/sign-in/")
    page.get_by_label("Email").fill(AUTHOR.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.goto(f"{site}/desk/posts/new/")
    page.get_by_label("Title").fill("Ten thousand words")
    page.get_by_role("button", name="Start writing").click()
    page.locator("#id_source").fill("\n\n".join(PARTS))
    page.wait_for_timeout(3_000)
    page.reload()
    page.wait_for_timeout(2_000)
    processor = page.context.new_cdp_session(page)
    processor.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    page.evaluate(WATCH)
    page.locator("#id_source").evaluate(
        "box => { box.focus(); const at = box.value.indexOf('Part 64'); box.setSelectionRange(at, at); }"
    )
    page.keyboard.type((SENTENCE * 2)[:KEYS], delay=PAUSE)
    page.wait_for_timeout(2_000)
    seen = page.evaluate("seen")
    processor.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    beside = page.evaluate(BESIDE)
    return max(seen["keys"], default=0), max(seen["tasks"], default=0), beside


def main():
    chromium = next(path for path in (f"/usr/bin/{name}" for name in CHROMIUM) if Path(path).exists())
    with (
        tempfile.TemporaryDirectory() as data,
        running(Path(data), "") as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium)
        key, task, beside = measure(browser.new_page(viewport=LARGE), site)
        browser.close()
    words = len(" ".join(PARTS).split())
    print(f"{words:,} words, processor slowed {SLOWED} times: a key is handled in {key:.0f} ms at most;")
    print(f"the longest task of the page takes {f'{task:.0f} ms' if task else 'less than 50 ms'}.")
    print(f"At full speed the page beside the text shows a word after {beside:.0f} ms.")


if __name__ == "__main__":
    sys.exit(main())
