"""What the database refuses of remarks and of advice from outside."""

from teams.guarding import Guard, kept, sealed

THEIR_LINK_WORKS = """
    SELECT 1 FROM moderation_advicerequest r
    JOIN moderation_submission s ON s.id = r.submission_id AND s.state = 'open'
    WHERE r.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM moderation_advice a WHERE a.request_id = r.id)
"""

OF_ITS_SUBMISSION = "SELECT 1 FROM moderation_submission s WHERE s.id = NEW.submission_id"

GUARDS = [
    *kept("moderation_remark", "A remark"),
    *sealed("moderation_remarkreply", "A reply to a remark"),
    *kept("moderation_mention", "A mention"),
    *kept("moderation_advicerequest", "A request for advice"),
    *sealed("moderation_advice", "Advice", unique=[("request_id",)]),
    Guard(
        "moderation_remark_words_stay",
        "moderation_remark",
        "UPDATE",
        "The words of a remark never change",
        "NEW.submission_id <> OLD.submission_id OR NEW.quote <> OLD.quote OR NEW.text <> OLD.text"
        " OR NEW.suggestion <> OLD.suggestion OR NEW.role <> OLD.role OR NEW.made_at <> OLD.made_at"
        " OR COALESCE(NEW.paragraph, -1) <> COALESCE(OLD.paragraph, -1)"
        " OR COALESCE(NEW.made_by_id, 0) <> COALESCE(OLD.made_by_id, 0)"
        " OR COALESCE(NEW.adviser_id, 0) <> COALESCE(OLD.adviser_id, 0)",
    ),
    Guard(
        "moderation_remark_is_decided_once",
        "moderation_remark",
        "UPDATE",
        "The outcome of a remark stays as it was decided",
        "OLD.outcome <> 'open' AND (NEW.outcome <> OLD.outcome OR NEW.decided_by_id <> OLD.decided_by_id"
        " OR NEW.decided_at <> OLD.decided_at)",
    ),
    Guard(
        "moderation_remark_starts_open",
        "moderation_remark",
        "INSERT",
        "A remark starts open, on a submission that is open or returned",
        f"NEW.outcome <> 'open' OR NOT EXISTS ({OF_ITS_SUBMISSION} AND s.state IN ('open', 'returned'))",
    ),
    Guard(
        "moderation_remark_quotes_its_text",
        "moderation_remark",
        "INSERT",
        "A remark quotes the text that was submitted",
        "NEW.quote <> '' AND NOT EXISTS (SELECT 1 FROM moderation_submission s"
        " JOIN posts_revision v ON v.id = s.revision_id"
        " WHERE s.id = NEW.submission_id AND REPLACE(v.source, NEW.quote, '') <> v.source)",
    ),
    Guard(
        "moderation_remark_by_its_adviser",
        "moderation_remark",
        "INSERT",
        "An adviser remarks on the submission of their link, while it works",
        f"NEW.adviser_id IS NOT NULL AND NOT EXISTS ({THEIR_LINK_WORKS}"
        " AND r.id = NEW.adviser_id AND s.id = NEW.submission_id AND NEW.made_at < r.expires_at)",
    ),
    Guard(
        "moderation_remark_accepted_into_a_draft",
        "moderation_remark",
        "UPDATE",
        "A remark is accepted only while its post can be written",
        "NEW.outcome = 'accepted' AND OLD.outcome <> 'accepted' AND NOT EXISTS ("
        "SELECT 1 FROM moderation_submission s JOIN posts_draft d ON d.post_id = s.post_id"
        " WHERE s.id = NEW.submission_id AND NOT d.locked)",
    ),
    Guard(
        "moderation_remark_wording_contributes",
        "moderation_remark",
        "UPDATE",
        "Whoever wrote accepted wording is a contributor",
        "NEW.outcome = 'accepted' AND NEW.suggestion <> '' AND NOT EXISTS ("
        "SELECT 1 FROM moderation_submission s JOIN posts_contributor c ON c.post_id = s.post_id"
        " WHERE s.id = NEW.submission_id AND c.person_id = NEW.made_by_id)",
    ),
    Guard(
        "moderation_remark_resolved_by_the_next",
        "moderation_remark",
        "UPDATE",
        "A remark is resolved by a later submission of its post",
        "NEW.outcome = 'resolved' AND OLD.outcome <> 'resolved' AND NOT EXISTS ("
        "SELECT 1 FROM moderation_submission s JOIN moderation_submission n ON n.post_id = s.post_id"
        " WHERE s.id = NEW.submission_id AND n.id > s.id)",
    ),
    Guard(
        "moderation_mention_stays_itself",
        "moderation_mention",
        "UPDATE",
        "A mention stays as it was made, and is read once",
        "NEW.remark_id <> OLD.remark_id OR NEW.person_id <> OLD.person_id"
        " OR NEW.told_by_id <> OLD.told_by_id OR NEW.told_at <> OLD.told_at"
        " OR (OLD.read_at IS NOT NULL AND (NEW.read_at IS NULL OR NEW.read_at <> OLD.read_at))",
    ),
    Guard(
        "moderation_advicerequest_of_an_open_submission",
        "moderation_advicerequest",
        "INSERT",
        "Advice is asked on an open submission",
        f"NEW.ended_at IS NOT NULL OR NOT EXISTS ({OF_ITS_SUBMISSION} AND s.state = 'open')",
    ),
    Guard(
        "moderation_advicerequest_stays_itself",
        "moderation_advicerequest",
        "UPDATE",
        "A request for advice stays as it was made, and ends once",
        "NEW.submission_id <> OLD.submission_id OR NEW.name <> OLD.name"
        " OR NEW.organisation <> OLD.organisation OR NEW.email <> OLD.email"
        " OR NEW.question <> OLD.question OR NEW.asked_by_id <> OLD.asked_by_id"
        " OR NEW.asked_at <> OLD.asked_at OR NEW.expires_at <> OLD.expires_at"
        " OR (OLD.ended_at IS NOT NULL AND (NEW.ended_at IS NULL OR NEW.ended_at <> OLD.ended_at))",
    ),
    Guard(
        "moderation_advice_while_the_link_works",
        "moderation_advice",
        "INSERT",
        "Advice is given once, while the link works",
        f"NOT EXISTS ({THEIR_LINK_WORKS} AND r.id = NEW.request_id AND NEW.given_at < r.expires_at)",
    ),
]
