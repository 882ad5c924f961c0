"""Never lose a word: the server, or the server and the browser, killed in the middle of a sentence."""

import os
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from policyblogs.demonstration.people import PASSWORD
from tests.journeys.conftest import free_port, scratch_database, start_server
from tests.journeys.test_saving import TWO, saved, text

pytestmark = pytest.mark.journey

SECOND = 1.0  # second: what may be lost at most


def descendants(pid):
    found = []
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        found += [int(child), *descendants(child)]
    return found


def kill(server):
    """As a power cut does it: all its processes, and none is asked."""
    for pid in [server.pid, *descendants(server.pid)]:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    server.wait(10)


def kill_browser(profile):
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if str(profile).encode() in (folder / "cmdline").read_bytes():
                os.kill(int(folder.name), signal.SIGKILL)


@pytest.fixture
def power(tmp_path):
    """A server of its own, which can be killed and started again at the same address."""
    port = free_port()
    with scratch_database("killed") as database:
        servers = []

        def start():
            servers.append(start_server(tmp_path, database, port))

        start()
        yield f"http://127.0.0.1:{port}", servers, start
        servers[-1].terminate()
        servers[-1].wait(20)


def sign_in(page, address, email):
    page.goto(f"{address}/sign-in/")
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def sign_in_and_start(page, address, email):
    sign_in(page, address, email)
    page.goto(f"{address}/desk/posts/new/")
    page.get_by_label("Title").fill("Written until the end")
    page.get_by_role("button", name="Start writing").click()
    text(page).fill(TWO)
    saved(page)


def type_for(page, seconds):
    """Type a number again and again without a pause; return when each was typed."""
    text(page).focus()
    typed = {}
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        number = len(typed)
        page.keyboard.type(f" {number}")
        typed[number] = time.monotonic()
    return typed


def lost(kept, typed, at):
    """For how many seconds before `at` no typed word is in the text that was kept."""
    found = [typed[int(word)] for word in kept.split() if word.isdecimal() and int(word) in typed]
    return at - max(found, default=min(typed.values()))


def test_a_killed_server_loses_nothing_as_the_page_still_has_it(chromium, power, people):
    address, servers, start_again = power
    with sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=chromium).new_page()
        sign_in_and_start(page, address, people["author"])
        typed = type_for(page, 3)
        kill(servers[-1])
        page.keyboard.type(" And on.")
        expect(page.locator("#saving-why")).to_contain_text("Keep this page open")
        start_again()
        expect(page.locator("#saving-status")).to_have_text("Saved.", timeout=30_000)
        held = text(page).input_value()
        page.reload()
        assert text(page).input_value() == held
        assert f" {max(typed)}" in held
        assert held.endswith("And on.")


def test_a_server_and_browser_killed_at_once_lose_a_second_at_most(chromium, power, people, tmp_path):
    address, servers, start_again = power
    with sync_playwright() as playwright:
        profile = tmp_path / "profile"
        context = playwright.chromium.launch_persistent_context(profile, executable_path=chromium)
        page = context.new_page()
        sign_in_and_start(page, address, people["author"])
        place = page.url
        typed = type_for(page, 4)
        at = time.monotonic()
        kill_browser(profile)
        kill(servers[-1])
        with suppress(Exception):
            context.close()
    start_again()
    with sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=chromium).new_page()
        sign_in(page, address, people["author"])
        page.goto(place)
        gone = lost(text(page).input_value(), typed, at)
        print(f"lost {gone:.2f} s")
        assert gone <= SECOND + 0.2  # the time of a save itself
