"""Settings from the environment: right values are typed, wrong ones stop the start in one line."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from policyblogs import environment
from policyblogs.environment import Environment

TREE = Path(__file__).resolve().parents[2]
SECRET = "a-secret-of-forty-characters-or-even-more"
PRODUCTION = {
    "POLICYBLOGS_SITE_URL": "https://blogs.example",
    "POLICYBLOGS_SECRET_KEY": SECRET,
    "POLICYBLOGS_PRIVACY_KEY": SECRET[::-1],
    "POLICYBLOGS_ALLOWED_HOSTS": "blogs.example",
    "POLICYBLOGS_MAIL_URL": "smtps://user:word@mail.example:465",
}


def manage_py_check(tmp_path, **variables):
    """Run `manage.py check` with these variables and none of ours besides."""
    settings = {"POLICYBLOGS_DATA_DIR": str(tmp_path), "PATH": os.environ["PATH"], **variables}
    command = [sys.executable, "manage.py", "check"]
    return subprocess.run(command, cwd=TREE, env=settings, capture_output=True, text=True, check=False)


# The typed values


@pytest.mark.parametrize(
    ("parse", "text", "value"),
    [
        (environment.flag, "Yes", True),
        (environment.flag, "0", False),
        (environment.port, "9000", 9000),
        (environment.words, " a.example, b.example,", ["a.example", "b.example"]),
        (environment.web_address, "https://blogs.example/", "https://blogs.example"),
        (environment.web_address, "http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        (environment.web_address, "http://[::1]:8000", "http://[::1]:8000"),
        (environment.folder, "/srv/blogs", Path("/srv/blogs")),
        (environment.old_secrets, f"{SECRET},{SECRET[::-1]}", [SECRET, SECRET[::-1]]),
    ],
)
def test_a_right_value_is_typed(parse, text, value):
    assert Environment({"NAME": text}).read("NAME", parse) == value


def test_a_folder_may_be_relative_or_begin_at_home(monkeypatch):
    monkeypatch.setenv("HOME", "/home/nadia")
    assert environment.folder("~/blogs") == Path("/home/nadia/blogs")
    assert environment.folder("var") == Path.cwd() / "var"


def test_the_spaces_around_a_value_do_not_count():
    assert Environment({"NAME": " 1 "}).read("NAME", environment.flag) is True


def test_an_empty_value_is_as_good_as_none():
    assert Environment({"NAME": " "}).read("NAME", environment.whole_number, 7) == 7


def test_a_database_may_be_a_file():
    settings = environment.database("sqlite:////srv/a%20b.sqlite3")
    assert settings["NAME"] == Path("/srv/a b.sqlite3")
    assert settings["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_a_database_may_be_a_server():
    settings = environment.database("postgres://ann:p%2Fw@db.example:5433/blogs?sslmode=require")
    kept = {name: settings[name] for name in ("USER", "PASSWORD", "HOST", "PORT", "NAME")}
    assert kept == {"USER": "ann", "PASSWORD": "p/w", "HOST": "db.example", "PORT": 5433, "NAME": "blogs"}
    assert settings["OPTIONS"] == {"connect_timeout": "5", "sslmode": "require"}


APPLICATION = environment.database("postgres://blogs@server/name")


def test_the_tables_may_belong_to_another_role():
    settings = environment.owner_beside(APPLICATION)("postgres://owner@server/name")
    assert settings == {**APPLICATION, "USER": "owner"}


def test_mail_may_be_filed_in_a_folder():
    assert environment.mail("file:///srv/mail")["folder"] == "/srv/mail"


def test_mail_may_go_to_a_server():
    settings = environment.mail("smtps://ann:p%40w@mail.example:2525")
    assert (settings["host"], settings["port"], settings["use_ssl"]) == ("mail.example", 2525, True)
    assert (settings["user"], settings["password"]) == ("ann", "p@w")


# The wrong values


@pytest.mark.parametrize(
    ("parse", "text"),
    [
        (environment.flag, "maybe"),
        (environment.whole_number, "-1"),
        (environment.whole_number, "1.5"),
        (environment.whole_number, "\u0661"),
        (environment.whole_number, "9" * 5000),
        (environment.port, "0"),
        (environment.port, "65536"),
        (environment.words, ","),
        (environment.long_enough, "short"),
        (environment.web_address, "blogs.example"),
        (environment.web_address, "ftp://blogs.example"),
        (environment.web_address, "https://"),
        (environment.web_address, "https://blogs.example/path"),
        (environment.web_address, "https://blogs.example?query"),
        (environment.web_address, "https://ann:word@blogs.example"),
        (environment.web_address, "https://two words"),
        (environment.web_address, "https://blogs.example:99999"),
        (environment.web_address, "https://[::1"),
        (environment.database, "blogs.sqlite3"),
        (environment.database, "sqlite:///"),
        (environment.database, "postgres://server"),
        (environment.database, "postgres://server:port/name"),
        (environment.database, "mysql://server/name"),
        (environment.owner_beside(APPLICATION), "postgres://blogs@server/name"),
        (environment.owner_beside(APPLICATION), "sqlite:////srv/blogs.sqlite3"),
        (environment.owner_beside({**APPLICATION, "USER": ""}), "postgres://owner@server/name"),
        (environment.owner_beside(environment.database("sqlite:////a")), "postgres://owner@server/name"),
        (environment.mail, "mail.example"),
        (environment.mail, "smtp://"),
        (environment.mail, "smtp://mail.example:port"),
        (environment.mail, "file://relative/folder"),
    ],
)
def test_a_wrong_value_stops_in_one_line_that_names_the_setting(parse, text):
    with pytest.raises(SystemExit) as stop:
        Environment({"NAME": text}).read("NAME", parse)
    assert str(stop.value).startswith("NAME: ")
    assert "\n" not in str(stop.value)


@pytest.mark.parametrize("parse", [environment.database, environment.mail])
def test_a_message_never_repeats_a_password(parse):
    with pytest.raises(SystemExit) as stop:
        Environment({"NAME": "postgres://ann:se/cret@server/name"}).read("NAME", parse)
    assert "se" not in str(stop.value).split()
    assert "cret" not in str(stop.value)


def test_a_required_setting_is_asked_for_by_name():
    with pytest.raises(SystemExit, match="NAME: is required and not set"):
        Environment({}).read("NAME", environment.words)


def test_an_unknown_setting_is_refused_with_the_near_one():
    env = Environment({"POLICYBLOGS_SITEURL": "x"})
    env.read("POLICYBLOGS_SITE_URL", environment.web_address, "http://127.0.0.1")
    with pytest.raises(SystemExit, match=r"POLICYBLOGS_SITEURL: .*did you mean POLICYBLOGS_SITE_URL\?"):
        env.refuse_unknown()


def test_variables_of_other_programs_are_let_be():
    Environment({"PATH": "/bin", "HOME": "/"}).refuse_unknown()


# The secrets


def test_a_secret_is_made_once_and_kept_for_its_owner_only(tmp_path):
    made = Environment({}).secret("POLICYBLOGS_KEY", kept_in=tmp_path / "new")
    assert Environment({}).secret("POLICYBLOGS_KEY", kept_in=tmp_path / "new") == made
    assert len(made) >= 32
    assert (tmp_path / "new" / "key").stat().st_mode & 0o777 == 0o600


def test_a_secret_that_is_set_is_taken_and_none_is_made(tmp_path):
    assert Environment({"POLICYBLOGS_KEY": SECRET}).secret("POLICYBLOGS_KEY", kept_in=tmp_path) == SECRET
    assert not list(tmp_path.iterdir())


def test_without_a_folder_a_secret_is_required():
    with pytest.raises(SystemExit, match="POLICYBLOGS_KEY: is required"):
        Environment({}).secret("POLICYBLOGS_KEY", kept_in=None)


def test_processes_that_start_together_agree_on_the_secret(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(environment.kept_secret, [tmp_path / "key"] * 32))
    assert len(made) == 1


def test_a_damaged_secret_is_not_used(tmp_path):
    (tmp_path / "key").write_text("")
    with pytest.raises(SystemExit, match="POLICYBLOGS_KEY: must be 32 characters or more"):
        Environment({}).secret("POLICYBLOGS_KEY", kept_in=tmp_path)


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(SystemExit, match="POLICYBLOGS_KEY: cannot be kept in"):
        Environment({}).secret("POLICYBLOGS_KEY", kept_in=tmp_path / "file" / "folder")


# The whole start


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("POLICYBLOGS_SITE_URL", ""),
        ("POLICYBLOGS_SITE_URL", "blogs.example"),
        ("POLICYBLOGS_SECRET_KEY", "short"),
        ("POLICYBLOGS_OLD_SECRET_KEYS", f"{SECRET},short"),
        ("POLICYBLOGS_ALLOWED_HOSTS", ","),
        ("POLICYBLOGS_MAIL_URL", "mail.example"),
        ("POLICYBLOGS_DEMONSTRATION", "perhaps"),
        ("POLICYBLOGS_DATABASE", "postgres://server/name"),
        ("DATABASE_URL", "postgres://server"),
        ("PORT", "eighty"),
        ("PORT", "70000"),
    ],
)
def test_a_wrong_setting_stops_the_start_in_one_line(tmp_path, name, text):
    done = manage_py_check(tmp_path, **{**PRODUCTION, name: text})
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith(f"{name}: ")
    assert done.stderr.count("\n") == 1


def test_production_needs_no_more_than_its_five_settings(tmp_path):
    assert manage_py_check(tmp_path, **PRODUCTION).returncode == 0


@pytest.mark.parametrize("folder", ["with space", "with#mark", "with%mark"])
def test_the_demonstration_needs_no_setting_and_lives_in_any_folder(tmp_path, folder):
    done = manage_py_check(
        tmp_path, POLICYBLOGS_DEMONSTRATION="1", POLICYBLOGS_DATA_DIR=str(tmp_path / folder)
    )
    assert (done.returncode, done.stderr) == (0, "")
