"""What the database refuses of sign-off under a statistics embargo, and of posts of a past government."""

from posts.restriction_guards import by_a_named_person, of_the_past
from teams.guarding import Guard

OF_SUBMISSION = "(SELECT s.post_id FROM moderation_submission s WHERE s.id = NEW.submission_id)"
OF_REVISION = "(SELECT v.post_id FROM posts_revision v WHERE v.id = NEW.revision_id)"

GUARDS = [
    *(
        by_a_named_person(f"moderation_{table}", "INSERT", what, post, f"NEW.{column}")
        for table, what, post, column in [
            ("submission", "submit it", "NEW.post_id", "submitted_by_id"),
            ("attestation", "attest to it", OF_REVISION, "person_id"),
            ("signature", "sign it", OF_SUBMISSION, "person_id"),
            ("return", "return it", OF_SUBMISSION, "person_id"),
        ]
    ),
    Guard(
        "moderation_submission_not_of_the_past",
        "moderation_submission",
        "INSERT",
        "A post published under a past government is not submitted again",
        of_the_past("NEW.post_id"),
    ),
]
