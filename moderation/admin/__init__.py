"""Sign-off in the administration: the press desk, and the routes and groups of signatories."""

from moderation.admin import press_desk, routes

__all__ = ["press_desk", "routes"]
