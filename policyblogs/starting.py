"""What `manage.py start` does before it serves: data, static files, the demonstration, and a greeting."""

import errno
import hashlib
import os
import socket
from collections.abc import Iterator

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import DatabaseError, connection, connections
from django.db.migrations.executor import MigrationExecutor

from policyblogs.demonstration.people import PASSWORD, PEOPLE
from policyblogs.environment import refuse
from teams.granting import as_owner
from teams.models import Department

TRY_FIRST = """\
Try first:
  1. Open {address}/start/ : one press signs you in as any of them, and a walk takes ten steps.
  2. Read a blog and comment on a post: no account is needed, and you get a private page to follow it on.
  3. As an author, answer a returned post; as the press officer, sign it: it is live at once.
  4. As the community manager, publish the comment and answer it.
  5. As the auditor, read the record of it all. Mail is filed in {mail}
"""


def prepare() -> None:
    """Make everything ready to serve, or stop with a line that says what to do."""
    refuse_taken_port(settings.PORT)
    migrate()
    collect_static()
    if settings.DEMONSTRATION and not Department.objects.exists():
        print("Loading the demonstration.", flush=True)
        call_command("demo")
    connections.close_all()


def refuse_taken_port(port: int) -> None:
    """Stop unless gunicorn will be able to listen on this port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            why = "is in use" if error.errno == errno.EADDRINUSE else "cannot be used"
            refuse("PORT", f"{port} {why}; choose another, for example PORT=9000 make run")


def migrate() -> None:
    refuse_silent_database("DATABASE_URL")
    with as_owner():
        refuse_silent_database("MIGRATE_DATABASE_URL")
        executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        print("Preparing the database.", flush=True)
    call_command("migrate", interactive=False, verbosity=0)


def refuse_silent_database(setting: str) -> None:
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        refuse(setting, f"the database does not answer: {str(error).splitlines()[0]}")


def collect_static() -> None:
    """Collect the static files when they have changed since they were last collected: it takes seconds."""
    if not any(settings.FRONTEND_DIR.glob("*.css")):
        refuse("The styles are not there", "run `make build/frontend`")
    stamp, state = settings.DATA_DIR / "static.stamp", static_state()
    if stamp.exists() and stamp.read_text() == state and settings.STATIC_ROOT.exists():
        return
    print("Collecting the static files.", flush=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(state)


def static_state() -> str:
    """A digest of the name, size and time of change of every static file."""
    return hashlib.sha256("\n".join(sorted(static_files())).encode()).hexdigest()


def static_files() -> Iterator[str]:
    for finder in get_finders():
        for name, storage in finder.list([]):
            file = os.stat(storage.path(name))
            yield f"{name} {file.st_size} {file.st_mtime_ns}"


def greeting() -> str:
    """Where the site is and, in the demonstration, who to sign in as and what to do."""
    where = f"\nPolicy Blogs is at {settings.SITE_URL}/ (Ctrl-C stops it)\n"
    if not settings.DEMONSTRATION:
        return where
    first_to_try = sorted(PEOPLE, key=lambda person: not person.walk)
    width = max(len(person.email) for person in PEOPLE)
    people = "".join(f"  {person.email:<{width}}  {person.roles_said}\n" for person in first_to_try)
    try_first = TRY_FIRST.format(address=settings.SITE_URL, mail=settings.EMAIL_FILE_PATH)
    return f"{where}\nPeople, all with the password {PASSWORD}\n{people}\n{try_first}"
