"""What the database refuses of the record, and of roles."""

from teams.chain import EXPUNGE_ASKED, EXPUNGED
from teams.guarding import Guard, kept, sealed

# The one change that details may see: every word gone, once somebody asked for it and an auditor, another
# person, agreed, both in the record. What tells of expunging is itself never expunged.
EXPUNGED_BY_TWO = f"""
    NEW.entry_id = OLD.entry_id AND NEW.salt = '' AND NEW.actor_id IS NULL AND NEW.actor_label = ''
    AND NEW.actor_role = '' AND NEW.subject_label = '' AND NEW.reason = ''
    AND CAST(NEW.changes AS text) = '{{}}'
    AND EXISTS (
        SELECT 1 FROM teams_entry t
        JOIN teams_entry a ON a.subject_kind = 'entry' AND a.subject_id = t.number
            AND a.action = '{EXPUNGE_ASKED}'
        JOIN teams_entrydetails b ON b.entry_id = a.number
        JOIN teams_entry e ON e.subject_kind = 'entry' AND e.subject_id = t.number
            AND e.action = '{EXPUNGED}' AND e.number > a.number
        JOIN teams_entrydetails d ON d.entry_id = e.number AND d.actor_id <> b.actor_id
        JOIN teams_roleheld h ON h.person_id = d.actor_id
            AND h.role = 'auditor' AND h.department_id = t.department_id
        WHERE t.number = OLD.entry_id AND t.action NOT IN ('{EXPUNGE_ASKED}', '{EXPUNGED}'))
"""

GUARDS = [
    Guard(
        "teams_roleheld_not_by_the_platform",
        "teams_roleheld",
        "INSERT",
        "A platform administrator runs the installation and holds no role",
        "EXISTS (SELECT 1 FROM teams_user u WHERE u.id = NEW.person_id AND u.is_superuser)",
    ),
    Guard(
        "teams_roleheld_not_by_a_guest",
        "teams_roleheld",
        "INSERT",
        "A guest author holds no role",
        "EXISTS (SELECT 1 FROM teams_user u WHERE u.id = NEW.person_id AND u.is_guest)",
    ),
    Guard("teams_roleheld_no_update", "teams_roleheld", "UPDATE", "A role is given and ended, never edited"),
    Guard(
        "teams_user_with_roles_is_no_superuser",
        "teams_user",
        "UPDATE",
        "A person with roles cannot become a platform administrator",
        "NEW.is_superuser AND NOT OLD.is_superuser AND EXISTS ("
        "SELECT 1 FROM teams_roleheld h WHERE h.person_id = NEW.id)",
    ),
    Guard(
        "teams_user_becomes_no_guest",
        "teams_user",
        "UPDATE",
        "A person with an account cannot become a guest author",
        "NEW.is_guest AND NOT OLD.is_guest",
    ),
    *sealed("teams_entry", "An entry of the record", key="number", unique=[("digest",)]),
    *kept("teams_freeze", "A freeze"),
    *sealed(
        "teams_freeze_directors", "Who may let a post through a freeze", unique=[("freeze_id", "user_id")]
    ),
    Guard(
        "teams_freeze_directors_named_at_the_start",
        "teams_freeze_directors",
        "INSERT",
        "Who may let a post through a freeze is named when it is declared, and not later",
        "EXISTS (SELECT 1 FROM teams_entry e WHERE e.action = 'freeze.declared'"
        " AND e.subject_kind = 'freeze' AND e.subject_id = NEW.freeze_id)",
    ),
    Guard(
        "teams_freeze_stays_itself",
        "teams_freeze",
        "UPDATE",
        "A freeze is declared and lifted, never edited",
        "NEW.level <> OLD.level OR COALESCE(NEW.department_id, 0) <> COALESCE(OLD.department_id, 0)"
        " OR NEW.starts_at <> OLD.starts_at OR NEW.ends_at <> OLD.ends_at OR NEW.notice <> OLD.notice"
        " OR NEW.declared_by_id <> OLD.declared_by_id OR NEW.declared_at <> OLD.declared_at"
        " OR (OLD.lifted_at IS NOT NULL AND (NEW.lifted_at IS NULL OR NEW.lifted_at <> OLD.lifted_at))",
    ),
    *sealed("teams_entrydetails", "The details of an entry", key="entry_id", but_for=EXPUNGED_BY_TWO),
    *sealed("teams_publishedhead", "A published head of the record", unique=[("day",)]),
    Guard(
        "teams_publishedhead_is_of_the_record",
        "teams_publishedhead",
        "INSERT",
        "A published head is an entry of the record, on a later day than every head before",
        "NOT EXISTS (SELECT 1 FROM teams_entry e WHERE e.number = NEW.number AND e.digest = NEW.digest)"
        " OR EXISTS (SELECT 1 FROM teams_publishedhead h WHERE h.day >= NEW.day OR h.number > NEW.number)",
    ),
    Guard(
        "teams_entry_follows_the_last",
        "teams_entry",
        "INSERT",
        "An entry of the record must follow the last one",
        "NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM teams_entry)"
        " OR NEW.previous <> COALESCE("
        "(SELECT digest FROM teams_entry WHERE number = NEW.number - 1), '')",
    ),
]
