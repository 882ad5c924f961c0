"""The time of a decision. The demonstration and the tests set it; nothing else does."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.utils import timezone

_set_to: ContextVar[datetime | None] = ContextVar("set_to", default=None)


def now() -> datetime:
    return _set_to.get() or timezone.now()


@contextmanager
def set_to(at: datetime) -> Iterator[None]:
    """Let the clock stand at `at`, which must be aware of its time zone."""
    token = _set_to.set(at)
    try:
        yield
    finally:
        _set_to.reset(token)
