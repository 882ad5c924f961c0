"""Makes the pictures of the README and the docs from a fresh demonstration: `make screenshots`.

Each view is taken on a desktop and on a phone, in light and in dark, into docs/pictures/.
"""

import shutil
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from policyblogs.demonstration.people import PEOPLE
from tests.journeys.conftest import CHROMIUM, LARGE, PHONE, running

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
WINDOWS = {"desktop": LARGE, "phone": PHONE}
SCHEMES = ("light", "dark")
WALKERS = {person.roles[0][0]: person for person in PEOPLE if person.walk and person.roles}

# What to show: name, who is signed in, where, and the link to follow from there.
VIEWS = [
    ("start", None, "/start/", ""),
    ("directory", None, "/", ""),
    ("blog", None, "/flood-resilience/", ""),
    ("post", None, "/flood-resilience/", "What our flood sensors get wrong"),
    ("desk", "author", "/desk/", ""),
    ("press-desk", "press_officer", "/admin/moderation/submission/", ""),
    ("sign", "press_officer", "/admin/moderation/submission/", "towpath"),
    ("comments", "community_manager", "/desk/comments/", ""),
    ("record", "auditor", "/admin/teams/entry/", ""),
]


def take(browser, site, window, scheme):
    """Take every view in one window size and one colour scheme."""
    for name, role, path, link in VIEWS:
        context = browser.new_context(viewport=WINDOWS[window], color_scheme=scheme, reduced_motion="reduce")
        page = context.new_page()
        if role:
            become(page, site, WALKERS[role])
        page.goto(site + path)
        if link:
            page.get_by_role("link", name=link).first.click()
        keep(page.screenshot(), FOLDER / f"{name}-{window}-{scheme}.png")
        context.close()


def keep(picture, path):
    """Save a picture small: flat pages need few colours."""
    Image.open(BytesIO(picture)).convert("RGB").quantize(96).save(path, optimize=True)


def become(page, site, person):
    page.goto(f"{site}/start/")
    page.get_by_role("button", name=f"Sign in as {person.name}").first.click()


def main():
    chromium = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if not chromium:
        sys.exit("make screenshots needs Chromium: on Debian, apt install chromium")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as data,
        running(Path(data), "") as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium)
        for window in WINDOWS:
            for scheme in SCHEMES:
                take(browser, site, window, scheme)
        browser.close()
    print(f"{len(VIEWS) * 4} pictures in {FOLDER}")


if __name__ == "__main__":
    main()
