"""What the database refuses of drafts and sealed texts. `moderation.guards` has the live pointer's."""

from teams.guarding import Guard, kept, sealed

GUARDS = [
    *sealed("posts_revision", "A sealed revision", unique=[("post_id", "number")]),
    *sealed("posts_revisionauthor", "A sealed byline", unique=[("revision_id", "person_id")]),
    *sealed("posts_revisionpartner", "A sealed partner team", unique=[("revision_id", "team_id")]),
    *sealed("posts_image_revisions", "A picture of a sealed revision", unique=[("image_id", "revision_id")]),
    *sealed("posts_contributor", "A contributor", unique=[("post_id", "person_id")]),
    *sealed("posts_release", "A release", unique=[("revision_id",)]),
    *sealed("posts_postguest", "A guest author of a post", unique=[("post_id", "person_id")]),
    *sealed("posts_withdrawal", "A withdrawal", unique=[("revision_id",)]),
    *kept("posts_post", "A post", unique=[("team_id", "slug"), ("live_revision_id",)]),
    *kept("posts_draft", "A draft", unique=[("post_id",)]),
    *kept("posts_image", "A picture", unique=[("post_id", "digest")]),
    Guard(
        "posts_revision_is_the_draft",
        "posts_revision",
        "INSERT",
        "A revision is sealed from the draft as it stands",
        "NOT EXISTS (SELECT 1 FROM posts_draft d WHERE d.post_id = NEW.post_id"
        " AND d.version = NEW.draft_version AND d.title = NEW.title AND d.summary = NEW.summary"
        " AND d.slug = NEW.slug AND d.source = NEW.source AND d.tags = NEW.tags"
        " AND d.kind = NEW.kind AND d.note = NEW.note"
        " AND d.authorship = NEW.authorship)",
    ),
    Guard(
        "posts_revisionpartner_is_the_posts",
        "posts_revisionpartner",
        "INSERT",
        "A sealed partner team is one of the post",
        "NOT EXISTS (SELECT 1 FROM posts_revision v JOIN posts_postpartner p ON p.post_id = v.post_id"
        " WHERE v.id = NEW.revision_id AND p.team_id = NEW.team_id)",
    ),
    *(
        Guard(
            f"posts_postpartner_{verb}_before_submission",
            "posts_postpartner",
            event,
            "The teams of a post cannot change while it is with its signatories",
            f"EXISTS (SELECT 1 FROM posts_draft d WHERE d.post_id = {row}.post_id AND d.locked)",
        )
        for verb, event, row in [("added", "INSERT", "NEW"), ("removed", "DELETE", "OLD")]
    ),
    Guard("posts_postpartner_no_update", "posts_postpartner", "UPDATE", "A partnership begins and ends"),
    Guard(
        "posts_postpartner_is_another_team",
        "posts_postpartner",
        "INSERT",
        "A team is not a partner of itself",
        "EXISTS (SELECT 1 FROM posts_post o WHERE o.id = NEW.post_id AND o.team_id = NEW.team_id)",
    ),
    Guard(
        "posts_revisionauthor_is_in_the_draft",
        "posts_revisionauthor",
        "INSERT",
        "A sealed byline is that of the draft, and its people are contributors",
        "NOT EXISTS (SELECT 1 FROM posts_revision v"
        " JOIN posts_draft d ON d.post_id = v.post_id AND d.version = v.draft_version"
        " JOIN posts_draftauthor a ON a.draft_id = d.id"
        " JOIN posts_contributor c ON c.post_id = v.post_id AND c.person_id = a.person_id"
        " WHERE v.id = NEW.revision_id AND a.person_id = NEW.person_id)",
    ),
    Guard(
        "posts_revisionauthor_guest_of_the_post",
        "posts_revisionauthor",
        "INSERT",
        "A guest author is in the bylines of their own posts only",
        "EXISTS (SELECT 1 FROM teams_user u WHERE u.id = NEW.person_id AND u.is_guest)"
        " AND NOT EXISTS (SELECT 1 FROM posts_revision v JOIN posts_postguest g ON g.post_id = v.post_id"
        " WHERE v.id = NEW.revision_id AND g.person_id = NEW.person_id)",
    ),
    Guard(
        "posts_postguest_is_a_guest",
        "posts_postguest",
        "INSERT",
        "Only somebody without an account is a guest author",
        "NOT EXISTS (SELECT 1 FROM teams_user u WHERE u.id = NEW.person_id AND u.is_guest)",
    ),
    Guard(
        "posts_image_revisions_is_in_the_text",
        "posts_image_revisions",
        "INSERT",
        "Only pictures in the text of a revision belong to it",
        "NOT EXISTS (SELECT 1 FROM posts_revision v JOIN posts_image i ON i.post_id = v.post_id"
        " WHERE v.id = NEW.revision_id AND i.id = NEW.image_id"
        " AND CAST(v.images AS text) LIKE '%' || i.digest || '%')",
    ),
    *(
        Guard(
            f"{table}_{verb}_by_a_contributor",
            table,
            event,
            f"Whoever {what} is a contributor to the post",
            "NOT EXISTS (SELECT 1 FROM posts_contributor c"
            f" WHERE c.post_id = NEW.post_id AND c.person_id = NEW.{column})",
        )
        for table, column, what in [
            ("posts_draft", "saved_by_id", "saves a draft"),
            ("posts_image", "uploaded_by_id", "uploads a picture"),
        ]
        for verb, event in [("made", "INSERT"), ("changed", "UPDATE")]
    ),
    Guard(
        "posts_draft_locked_words_stay",
        "posts_draft",
        "UPDATE",
        "The words of a draft cannot change while it is with its signatories",
        "OLD.locked AND (NEW.title <> OLD.title OR NEW.summary <> OLD.summary OR NEW.slug <> OLD.slug"
        " OR NEW.source <> OLD.source OR NEW.tags <> OLD.tags OR NEW.version <> OLD.version"
        " OR NEW.kind <> OLD.kind OR NEW.note <> OLD.note OR NEW.authorship <> OLD.authorship)",
    ),
    Guard(
        "posts_draft_counts_its_saves",
        "posts_draft",
        "UPDATE",
        "A draft stays with its post, and new words are a new version",
        "NEW.post_id <> OLD.post_id OR NEW.version < OLD.version"
        " OR (NEW.version = OLD.version AND (NEW.title <> OLD.title OR NEW.summary <> OLD.summary"
        " OR NEW.source <> OLD.source OR NEW.tags <> OLD.tags"
        " OR NEW.kind <> OLD.kind OR NEW.note <> OLD.note"
        " OR NEW.authorship <> OLD.authorship))",
    ),
    Guard(
        "posts_image_stays_itself",
        "posts_image",
        "UPDATE",
        "A picture stays with its post and keeps its content",
        "NEW.post_id <> OLD.post_id OR NEW.digest <> OLD.digest",
    ),
    Guard(
        "posts_release_of_the_live_text",
        "posts_release",
        "INSERT",
        "A release is of the text that has gone live, at its time",
        "NOT EXISTS (SELECT 1 FROM posts_post o WHERE o.id = NEW.post_id"
        " AND o.live_revision_id = NEW.revision_id AND o.last_released_at = NEW.released_at)",
    ),
    Guard(
        "posts_withdrawal_of_the_live_text",
        "posts_withdrawal",
        "INSERT",
        "A withdrawal is of the text that is live",
        "NOT EXISTS (SELECT 1 FROM posts_post o"
        " WHERE o.id = NEW.post_id AND o.live_revision_id = NEW.revision_id)",
    ),
    Guard(
        "posts_post_starts_unpublished",
        "posts_post",
        "INSERT",
        "A post starts unpublished",
        "NEW.live_revision_id IS NOT NULL OR NEW.slug IS NOT NULL",
    ),
    Guard(
        "posts_post_address_stays",
        "posts_post",
        "UPDATE",
        "The address of a released post never moves",
        "OLD.slug IS NOT NULL AND (NEW.slug IS NULL OR NEW.slug <> OLD.slug"
        " OR NEW.released_on <> OLD.released_on OR NEW.first_released_at <> OLD.first_released_at)",
    ),
    Guard(
        "posts_post_address_at_release",
        "posts_post",
        "UPDATE",
        "A post gets its address by going live",
        "OLD.slug IS NULL AND NEW.slug IS NOT NULL AND NEW.live_revision_id IS NULL",
    ),
    Guard(
        "posts_post_stays_in_its_team",
        "posts_post",
        "UPDATE",
        "A post that was submitted stays in its team",
        "NEW.team_id <> OLD.team_id AND EXISTS (SELECT 1 FROM posts_revision r WHERE r.post_id = OLD.id)",
    ),
    Guard(
        "posts_team_stays_where_it_is",
        "teams_team",
        "UPDATE",
        "A team that has posts keeps its address and its department",
        "(NEW.slug <> OLD.slug OR NEW.department_id <> OLD.department_id)"
        " AND EXISTS (SELECT 1 FROM posts_post o WHERE o.team_id = OLD.id)",
    ),
]
