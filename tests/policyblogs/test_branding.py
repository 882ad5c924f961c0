"""GOV.UK's name, typeface and colours: nowhere by default, and only on hosts that are entitled to them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings as project
from django.core.checks import run_checks

from policyblogs.frontend import stage
from tests.conftest import PASSWORD
from tests.pages import text_of, tree

TREE = Path(project.BASE_DIR)
PAGES = ["/", "/components/", "/sign-in/", "/nothing-here/"]
DESK = ["/desk/", "/admin/"]
ENTITLED = ["policy.blog.gov.uk", "Blogs.service.gov.uk", ".policy.blog.gov.uk"]
UNENTITLED = [
    "*",
    "127.0.0.1",
    "blogs.example",
    "gov.uk",
    "www.gov.uk",
    "blog.gov.uk",
    ".service.gov.uk",
    "myblog.gov.uk",
    "policy.blog.gov.uk.example",
]


@pytest.fixture
def branded(settings):
    settings.GOVUK_BRAND = True


def sheets(page):
    return [link.get("href").rpartition("/")[2] for link in tree(page).iterfind(".//link[@rel='stylesheet']")]


def refusals():
    return [problem for problem in run_checks() if problem.id == "policyblogs.E003"]


def loaded(tmp_path, expression, **variables):
    """What `expression` says of settings read from these variables and none of ours besides."""
    known = {"POLICYBLOGS_DEMONSTRATION": "1", "POLICYBLOGS_DATA_DIR": str(tmp_path)}
    code = f"from policyblogs import settings; print({expression})"
    environment = {"PATH": os.environ["PATH"], **known, **variables}
    return subprocess.check_output([sys.executable, "-c", code], cwd=TREE, env=environment, text=True).strip()


# Off


@pytest.mark.parametrize("path", PAGES + DESK)
def test_by_default_nothing_says_govuk(client, cast, path):
    if path in DESK:
        client.force_login(cast.superuser)
    page = client.get(path)
    assert "styles.css" in sheets(page)
    assert "styles-govuk.css" not in sheets(page)
    assert "GOV.UK" not in text_of(tree(page).find(".//body"))
    assert not re.search("brand-govuk|GDS Transport", page.content.decode())


def test_by_default_no_sheet_asks_for_the_typeface():
    for folder in project.STATICFILES_DIRS:
        assert not list(Path(folder).rglob("*.woff*"))
        assert not [path for path in Path(folder).rglob("*.css") if "GDS Transport" in path.read_text()]


def test_by_default_any_host_will_do():
    assert not refusals()


# On


@pytest.mark.parametrize("path", PAGES + DESK)
def test_the_brand_comes_in_its_own_sheet(client, cast, branded, path):
    if path in DESK:
        client.force_login(cast.superuser)
    found = sheets(client.get(path))
    assert "styles-govuk.css" in found
    assert "styles.css" not in found


@pytest.mark.parametrize("path", PAGES)
def test_the_header_names_govuk(client, db, branded, path):
    page = client.get(path)
    assert "brand-govuk" in tree(page).get("class").split()
    assert text_of(tree(page).find(".//a[@class='site-header__name']")) == "GOV.UK Policy Blogs"


def test_public_pages_stay_without_cookies(client, db, branded):
    page = client.get("/")
    assert not page.cookies
    assert "Cookie" not in page.get("Vary", "")


def test_signing_in_works_in_the_brand(client, cast, branded):
    words = {"login": cast.author.email, "password": PASSWORD}
    assert client.post("/sign-in/", words).status_code == 302


@pytest.mark.parametrize("host", ENTITLED)
def test_entitled_hosts_pass(settings, branded, host):
    settings.ALLOWED_HOSTS = [host]
    assert not refusals()


@pytest.mark.parametrize("host", UNENTITLED)
def test_any_other_host_is_refused_with_a_hint(settings, branded, host):
    settings.ALLOWED_HOSTS = ["policy.blog.gov.uk", host]
    (problem,) = refusals()
    assert problem.msg == f"{host} may not look like GOV.UK"
    assert "POLICYBLOGS_GOVUK_BRAND" in problem.hint


def test_the_demonstration_may_not_pretend(tmp_path):
    variables = {"POLICYBLOGS_DEMONSTRATION": "1", "POLICYBLOGS_DATA_DIR": str(tmp_path)}
    environment = {"PATH": os.environ["PATH"], "POLICYBLOGS_GOVUK_BRAND": "1", **variables}
    command = [sys.executable, "manage.py", "check"]
    done = subprocess.run(command, cwd=TREE, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "(policyblogs.E003) 127.0.0.1 may not look like GOV.UK" in done.stderr


@pytest.mark.parametrize("variables", [{}, {"POLICYBLOGS_RELEASE": "7"}])
def test_pages_in_the_brand_are_another_release(tmp_path, variables):
    plain = loaded(tmp_path, "settings.RELEASE", **variables)
    assert loaded(tmp_path, "settings.RELEASE", POLICYBLOGS_GOVUK_BRAND="1", **variables) != plain


# The staged files


def test_the_sheet_asks_for_fonts_that_are_staged_beside_it_and_nothing_else():
    styles = stage.STAGED_GOVUK.read_text()
    staged = {path.name for path in (stage.STAGED_GOVUK.parent / "fonts").iterdir()}
    assert set(stage.FONT.findall(styles)) == staged != set()
    assert styles.count("url(") == len(stage.FONT.findall(styles))


def test_the_fonts_are_collected_under_hashed_names(tmp_path):
    environment = {"PATH": os.environ["PATH"], "POLICYBLOGS_DEMONSTRATION": "1"}
    environment |= {"POLICYBLOGS_DATA_DIR": str(tmp_path), "POLICYBLOGS_GOVUK_BRAND": "1"}
    command = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"]
    subprocess.run(command, cwd=TREE, env=environment, check=True, capture_output=True)
    (sheet,) = (tmp_path / "static").glob("styles-govuk.*.css")
    asked = re.findall(r"url\([\"']?([^)\"']+)", sheet.read_text())
    assert asked
    assert all((sheet.parent / address.removeprefix("/assets/")).is_file() for address in asked)
    assert all(re.search(r"\.[0-9a-f]{12}\.woff2?$", address) for address in asked)


@pytest.mark.parametrize("added", [".a{background:url(b.png)}", "@import 'other.css';"])
def test_a_sheet_that_asks_for_something_else_is_refused(added):
    styles = ".i{background:url(/assets/images/icon-document.svg)}a{src:url(/assets/fonts/bold-v2.woff2)}"
    assert stage.with_fonts(styles)[1] == {"bold-v2.woff2"}
    with pytest.raises(SystemExit, match="The packages have changed"):
        stage.with_fonts(styles + added)


def test_a_sheet_without_the_typeface_is_refused():
    with pytest.raises(SystemExit, match="no longer ask for its typeface"):
        stage.with_fonts(".i{background:url(/assets/images/icon-document.svg)}")
