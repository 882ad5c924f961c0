"""Which rows of embargoes and of history mode the record tells of."""

from teams.witnessing import Witness

WITNESSES = [
    Witness(
        "embargo",
        "posts.Embargo",
        actions=("embargo.set",),
        about="pk",
        post="post_id",
        by="set_by_id",
    ),
    Witness(
        "end of an embargo",
        "posts.Embargo",
        actions=("embargo.set", "embargo.moved"),
        about="pk",
        post="post_id",
        becomes={"release day": "release_on", "not before": "not_before"},
        as_last_told=True,
    ),
    Witness(
        "lifted embargo",
        "posts.Embargo",
        actions=("embargo.lifted",),
        about="pk",
        post="post_id",
        by="lifted_by_id",
        only={"lifted_at__isnull": False},
    ),
    Witness(
        "person named on an embargo",
        "posts.EmbargoAccess",
        actions=("embargo.set", "embargo.person_named"),
        about="embargo_id",
        post="embargo__post_id",
        by="named_by_id",
        becomes={"person number": "person_id"},
        each="person number",
    ),
    Witness(
        "person removed from an embargo",
        "posts.EmbargoAccess",
        actions=("embargo.person_removed",),
        about="embargo_id",
        post="embargo__post_id",
        by="removed_by_id",
        was={"person number": "person_id"},
        only={"removed_at__isnull": False},
    ),
    Witness(
        "past government",
        "posts.PastGovernment",
        actions=("history.set",),
        about="pk",
        by="set_by_id",
        becomes={
            "name": "name",
            "first day": "starts_on",
            "last day": "ends_on",
            "department number": "department_id",
        },
    ),
    Witness(
        "past government that was ended",
        "posts.PastGovernment",
        actions=("history.ended",),
        about="pk",
        by="ended_by_id",
        only={"ended_at__isnull": False},
    ),
]
