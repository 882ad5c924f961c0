"""Departments, teams, the people in them, and the record of what they decided."""

from teams.models.beats import WorkerBeat
from teams.models.freezes import Freeze
from teams.models.people import Department, RoleHeld, Team, User
from teams.models.record import Entry, EntryDetails, PublishedHead
from teams.roles import Role

__all__ = [
    "Department",
    "Entry",
    "EntryDetails",
    "Freeze",
    "PublishedHead",
    "Role",
    "RoleHeld",
    "Team",
    "User",
    "WorkerBeat",
]
