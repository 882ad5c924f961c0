"""Every guard is seen to refuse an attack that names it, or the run fails.

`tests.attacks.refused` keeps the names of the guards that refused. Those that no attack met are named at the
end of a run, by one process or several, that passed and left out no attack: a part of them says nothing.
"""

from dataclasses import dataclass, field

import pytest
from django.db import connection

from teams.guarding import GUARDS
from tests.attacks import SEEN_TO_REFUSE


@dataclass
class Run:
    """What this process knows: whether every attack is in the run, and which guards none has met."""

    whole: bool = False
    left_out: set = field(default_factory=set)
    unattacked: list = field(default_factory=list)


RUN = Run()


def unattacked(seen, vendor):
    """The guards of this kind of database that refused no attack."""
    here = {guard.name for guard in GUARDS.values() if guard.only_on in ("", vendor)}
    return sorted(here - set(seen))


def pytest_deselected(items):
    RUN.left_out.update(item.path for item in items)


def pytest_collection_finish(session):
    """Not called in the process that only hands out tests to others."""
    files = (session.config.rootpath / "tests").rglob("test_*.py")
    attacks = {path for path in files if "with refused(" in path.read_text()}
    RUN.whole = attacks <= {item.path for item in session.items} - RUN.left_out


def pytest_sessionfinish(session, exitstatus):
    config = session.config
    if hasattr(config, "workeroutput"):
        config.workeroutput.update(whole=RUN.whole, refused=sorted(SEEN_TO_REFUSE))
    elif RUN.whole and exitstatus == 0 and not config.option.collectonly:
        RUN.unattacked = unattacked(SEEN_TO_REFUSE, connection.vendor)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED if RUN.unattacked else exitstatus


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    """Take what another process saw. Each collects the same tests and runs a share of them."""
    told = getattr(node, "workeroutput", {})
    RUN.whole = told.get("whole", False)
    SEEN_TO_REFUSE.update(told.get("refused", ()))


def pytest_terminal_summary(terminalreporter):
    if RUN.unattacked:
        terminalreporter.section("guards that refused no attack", red=True)
        terminalreporter.write_line("\n".join(RUN.unattacked))
