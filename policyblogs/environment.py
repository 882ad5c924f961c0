"""Settings from the environment, read once, with types. A wrong value stops the start in one line."""

import difflib
import hashlib
import os
import re
import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, NoReturn, TypeVar
from urllib.parse import parse_qsl, unquote, urlsplit

PREFIX = "POLICYBLOGS_"
MAIL_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
T = TypeVar("T")


def refuse(name: str, why: str) -> NoReturn:
    """Stop the process: one line that names the setting and says what to do."""
    raise SystemExit(f"{name}: {why}")


class Environment:
    """Typed access to `variables`. Every name asked for is known; `refuse_unknown` stops at any other."""

    def __init__(self, variables: Mapping[str, str] = os.environ) -> None:
        self.variables = variables
        self.known: set[str] = set()

    def read(self, name: str, parse: Callable[[str], T], default: T | None = None) -> T:
        """Return the parsed value of `name`, or `default`; without a default the setting is required."""
        self.known.add(name)
        text = self.variables.get(name, "").strip()
        if not text:
            if default is None:
                refuse(name, "is required and not set")
            return default
        try:
            return parse(text)
        except ValueError as error:
            refuse(name, str(error))

    def secret(self, name: str, kept_in: Path | None) -> str:
        """Return a secret of 32 characters or more; when not set, one made and kept in `kept_in`."""
        if kept_in is None or self.variables.get(name, "").strip():
            return self.read(name, long_enough)
        self.known.add(name)
        path = kept_in / name.removeprefix(PREFIX).lower()
        try:
            return kept_secret(path)
        except OSError as error:
            refuse(name, f"cannot be kept in {path}: {error.strerror}")
        except ValueError as error:
            refuse(name, f"{error}; it is kept in {path}")

    def refuse_unknown(self) -> None:
        """Stop at a variable with our prefix that nothing asked for: it is a misspelling."""
        for name in self.variables:
            if name.startswith(PREFIX) and name not in self.known:
                near = difflib.get_close_matches(name, self.known, n=1)
                refuse(name, f"unknown setting; did you mean {near[0]}?" if near else "unknown setting")


def text(value: str) -> str:
    return value


def flag(value: str) -> bool:
    if value.lower() not in {"0", "1", "true", "false", "yes", "no"}:
        raise ValueError(f"must be 1 or 0, not {value!r}")
    return value.lower() in {"1", "true", "yes"}


def whole_number(value: str) -> int:
    if not (value.isascii() and value.isdecimal() and len(value) < 20):
        raise ValueError(f"must be a whole number, not {value!r}")
    return int(value)


def port(value: str) -> int:
    if not 1 <= whole_number(value) <= 65535:
        raise ValueError(f"must be a number from 1 to 65535, not {value!r}")
    return int(value)


def folder(value: str) -> Path:
    return Path(value).expanduser().absolute()


def words(value: str) -> list[str]:
    if not (found := [word.strip() for word in value.split(",") if word.strip()]):
        raise ValueError("must be a list such as one,two")
    return found


def long_enough(value: str) -> str:
    if len(value) < 32:
        raise ValueError("must be 32 characters or more")
    return value


def old_secrets(value: str) -> list[str]:
    return [long_enough(secret) for secret in words(value)]


def web_address(value: str) -> str:
    """Return `value` without its closing slash: a scheme, a host, perhaps a port, and nothing else."""
    if not re.fullmatch(r"https?://(\[[0-9a-f:.]+\]|[\w.-]+)(:[0-9]+)?/?", value, re.ASCII | re.IGNORECASE):
        raise ValueError(f"must be an address such as https://blogs.example, not {value!r}")
    port_of(value)
    return value.rstrip("/")


def port_of(address: str) -> int | None:
    """Return the port in `address`. The address may hold a password, so an error does not repeat it."""
    try:
        return urlsplit(address).port
    except ValueError:
        raise ValueError(
            "needs a number from 1 to 65535 as its port; in a password write / ? # : @ % as %XX"
        ) from None


def database(value: str) -> dict[str, Any]:
    """Return Django's settings for `sqlite:///path` or `postgres://user:password@host:port/name`."""
    parts = urlsplit(value)
    if parts.scheme == "sqlite" and parts.path.strip("/"):
        return sqlite(Path(unquote(parts.path.removeprefix("/"))))
    if parts.scheme in {"postgres", "postgresql"} and parts.path.strip("/"):
        return postgresql(value)
    raise ValueError("must look like sqlite:///path/to/file or postgres://user:password@host:5432/name")


def sqlite(path: Path) -> dict[str, Any]:
    """Settings for SQLite that let several processes write: WAL, and the write lock taken at the start."""
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA recursive_triggers=ON"
    options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": path, "OPTIONS": options}


def postgresql(value: str) -> dict[str, Any]:
    """Settings for PostgreSQL; parameters after `?` go to the client library as they are."""
    parts = urlsplit(value)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": port_of(value) or "",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": "5", **dict(parse_qsl(parts.query))},
    }


def owner_beside(application: Mapping[str, Any]) -> Callable[[str], dict[str, Any]]:
    """Return a parser of the settings by which another role than the application's reaches its database."""

    def parse(value: str) -> dict[str, Any]:
        owner = database(value)
        if any("postgresql" not in settings["ENGINE"] for settings in (owner, application)):
            raise ValueError("needs PostgreSQL, here and in DATABASE_URL")
        if not application["USER"] or application["USER"] == owner["USER"]:
            raise ValueError("must name another role than DATABASE_URL, which must name one too")
        return owner

    return parse


def mail(value: str) -> dict[str, Any]:
    """Return mail settings for `file:///folder` or a server: `smtps://user:password@host:port`.

    `smtps` speaks TLS from the first byte (port 465), `smtp+tls` after STARTTLS (587), `smtp` never (25).
    """
    parts = urlsplit(value)
    if parts.scheme == "file" and parts.path and not parts.netloc:
        return mail_folder(Path(unquote(parts.path)))
    if parts.scheme in MAIL_PORTS and parts.hostname:
        return {
            "backend": "django.core.mail.backends.smtp.EmailBackend",
            "host": parts.hostname,
            "port": port_of(value) or MAIL_PORTS[parts.scheme],
            "user": unquote(parts.username or ""),
            "password": unquote(parts.password or ""),
            "use_ssl": parts.scheme == "smtps",
            "use_tls": parts.scheme == "smtp+tls",
        }
    raise ValueError("must look like smtps://user:password@host:465 or file:///folder")


def mail_folder(path: Path) -> dict[str, Any]:
    """Mail settings that file each message in the folder `path` and send nothing."""
    return {"backend": "django.core.mail.backends.filebased.EmailBackend", "folder": str(path)}


def digest_of(*folders: Path) -> str:
    """Return a short digest of the contents of every file in the folders."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def kept_secret(path: Path) -> str:
    """Return the secret kept in `path`, made on first use and readable by its owner only."""
    if not path.exists():
        make_secret(path)
    return long_enough(path.read_text().strip())


def make_secret(path: Path) -> None:
    """Write a new secret to `path`, whole or not at all, and never over one that another process has made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", dir=path.parent) as draft, suppress(FileExistsError):
        draft.write(secrets.token_urlsafe(48))
        draft.flush()
        os.link(draft.name, path)
