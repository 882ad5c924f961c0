"""Which rows of this app the record tells of."""

from teams.witnessing import Witness

WITNESSES = [
    Witness(
        "role",
        "teams.RoleHeld",
        actions=("role.given",),
        about="person_id",
        becomes={"role": "role", "team number": "team_id", "department number": "department_id"},
        undone_by=("role.ended",),
    ),
    Witness(
        "freeze",
        "teams.Freeze",
        actions=("freeze.declared",),
        about="pk",
        by="declared_by_id",
        becomes={"level": "level"},
    ),
]
