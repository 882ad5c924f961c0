"""Requests as views of staff see them."""

from django.http import HttpRequest

from teams.models import User


class StaffRequest(HttpRequest):
    """A request that the gate let through: somebody has signed in."""

    user: User
