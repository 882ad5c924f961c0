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
        reason="notice",
        becomes={
            "level": "level",
            "department number": "department_id",
            "from": "starts_at",
            "to": "ends_at",
        },
    ),
    Witness(
        "director named for a freeze",
        "teams.Freeze_directors",
        actions=("freeze.declared",),
        about="freeze_id",
        becomes={"person number": "user_id"},
        each="person number",
    ),
    Witness(
        "lifted freeze",
        "teams.Freeze",
        actions=("freeze.lifted",),
        about="pk",
        becomes={"to": "lifted_at"},
        only={"lifted_at__isnull": False},
    ),
]
