"""What the database refuses of comments."""

from comments.workflow import MOVES, State
from posts.restriction_guards import of_the_past
from teams.guarding import Guard, kept, sealed

_ALLOWED = " OR ".join(
    f"(OLD.state = '{state}' AND NEW.state = '{following}')"
    for state in State
    for following in sorted(MOVES[state])
)

GUARDS = [
    *sealed("comments_officialreply", "An official reply"),
    *kept("comments_comment", "A comment", unique=[("reference",), ("submission_key",)]),
    Guard(
        "comments_comment_starts_undecided",
        "comments_comment",
        "INSERT",
        "A comment is received undecided, on a live post, and answers a comment of the same post",
        "NEW.state NOT IN ('waiting', 'likely_spam') OR NEW.first_published_at IS NOT NULL"
        " OR NOT EXISTS (SELECT 1 FROM posts_post o WHERE o.id = NEW.post_id"
        " AND o.live_revision_id IS NOT NULL)"
        " OR (NEW.parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM comments_comment c"
        " WHERE c.id = NEW.parent_id AND c.post_id = NEW.post_id AND c.parent_id IS NULL))",
    ),
    Guard(
        "comments_comment_not_on_the_past",
        "comments_comment",
        "INSERT",
        "A post published under a past government takes no comments",
        of_the_past("NEW.post_id"),
    ),
    Guard(
        "comments_officialreply_not_on_the_past",
        "comments_officialreply",
        "INSERT",
        "Comments on a post published under a past government are not answered",
        of_the_past("(SELECT c.post_id FROM comments_comment c WHERE c.id = NEW.comment_id)"),
    ),
    Guard(
        "comments_comment_words_stay",
        "comments_comment",
        "UPDATE",
        "The words of a comment are never edited",
        "NEW.body <> OLD.body OR NEW.html <> OLD.html OR NEW.name <> OLD.name"
        " OR NEW.post_id <> OLD.post_id OR NEW.received_at <> OLD.received_at"
        " OR NEW.reference <> OLD.reference OR NEW.submission_key <> OLD.submission_key"
        " OR NEW.perspective <> OLD.perspective OR NEW.organisation <> OLD.organisation"
        " OR COALESCE(NEW.parent_id, 0) <> COALESCE(OLD.parent_id, 0)",
    ),
    Guard(
        "comments_comment_decision_stays",
        "comments_comment",
        "UPDATE",
        "A decision changes only by another, and first publication is for good",
        "(NEW.state = OLD.state AND (NEW.house_rule <> OLD.house_rule OR NEW.decided_at <> OLD.decided_at"
        " OR NEW.decided_by_id <> OLD.decided_by_id))"
        " OR (OLD.first_published_at IS NOT NULL AND (NEW.first_published_at IS NULL"
        " OR NEW.first_published_at <> OLD.first_published_at))"
        " OR (NEW.first_published_at IS NOT NULL AND OLD.first_published_at IS NULL"
        " AND NEW.state <> 'published')",
    ),
    Guard(
        "comments_officialreply_to_a_published_comment",
        "comments_officialreply",
        "INSERT",
        "An official reply answers a published comment on a live post",
        "NOT EXISTS (SELECT 1 FROM comments_comment c JOIN posts_post o ON o.id = c.post_id"
        " WHERE c.id = NEW.comment_id AND c.state = 'published' AND o.live_revision_id IS NOT NULL)",
    ),
    Guard(
        "comments_comment_moves",
        "comments_comment",
        "UPDATE",
        "A comment moves only from state to state as its workflow says",
        f"NEW.state <> OLD.state AND NOT ({_ALLOWED})",
    ),
]
