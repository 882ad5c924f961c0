"""A test begins when the scene that it asks for stands, in a savepoint upon it.

So tests are put in the order of their scenes, at random within it. A test with real transactions comes last
and plays its scenes by itself.
"""

import pytest

from tests.scenes import PLAYED, SPRING, Stage


@pytest.fixture(scope="session")
def stage(django_db_setup, django_db_blocker):
    stage = Stage()
    yield stage
    with django_db_blocker.unblock():
        stage.clear()


@pytest.fixture
def _scenery(request, stage, django_db_blocker):
    with django_db_blocker.unblock():
        stage.play(*asked_for(request.node))


@pytest.fixture
def _django_db_helper(_scenery, _django_db_helper):
    """Begin the transaction of a test when its scene stands: all that opens the database asks for this."""


@pytest.fixture
def ask_for(stage, db):
    """The object of a scene by its name, the test's own copy; played now where it does not stand."""
    objects = stage.copy()

    def ask(name):
        names = [*PLAYED]
        for missing in names[len(objects) : names.index(name) + 1]:
            objects[missing] = PLAYED[missing](**objects)
        return objects[name]

    return ask


def asked_for(item):
    """The scenes that a test asks for, in order, and what the clock is set to in them."""
    names = [*PLAYED]
    last = max((names.index(name) for name in names if name in item.fixturenames), default=-1)
    if transacts(item):
        last = -1
    return names[: last + 1], SPRING if "in_spring" in item.fixturenames else None


def transacts(item):
    mark = item.get_closest_marker("django_db")
    return bool(mark and mark.kwargs.get("transaction")) or "transactional_db" in item.fixturenames


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    def order(item):
        names, at = asked_for(item)
        return transacts(item), at is not None, len(names)

    items.sort(key=order)
