"""Wrong passwords and codes are counted once for all processes of a server, in the database they share."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import connection

from teams import guarding
from tests import phones
from tests.conftest import PASSWORD

TREE = Path(__file__).resolve().parents[2]
# A process of its own, with the cache of a server.
BEGIN = """
import sys, django
from policyblogs.settings import CACHES
from tests import settings
settings.CACHES = CACHES
django.setup()
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from tests import conftest, phones
"""
# What they share: the tables, somebody without a phone, and somebody with one.
SHARED = """
call_command("migrate", verbosity=0)
call_command("createcachetable", verbosity=0)
conftest.make_person("Ann")
phones.give_phone(conftest.make_person("Pat"))
"""
# Each argument is somebody who signs in: a name, a password, and perhaps a code.
TRIES = """
for name, password, *code in map(str.split, sys.argv[1:]):
    browser = Client(SERVER_NAME="127.0.0.1")
    browser.post("/sign-in/", {"login": f"{name}@blogs.example", "password": password})
    if code:
        browser.post("/sign-in/code/", {"code": code[0]})
    print("in" if "_auth_user_id" in browser.session else "out")
"""
FLOOD = """
for number in range(400):
    cache.set(f"of another address: {number}", [1], 300)
"""

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def server(tmp_path):
    """The environment of every process of a server, with a database of its own."""
    if connection.vendor == "postgresql":
        name = connection.settings_dict["NAME"]
        database = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
    else:
        database = f"sqlite:///{tmp_path}/limits.sqlite3"
    own = {name: value for name, value in os.environ.items() if not name.startswith("POLICYBLOGS_")}
    yield own | {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "POLICYBLOGS_DEMONSTRATION": "1",
        "POLICYBLOGS_DATA_DIR": str(tmp_path),
        "DATABASE_URL": database,
    }
    if connection.vendor == "postgresql":
        guarding.drop()  # before the tables are emptied


def process(server, script, *arguments):
    """What a process of the server says."""
    command = [sys.executable, "-c", BEGIN + script, *arguments]
    done = subprocess.run(command, cwd=TREE, env=server, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_what_one_process_counts_another_knows(server):
    """Five wrong ones lock the right one out, whoever counted them, however many others are counted."""
    bad, good = "ann wrong", f"ann {PASSWORD}"
    wrong, used, right = (f"pat {PASSWORD} {code}" for code in (phones.WRONG, phones.code(), phones.code(1)))
    first = process(server, SHARED + TRIES, used, wrong, wrong, bad, good, bad, bad)
    assert first == ["in", "out", "out", "out", "in", "out", "out"]
    second = process(server, FLOOD + TRIES, used, wrong, wrong, right, bad, bad, good)
    assert second == ["out"] * 7
