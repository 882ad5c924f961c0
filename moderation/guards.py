"""What the database refuses of sign-off. Together: no unsigned word is ever live."""

from moderation.workflow import MOVES, State
from teams.guarding import Guard, kept, sealed

# The departments whose press offices a submission `s` needs: that of its team, and those of its partners.
ITS_DEPARTMENTS = """
    SELECT t.department_id FROM posts_post o JOIN teams_team t ON t.id = o.team_id WHERE o.id = s.post_id
    UNION SELECT t.department_id FROM posts_revisionpartner q JOIN teams_team t ON t.id = q.team_id
    WHERE q.revision_id = s.revision_id
"""

EVERY_STEP_SIGNED = f"""
    NOT EXISTS (SELECT 1 FROM teams_department d WHERE d.id IN ({ITS_DEPARTMENTS}) AND NOT EXISTS (
            SELECT 1 FROM moderation_submissionstep p JOIN moderation_group g ON g.id = p.group_id
            JOIN moderation_signature x ON x.step_id = p.id
            WHERE p.submission_id = s.id AND g.kind = 'press_office' AND g.department_id = d.id))
    AND NOT EXISTS (SELECT 1 FROM moderation_submissionstep p
            JOIN posts_revision v ON v.id = s.revision_id
            WHERE p.submission_id = s.id AND NOT EXISTS (
                SELECT 1 FROM moderation_signature x
                WHERE x.step_id = p.id AND x.fingerprint = v.fingerprint))
"""


def _belongs(person: str) -> str:
    """Where the person signs for group `g` in their own right."""
    return f"""
        (g.kind = 'press_office' AND EXISTS (
            SELECT 1 FROM teams_roleheld h WHERE h.person_id = {person}
            AND h.role = 'press_officer' AND h.department_id = g.department_id))
        OR (g.kind <> 'press_office'
            AND EXISTS (SELECT 1 FROM moderation_group_members m
                        WHERE m.group_id = g.id AND m.user_id = {person})
            AND EXISTS (SELECT 1 FROM teams_roleheld h WHERE h.person_id = {person}
                        AND h.role IN ('press_officer', 'clearer') AND h.department_id = g.department_id))
    """


def _their_step(at: str) -> str:
    """The step of the verdict NEW, where it is its person's to act on at the time in the column `at`."""
    return f"""
    SELECT 1 FROM moderation_submissionstep p
    JOIN moderation_submission s ON s.id = p.submission_id
    JOIN posts_revision v ON v.id = s.revision_id
    JOIN moderation_group g ON g.id = p.group_id
    JOIN teams_user u ON u.id = NEW.person_id AND u.is_active
    WHERE p.id = NEW.step_id AND s.id = NEW.submission_id AND s.state = 'open'
      AND NOT EXISTS (SELECT 1 FROM moderation_submissionstep e WHERE e.submission_id = s.id
                      AND e.position < p.position AND NOT EXISTS (
                          SELECT 1 FROM moderation_signature x WHERE x.step_id = e.id))
      AND (COALESCE(NEW.delegation_id, NEW.duty_id) IS NULL OR EXISTS (
            SELECT 1 FROM teams_roleheld h WHERE h.person_id = NEW.person_id
            AND h.role IN ('press_officer', 'clearer')))
      AND ((NEW.delegation_id IS NULL AND NEW.duty_id IS NULL AND ({_belongs("NEW.person_id")}))
        OR (NEW.duty_id IS NULL AND EXISTS (
            SELECT 1 FROM moderation_delegation l JOIN teams_user i ON i.id = l.giver_id AND i.is_active
            WHERE l.id = NEW.delegation_id AND l.receiver_id = NEW.person_id AND l.ended_at IS NULL
              AND l.starts_at <= NEW.{at} AND l.ends_at > NEW.{at} AND ({_belongs("l.giver_id")})
              AND NOT EXISTS (SELECT 1 FROM posts_contributor c
                              WHERE c.post_id = s.post_id AND c.person_id = l.giver_id)))
        OR (NEW.delegation_id IS NULL AND g.kind = 'press_office' AND EXISTS (
            SELECT 1 FROM moderation_duty y
            WHERE y.id = NEW.duty_id AND y.person_id = NEW.person_id AND y.ended_at IS NULL
              AND y.department_id = g.department_id AND y.starts_at <= NEW.{at} AND y.ends_at > NEW.{at})))
"""


ON_THE_ROUTE = f"""
    SELECT 1 FROM moderation_submission s
    JOIN posts_post o ON o.id = s.post_id
    JOIN moderation_group g ON g.id = NEW.group_id
    WHERE s.id = NEW.submission_id AND s.state = 'open'
      AND ((g.kind = 'press_office' AND g.department_id IN ({ITS_DEPARTMENTS}))
           OR EXISTS (SELECT 1 FROM moderation_routestep r WHERE r.team_id = o.team_id
                      AND r.group_id = g.id AND r.position = NEW.position))
"""

# A step of the team's own route that was not copied before the press office's, which comes last; a question
# may skip them where its department says so.
ROUTE_CUT_SHORT = """
    SELECT 1 FROM moderation_submission s
    JOIN posts_revision v ON v.id = s.revision_id
    JOIN posts_post o ON o.id = s.post_id
    JOIN teams_team t ON t.id = o.team_id
    JOIN teams_department d ON d.id = t.department_id
    JOIN moderation_group g ON g.id = NEW.group_id AND g.kind = 'press_office'
    JOIN moderation_routestep r ON r.team_id = o.team_id
    WHERE s.id = NEW.submission_id AND NOT (v.kind = 'question' AND d.short_questions)
      AND NOT EXISTS (SELECT 1 FROM moderation_submissionstep p
                      WHERE p.submission_id = s.id AND p.group_id = r.group_id AND p.position < NEW.position)
"""

ITS_OWN_POST = """
    SELECT 1 FROM moderation_submission s
    JOIN posts_contributor c ON c.post_id = s.post_id
    WHERE s.id = NEW.submission_id AND c.person_id = NEW.person_id
"""

ATTESTATION_MISSING = """
    SELECT 1 FROM moderation_submission s
    JOIN posts_revisionauthor a ON a.revision_id = s.revision_id
    WHERE s.id = NEW.submission_id AND NOT EXISTS (
        SELECT 1 FROM moderation_attestation b
        WHERE b.revision_id = a.revision_id AND b.person_id = a.person_id)
"""

NAMED_AND_OPEN = """
    SELECT 1 FROM posts_revisionauthor a
    JOIN moderation_submission s ON s.revision_id = a.revision_id AND s.state = 'open'
    WHERE a.revision_id = NEW.revision_id AND a.person_id = NEW.person_id
"""

NOBODY_NAMED = """
    SELECT 1 FROM moderation_submission s
    JOIN posts_revisionauthor a ON a.revision_id = s.revision_id
    WHERE s.id = NEW.submission_id
"""

# The revision NEW.live_revision_id: cleared, its time come, and newer than what was live.
CLEARED_AND_NEWER = f"""
    SELECT 1 FROM posts_revision v JOIN moderation_submission s ON s.revision_id = v.id
    WHERE v.id = NEW.live_revision_id AND v.post_id = NEW.id AND s.post_id = NEW.id AND s.state = 'cleared'
      AND v.slug = NEW.slug
      AND (s.plan = 'now' OR (s.plan = 'at' AND s.release_at <= NEW.last_released_at))
      AND {EVERY_STEP_SIGNED}
      AND NOT EXISTS (SELECT 1 FROM posts_withdrawal w JOIN posts_revision r ON r.id = w.revision_id
                      WHERE w.post_id = NEW.id AND r.number >= v.number)
      AND NOT EXISTS (SELECT 1 FROM posts_revision r
                      WHERE r.id = OLD.live_revision_id AND r.number > v.number)
"""


_ALLOWED = " OR ".join(
    f"(OLD.state = '{state}' AND NEW.state = '{following}')"
    for state in State
    for following in sorted(MOVES[state])
)

GUARDS = [
    *sealed("moderation_signature", "A signature", unique=[("step_id",)]),
    *sealed("moderation_return", "A return", unique=[("submission_id",)]),
    *sealed("moderation_attestation", "An attestation", unique=[("revision_id", "person_id")]),
    *sealed("moderation_attestationrefusal", "A refusal to attest", unique=[("revision_id", "person_id")]),
    *sealed("moderation_submissionstep", "A step of an open route", unique=[("submission_id", "group_id")]),
    *kept("moderation_submission", "A submission", unique=[("revision_id",)]),
    *kept("moderation_group", "A group of signatories", unique=[("department_id", "name")]),
    *kept("moderation_delegation", "A delegation"),
    *kept("moderation_duty", "A shift of duty"),
    Guard(
        "moderation_signature_is_valid",
        "moderation_signature",
        "INSERT",
        "Only a signatory of the step may sign, and only the fingerprint of the open submission",
        f"NOT EXISTS ({_their_step('signed_at')} AND v.fingerprint = NEW.fingerprint)",
    ),
    Guard(
        "moderation_signature_not_own_words",
        "moderation_signature",
        "INSERT",
        "Nobody may sign words of their own",
        f"EXISTS ({ITS_OWN_POST})",
    ),
    Guard(
        "moderation_signature_after_attestation",
        "moderation_signature",
        "INSERT",
        "Every named author must attest before anyone signs",
        f"EXISTS ({ATTESTATION_MISSING}) OR NOT EXISTS ({NOBODY_NAMED})",
    ),
    Guard(
        "moderation_signature_parliament_first",
        "moderation_signature",
        "INSERT",
        "Where new policy is announced, a signature says whether Parliament comes first",
        "NEW.parliament = '' AND EXISTS (SELECT 1 FROM moderation_attestation a"
        " JOIN moderation_submission s ON s.revision_id = a.revision_id"
        " WHERE s.id = NEW.submission_id AND a.new_policy)",
    ),
    Guard(
        "moderation_step_before_signatures",
        "moderation_submissionstep",
        "INSERT",
        "The route of a submission is complete before anyone signs",
        "EXISTS (SELECT 1 FROM moderation_signature x WHERE x.submission_id = NEW.submission_id)",
    ),
    Guard(
        "moderation_step_is_on_the_route",
        "moderation_submissionstep",
        "INSERT",
        "The steps of an open submission are those of its route",
        f"NOT EXISTS ({ON_THE_ROUTE})",
    ),
    Guard(
        "moderation_step_route_is_whole",
        "moderation_submissionstep",
        "INSERT",
        "Every step of the route is copied before the press office",
        f"EXISTS ({ROUTE_CUT_SHORT})",
    ),
    Guard(
        "moderation_return_is_valid",
        "moderation_return",
        "INSERT",
        "Only a signatory of the step may return an open submission",
        f"NOT EXISTS ({_their_step('returned_at')})",
    ),
    *(
        Guard(
            f"{table}_is_an_authors",
            table,
            "INSERT",
            f"Only a named author {does}, while the submission is open",
            f"NOT EXISTS ({NAMED_AND_OPEN})",
        )
        for table, does in [
            ("moderation_attestation", "attests"),
            ("moderation_attestationrefusal", "refuses to attest"),
        ]
    ),
    Guard(
        "moderation_group_stays_itself",
        "moderation_group",
        "UPDATE",
        "A group of signatories keeps its kind and its department",
        "NEW.kind <> OLD.kind OR NEW.department_id <> OLD.department_id",
    ),
    Guard(
        "moderation_group_one_press_office",
        "moderation_group",
        "INSERT",
        "A department has one press office",
        "NEW.kind = 'press_office' AND EXISTS (SELECT 1 FROM moderation_group g"
        " WHERE g.kind = 'press_office' AND g.department_id = NEW.department_id)",
    ),
    Guard(
        "moderation_byline_before_submission",
        "posts_revisionauthor",
        "INSERT",
        "The byline of a submitted revision is complete",
        "EXISTS (SELECT 1 FROM moderation_submission s WHERE s.revision_id = NEW.revision_id)",
    ),
    Guard(
        "moderation_draft_locked_while_submitted",
        "posts_draft",
        "UPDATE",
        "A draft stays locked while its submission is open",
        "OLD.locked AND NOT NEW.locked AND EXISTS ("
        "SELECT 1 FROM moderation_submission s"
        " WHERE s.post_id = OLD.post_id AND s.state IN ('open', 'cleared'))",
    ),
    Guard(
        "moderation_submission_starts_open",
        "moderation_submission",
        "INSERT",
        "A submission starts open, for a revision of its own post",
        "NEW.state <> 'open' OR NEW.plan = 'held' OR NOT EXISTS ("
        "SELECT 1 FROM posts_revision v WHERE v.id = NEW.revision_id AND v.post_id = NEW.post_id)"
        " OR EXISTS (SELECT 1 FROM moderation_submission s"
        " WHERE s.revision_id = NEW.revision_id"
        " OR (s.post_id = NEW.post_id AND s.state IN ('open', 'cleared')))",
    ),
    Guard(
        "moderation_submission_stays_itself",
        "moderation_submission",
        "UPDATE",
        "A submission keeps its post, its revision and who submitted it",
        "NEW.post_id <> OLD.post_id OR NEW.revision_id <> OLD.revision_id"
        " OR NEW.submitted_by_id <> OLD.submitted_by_id OR NEW.submitted_at <> OLD.submitted_at",
    ),
    Guard(
        "moderation_submission_moves",
        "moderation_submission",
        "UPDATE",
        "A submission that has ended stays as it ended",
        f"NEW.state <> OLD.state AND NOT ({_ALLOWED})",
    ),
    Guard(
        "moderation_submission_plan_until_its_end",
        "moderation_submission",
        "UPDATE",
        "When a submission is released is decided before it ends",
        "OLD.state NOT IN ('open', 'cleared') AND (NEW.plan <> OLD.plan"
        " OR COALESCE(CAST(NEW.release_at AS text), '') <> COALESCE(CAST(OLD.release_at AS text), ''))",
    ),
    Guard(
        "moderation_submission_released_is_live",
        "moderation_submission",
        "UPDATE",
        "A submission is released by its revision going live",
        "NEW.state = 'released' AND OLD.state <> 'released' AND NOT EXISTS ("
        "SELECT 1 FROM posts_post o WHERE o.id = NEW.post_id AND o.live_revision_id = NEW.revision_id)",
    ),
    Guard(
        "moderation_submission_cleared_by_signatures",
        "moderation_submission",
        "UPDATE",
        "A submission is cleared only when every step has signed its fingerprint",
        "NEW.state = 'cleared' AND OLD.state <> 'cleared' AND NOT EXISTS ("
        f"SELECT 1 FROM moderation_submission s WHERE s.id = OLD.id AND {EVERY_STEP_SIGNED})",
    ),
    Guard(
        "moderation_live_text_is_signed",
        "posts_post",
        "UPDATE",
        "Only a cleared revision whose time has come, newer than what was live, can be live",
        "NEW.live_revision_id IS NOT NULL"
        " AND (OLD.live_revision_id IS NULL OR NEW.live_revision_id <> OLD.live_revision_id)"
        f" AND NOT EXISTS ({CLEARED_AND_NEWER})",
    ),
    Guard(
        "moderation_live_text_goes_by_withdrawal",
        "posts_post",
        "UPDATE",
        "A live text goes down only by a withdrawal with a reason",
        "OLD.live_revision_id IS NOT NULL AND NEW.live_revision_id IS NULL AND NOT EXISTS ("
        "SELECT 1 FROM posts_withdrawal w"
        " WHERE w.post_id = NEW.id AND w.revision_id = OLD.live_revision_id)",
    ),
    *(
        Guard(
            f"{table}_is_only_ended",
            table,
            "UPDATE",
            f"{what} is made and ended, never edited",
            " OR ".join(f"NEW.{column} <> OLD.{column}" for column in columns)
            + " OR (OLD.ended_at IS NOT NULL AND (NEW.ended_at IS NULL OR NEW.ended_at <> OLD.ended_at))",
        )
        for table, what, columns in [
            (
                "moderation_delegation",
                "A delegation",
                ("giver_id", "receiver_id", "starts_at", "ends_at", "reason", "given_by_id", "given_at"),
            ),
            (
                "moderation_duty",
                "A shift of duty",
                ("department_id", "person_id", "starts_at", "ends_at", "listed_by_id", "listed_at"),
            ),
        ]
    ),
]
