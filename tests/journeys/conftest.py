"""A browser, the real server, and visitors who look for faults on every page that they come to."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import sync_playwright

from policyblogs.demonstration.people import PASSWORD, PEOPLE

TREE = Path(__file__).resolve().parents[2]
CHROMIUM = ["chromium", "chromium-browser", "google-chrome"]
CHROMIUM_ON_A_MAC = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
]
LARGE, PHONE = {"width": 1280, "height": 900}, {"width": 375, "height": 812}

AXE = AXE_FILE_PATH.read_text()
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "preload": False,  # or it fetches the styles again, against our own policy
}
RUN_AXE = f"{AXE};\naxe.run(document, {json.dumps(RULES)}).then(found => JSON.stringify(found.violations))"
TOKEN = re.compile(r'value="[\w:.-]{30,}"')  # of a form: another each time
STAFF_ADDRESSES = ("/desk/", "/admin/", "/sign-in/", "/start/")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def scratch_database(kind="journeys"):
    """A database for a while on the server that the suite runs on; on SQLite, a file in the data folder."""
    server = os.environ.get("DATABASE_URL", "")
    if not server.startswith("postgres"):
        yield ""
        return
    name = f"policyblogs_{kind}_{os.getpid()}"
    with closing(psycopg2.connect(server)) as connection:
        connection.autocommit = True
        cursor = connection.cursor()
        cursor.execute(f"create database {name}")
        try:
            yield urlsplit(server)._replace(path=f"/{name}").geturl()
        finally:
            cursor.execute(f"drop database {name} with (force)")


def is_ready(port):
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        try:
            connection.request("GET", "/readyz")
            return connection.getresponse().status == 200
        except OSError:
            return False


@contextmanager
def running(data, database, settings="policyblogs.settings"):
    """Yield the address of a `manage.py start`, with its demonstration, once it is ready."""
    port = free_port()
    server = start_server(data, database, port, settings)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)
    log = (data / "log").read_text()
    assert "Traceback" not in log, log


def start_server(data, database, port, settings="policyblogs.settings"):
    """The process of a `manage.py start` that is ready."""
    log = data / "log"
    own = {name: os.environ[name] for name in os.environ if not name.startswith(("POLICYBLOGS_", "DJANGO_"))}
    environment = own | {
        "DJANGO_SETTINGS_MODULE": settings,
        "POLICYBLOGS_DEMONSTRATION": "1",
        "POLICYBLOGS_DATA_DIR": str(data),
        "DATABASE_URL": database,
        "PORT": str(port),
    }
    with log.open("a") as output:
        server = subprocess.Popen(
            [sys.executable, "manage.py", "start"], cwd=TREE, env=environment, stdout=output, stderr=output
        )
    try:
        deadline = time.monotonic() + 120
        while not is_ready(port):
            assert server.poll() is None, log.read_text()
            assert time.monotonic() < deadline, log.read_text()
            time.sleep(0.2)
    except BaseException:
        server.kill()
        raise
    return server


@pytest.fixture(scope="session")
def chromium():
    """The path of a Chromium. Without one these tests are not run, except in CI, where they fail."""
    on_path = filter(None, map(shutil.which, CHROMIUM))
    on_a_mac = filter(os.path.exists, CHROMIUM_ON_A_MAC)
    found = next(on_path, None) or next(on_a_mac, None)
    if not found:
        say = pytest.fail if os.environ.get("CI") else pytest.skip
        say(f"This browser journey was not run: there is no Chromium ({', '.join(CHROMIUM)})")
    return found


@pytest.fixture(scope="session")
def site(chromium, tmp_path_factory):
    """The address of the real server with a fresh demonstration."""
    with scratch_database() as database, running(tmp_path_factory.mktemp("site"), database) as address:
        yield address


@pytest.fixture(scope="module")
def browser(chromium):
    """Chromium. It closes with the module: while it is open, this thread may not use Django's database."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        yield browser
        browser.close()


class Visitor:
    """Somebody at a window of the browser, who looks for faults on every page that they come to."""

    def __init__(self, context, address, sound, mirror=None):
        self.context, self.address, self.sound = context, address, sound
        self.page, self.mirror = context.new_page(), mirror
        self.faults, self.errors = [], []
        self.page.on("console", self._note_error)
        self.page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        self.page.on("request", self._note_request)

    def _note_error(self, message):
        if message.type == "error":
            self.errors.append((message.text, message.location["url"]))

    def _note_request(self, request):
        if not request.url.startswith((f"{self.address}/", "data:")):
            self.faults.append(f"asked another host: {request.url}")

    # Going somewhere

    def goes_to(self, path, status=200):
        self._looks_at(self.page.goto(self.address + path if path.startswith("/") else path), status)

    def signs_in(self, email):
        self.goes_to("/sign-in/")
        self.writes("Email", email)
        self.writes("Password", PASSWORD)
        self.presses("Sign in")

    def follows(self, link, status=200):
        self.clicks(self.page.get_by_role("link", name=link, exact=True).first, status)

    def presses(self, button, status=200):
        self.clicks(self.page.get_by_role("button", name=button, exact=True), status)

    def clicks(self, element, status=200):
        self.arrives_by(element.click, status)

    def arrives_by(self, act, status=200):
        with self.page.expect_navigation() as arrival:
            act()
        self._looks_at(arrival.value, status)

    def goes_back(self, status=200):
        self._looks_at(self.page.go_back(), status)

    def opens_another_tab(self):
        return Visitor(self.context, self.address, self.sound)

    # Filling in

    def writes(self, label, text):
        self.page.get_by_label(label, exact=True).fill(text)

    def ticks(self, label, within=None):
        """Tick a box or choose a radio button, of the question `within` where several have that answer."""
        place = self.page.get_by_role("group", name=within) if within else self.page
        place.get_by_label(label, exact=True).check()

    def answers_the_tests(self):
        """Say yes to the four tests of the press desk, at one press."""
        self.page.get_by_role("button", name="Yes to all four", exact=True).click()

    # Looking

    @property
    def path(self):
        return self.page.url.removeprefix(self.address)

    def sees(self, *words):
        shown = " ".join(self.page.locator("body").inner_text().split())
        missing = [text for text in words if text not in shown]
        assert not missing, f"{self.path} does not show {missing}, but: {shown}"

    def does_not_see(self, words):
        assert words not in self.page.locator("body").inner_text(), self.path

    def sees_button(self, name):
        return self.page.get_by_role("button", name=name, exact=True).is_visible()

    def scrolls_sideways(self):
        return self.page.evaluate("document.scrollingElement.scrollWidth > innerWidth")

    def stores_nothing(self):
        return self.context.storage_state() == {"cookies": [], "origins": []}

    def _looks_at(self, response, status):
        """Find nothing wrong with the page: its status, console, requests, cookies, accessibility."""
        self.faults += [
            f"console: {text}, {url}" for text, url in self.errors if not is_refusal(text, url, response)
        ]
        if response.status != status:
            self.faults.append(
                f"status {response.status}, not {status}: {self.page.locator('body').inner_text()}"
            )
        if not self.path.startswith(STAFF_ADDRESSES):
            self.faults += cookies_set(response)
        self._asks_axe()
        found, self.faults[:], self.errors[:] = list(self.faults), [], []
        if found:
            pytest.fail("\n".join([f"Faults of {self.path}:", *found]))

    def _asks_axe(self):
        """Where scripts are off, axe, which is a script, looks at the same HTML in another window."""
        html = self.page.content()
        looks = (self.page.viewport_size["width"], TOKEN.sub("", html))
        if looks in self.sound:
            return
        if self.mirror:
            self.mirror.route(self.page.url, lambda route: route.fulfill(body=html, content_type="text/html"))
            self.mirror.goto(self.page.url)
            self.mirror.unroute(self.page.url)
        found = axe_findings(self.mirror or self.page)
        self.faults += found
        if not found:
            self.sound.add(looks)


def is_refusal(text, url, response):
    """Whether the console only repeats the status of the page itself."""
    return url == response.url and f"the server responded with a status of {response.status} " in text


def cookies_set(response):
    """The cookies set by a public page, or by what redirected to it: there should be none."""
    request, found = response.request, []
    while request:
        answer = request.response()
        found += [f"cookie set: {answer.url}"] if "set-cookie" in answer.all_headers() else []
        request = request.redirected_from
    return found


def axe_findings(page):
    """What axe finds. It is run as the browser's own tools are, which the page's policy does not stop."""
    session = page.context.new_cdp_session(page)
    answer = session.send("Runtime.evaluate", {"expression": RUN_AXE, "awaitPromise": True})["result"]
    session.detach()
    found = json.loads(answer["value"])
    return [f"axe: {rule['help']} ({rule['id']}): {node['html']}" for rule in found for node in rule["nodes"]]


@pytest.fixture(scope="session")
def sound():
    """The pages in which axe has found nothing, by colour scheme, so that none is looked at twice."""
    return {"light": set(), "dark": set()}


@pytest.fixture(scope="session")
def sessions():
    """The cookies of those who have signed in, by e-mail address, so that each does it once."""
    return {}


@pytest.fixture
def visit(browser, site, sound, sessions):
    """Open a window of its own for somebody: a reader, or `signed_in` as somebody of the demonstration."""
    contexts = []

    def open_context(**options):
        contexts.append(browser.new_context(**options))
        return contexts[-1]

    def _visit(signed_in=None, viewport=LARGE, javascript=True, scheme="light"):
        window, cookies = {"viewport": viewport, "color_scheme": scheme}, sessions.get(signed_in)
        context = open_context(**window, java_script_enabled=javascript, storage_state=cookies)
        mirror = None if javascript else open_context(**window).new_page()
        visitor = Visitor(context, site, sound[scheme], mirror)
        if cookies:
            visitor.goes_to("/desk/")
        elif signed_in:
            visitor.signs_in(signed_in)
            sessions[signed_in] = context.storage_state()
        return visitor

    yield _visit
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def people():
    """The e-mail addresses of the people to try each role as, by that role."""
    walk = [person for person in PEOPLE if person.walk and person.roles]
    return {person.roles[0][0]: person.email for person in walk}
