"""Why a verb says no. *May not* and *not now* are different, and people see different pages."""

from django.core.exceptions import PermissionDenied


class NotAllowed(PermissionDenied):
    """This person may not do this, whatever the moment. The message says why, for them to read."""


class NotNow(Exception):
    """The thing is in a state that does not allow this, or has changed. The message says what to do."""
