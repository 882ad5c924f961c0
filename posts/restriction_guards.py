"""What the database refuses of embargoes and of posts of a past government."""

from teams.guarding import Guard, kept

IN_FORCE = "e.lifted_at IS NULL AND (o.last_released_at IS NULL OR o.last_released_at < e.not_before)"
ANOTHER_TEXT = (
    "NEW.live_revision_id IS NOT NULL"
    " AND (OLD.live_revision_id IS NULL OR NEW.live_revision_id <> OLD.live_revision_id)"
)
ITS_EMBARGO = (
    "EXISTS (SELECT 1 FROM posts_embargo e JOIN posts_post o ON o.id = e.post_id WHERE {which} AND {so})"
)


def closed_to(post: str, person: str) -> str:
    """Where an embargo of the post is in force that does not name the person."""
    nameless = (
        "NOT EXISTS (SELECT 1 FROM posts_embargoaccess a"
        f" WHERE a.embargo_id = e.id AND a.person_id = {person} AND a.removed_at IS NULL)"
    )
    return ITS_EMBARGO.format(which=f"e.post_id = {post}", so=f"{IN_FORCE} AND {nameless}")


def of_the_past(post: str) -> str:
    """Where the post was published under a past government."""
    return (
        "EXISTS (SELECT 1 FROM posts_post o JOIN teams_team t ON t.id = o.team_id"
        f" JOIN posts_pastgovernment g ON g.department_id = t.department_id WHERE o.id = {post}"
        " AND g.ended_at IS NULL AND o.released_on BETWEEN g.starts_on AND g.ends_on)"
    )


def by_a_named_person(table: str, event: str, what: str, post: str, person: str) -> Guard:
    """The guard of a table whose rows somebody writes in the knowledge of a draft."""
    when = f"NEW.version <> OLD.version AND {closed_to(post, person)}" if event == "UPDATE" else None
    message = f"Under a statistics embargo, only named people {what}"
    return Guard(f"{table}_by_a_named_person", table, event, message, when or closed_to(post, person))


EMBARGO = [
    *kept("posts_embargo", "An embargo"),
    Guard(
        "posts_embargo_one_at_a_time",
        "posts_embargo",
        "INSERT",
        "A post is under one embargo at a time, set before it is released",
        "NEW.lifted_at IS NOT NULL OR EXISTS (SELECT 1 FROM posts_post o"
        " WHERE o.id = NEW.post_id AND o.last_released_at >= NEW.not_before)"
        f" OR {ITS_EMBARGO.format(which='e.post_id = NEW.post_id', so=IN_FORCE)}",
    ),
    Guard(
        "posts_embargo_ends_once",
        "posts_embargo",
        "UPDATE",
        "An embargo in force is moved or lifted, and one that has ended stays as it was",
        "NEW.post_id <> OLD.post_id OR NEW.set_by_id <> OLD.set_by_id OR NEW.set_at <> OLD.set_at"
        " OR OLD.lifted_at IS NOT NULL OR EXISTS (SELECT 1 FROM posts_post o WHERE o.id = OLD.post_id"
        " AND (o.last_released_at >= OLD.not_before OR o.last_released_at >= NEW.not_before))",
    ),
    *kept("posts_embargoaccess", "The list of who may open a draft"),
    Guard(
        "posts_embargoaccess_named_once",
        "posts_embargoaccess",
        "INSERT",
        "A person is named once, while the embargo is in force",
        "NEW.removed_at IS NOT NULL OR EXISTS (SELECT 1 FROM posts_embargoaccess a WHERE a.removed_at IS NULL"
        " AND a.embargo_id = NEW.embargo_id AND a.person_id = NEW.person_id)"
        f" OR NOT {ITS_EMBARGO.format(which='e.id = NEW.embargo_id', so=IN_FORCE)}",
    ),
    Guard(
        "posts_embargoaccess_removed_once",
        "posts_embargoaccess",
        "UPDATE",
        "The list of who may open a draft changes only by removing somebody, while the embargo is in force",
        "NEW.embargo_id <> OLD.embargo_id OR NEW.person_id <> OLD.person_id"
        " OR NEW.named_by_id <> OLD.named_by_id OR NEW.named_at <> OLD.named_at"
        " OR OLD.removed_at IS NOT NULL"
        f" OR NOT {ITS_EMBARGO.format(which='e.id = OLD.embargo_id', so=IN_FORCE)}",
    ),
    Guard(
        "posts_post_not_before_its_embargo",
        "posts_post",
        "UPDATE",
        "A post under a statistics embargo is not released before its time",
        f"{ANOTHER_TEXT} AND EXISTS (SELECT 1 FROM posts_embargo e WHERE e.post_id = NEW.id"
        " AND e.lifted_at IS NULL AND NEW.last_released_at < e.not_before)",
    ),
    Guard(
        "posts_post_release_time_is_of_a_release",
        "posts_post",
        "UPDATE",
        "The time of the last release changes only with the live text",
        "OLD.last_released_at IS NOT NULL AND NEW.last_released_at <> OLD.last_released_at"
        " AND (NEW.live_revision_id IS NULL OR NEW.live_revision_id = COALESCE(OLD.live_revision_id, 0))",
    ),
    *(
        by_a_named_person(table, event, what, "NEW.post_id", f"NEW.{column}")
        for table, event, what, column in [
            ("posts_draft", "UPDATE", "save the draft", "saved_by_id"),
            ("posts_image", "INSERT", "add pictures", "uploaded_by_id"),
            ("posts_revision", "INSERT", "submit the draft", "sealed_by_id"),
        ]
    ),
    by_a_named_person(
        "posts_draftauthor",
        "INSERT",
        "are in the byline",
        "(SELECT d.post_id FROM posts_draft d WHERE d.id = NEW.draft_id)",
        "NEW.person_id",
    ),
]

HISTORY = [
    *kept("posts_pastgovernment", "A past government"),
    Guard(
        "posts_pastgovernment_has_its_own_days",
        "posts_pastgovernment",
        "INSERT",
        "The past governments of a department have no day in common",
        "NEW.ended_at IS NOT NULL OR EXISTS (SELECT 1 FROM posts_pastgovernment g"
        " WHERE g.department_id = NEW.department_id AND g.ended_at IS NULL"
        " AND g.starts_on <= NEW.ends_on AND g.ends_on >= NEW.starts_on)",
    ),
    Guard(
        "posts_pastgovernment_ends_once",
        "posts_pastgovernment",
        "UPDATE",
        "History mode is ended once, and otherwise stays as it was set",
        "NEW.department_id <> OLD.department_id OR NEW.name <> OLD.name OR NEW.starts_on <> OLD.starts_on"
        " OR NEW.ends_on <> OLD.ends_on OR NEW.set_by_id <> OLD.set_by_id OR NEW.set_at <> OLD.set_at"
        " OR OLD.ended_at IS NOT NULL",
    ),
    Guard(
        "posts_post_of_the_past_keeps_its_text",
        "posts_post",
        "UPDATE",
        "A post published under a past government gets no other text",
        f"OLD.first_released_at IS NOT NULL AND {ANOTHER_TEXT} AND {of_the_past('NEW.id')}",
    ),
    Guard(
        "posts_draft_of_the_past_stays",
        "posts_draft",
        "UPDATE",
        "The draft of a post published under a past government is not changed",
        f"NEW.version <> OLD.version AND {of_the_past('NEW.post_id')}",
    ),
]

GUARDS = [*EMBARGO, *HISTORY]
