"""What the database refuses in a freeze, and of the exceptions that let a post through one."""

from teams.guarding import Guard, sealed


def _frozen(at: str, departments: str, level: str = "") -> str:
    """A freeze that holds then for one of the departments, with too few exceptions for post NEW.id."""
    return f"""
    SELECT 1 FROM teams_freeze f
    WHERE f.starts_at <= {at} AND f.ends_at > {at} AND (f.lifted_at IS NULL OR f.lifted_at > {at}) {level}
      AND (f.department_id IS NULL OR f.department_id IN ({departments}))
      AND (SELECT COUNT(*) FROM moderation_freezeexception x WHERE x.freeze_id = f.id AND x.post_id = NEW.id)
          < CASE f.level WHEN 'mourning' THEN 2 ELSE 1 END
"""


DEPARTMENTS_OF_NEW = """
    SELECT t.department_id FROM teams_team t WHERE t.id = NEW.team_id
    UNION SELECT t.department_id FROM posts_postpartner q JOIN teams_team t ON t.id = q.team_id
    WHERE q.post_id = NEW.id
"""

# The declared freeze NEW.freeze_id, where it stops the post NEW.post_id when the exception is granted.
STOPS_THE_POST = """
    SELECT 1 FROM teams_freeze f
    JOIN teams_entry e ON e.action = 'freeze.declared' AND e.subject_kind = 'freeze' AND e.subject_id = f.id
    WHERE f.id = NEW.freeze_id AND f.lifted_at IS NULL
      AND f.starts_at <= NEW.granted_at AND f.ends_at > NEW.granted_at
      AND (f.department_id IS NULL OR f.department_id IN (
          SELECT t.department_id FROM posts_post o JOIN teams_team t ON t.id = o.team_id
          WHERE o.id = NEW.post_id
          UNION SELECT t.department_id FROM posts_postpartner q JOIN teams_team t ON t.id = q.team_id
          WHERE q.post_id = NEW.post_id))
"""

GUARDS = [
    *sealed("moderation_freezeexception", "An exception", unique=[("freeze_id", "post_id", "person_id")]),
    Guard(
        "moderation_no_release_in_a_freeze",
        "posts_post",
        "UPDATE",
        "Nothing is released during a freeze without the exceptions that it needs",
        "NEW.live_revision_id IS NOT NULL"
        " AND (OLD.live_revision_id IS NULL OR NEW.live_revision_id <> OLD.live_revision_id)"
        f" AND EXISTS ({_frozen('NEW.last_released_at', DEPARTMENTS_OF_NEW)})",
    ),
    Guard(
        "moderation_no_withdrawal_in_mourning",
        "posts_post",
        "UPDATE",
        "Nothing is withdrawn in mourning without the exceptions that it needs",
        "OLD.live_revision_id IS NOT NULL AND NEW.live_revision_id IS NULL"
        " AND EXISTS (SELECT 1 FROM posts_withdrawal w WHERE w.revision_id = OLD.live_revision_id"
        " AND EXISTS (" + _frozen("w.withdrawn_at", DEPARTMENTS_OF_NEW, "AND f.level = 'mourning'") + "))",
    ),
    Guard(
        "moderation_exception_by_a_named_director",
        "moderation_freezeexception",
        "INSERT",
        "Only a director named for the freeze lets a post through, and not one who wrote its words",
        "NOT EXISTS (SELECT 1 FROM teams_freeze_directors d"
        " JOIN teams_user u ON u.id = d.user_id AND u.is_active"
        " WHERE d.freeze_id = NEW.freeze_id AND d.user_id = NEW.person_id)"
        " OR EXISTS (SELECT 1 FROM posts_contributor c"
        " WHERE c.post_id = NEW.post_id AND c.person_id = NEW.person_id)",
    ),
    Guard(
        "moderation_exception_from_what_stops_it",
        "moderation_freezeexception",
        "INSERT",
        "A post is let through a freeze that is in force and stops it",
        f"NOT EXISTS ({STOPS_THE_POST})",
    ),
]
