"""Writes scaled posts in bulk: the rows that drafting, submitting, signing and releasing write."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from taggit.models import Tag, TaggedItem

from moderation.authority import Right
from moderation.models import Attestation, Signature, Submission, SubmissionStep
from moderation.signing import ALL_MET
from moderation.submitting import due_after
from moderation.workflow import Plan as ReleasePlan
from moderation.workflow import State
from policyblogs.demonstration.scaling_plans import Plan, Stock
from policyblogs.demonstration.scaling_rows import Chain, update
from posts.fingerprint import fingerprint
from posts.models import Contributor, Draft, DraftAuthor, Post, Release, Revision, RevisionAuthor
from posts.rendering import RULES
from teams.models import Team
from teams.record import Subject


@transaction.atomic
def write_posts(stock: Stock, plans: Sequence[Plan]) -> None:
    """Take posts from draft to live, as `drafting`, `submitting`, `signing` and `releasing` do."""
    chain = Chain()
    write_drafts(plans)
    seal(plans)
    submit(plans, chain)
    attest(plans, chain)
    sign(plans, chain)
    clear(plans)
    release(plans, chain)
    tag(plans, stock.tags)
    bump_blogs(plans)
    chain.write()


def write_drafts(plans: Sequence[Plan]) -> None:
    for plan in plans:
        plan.post = Post(team=plan.crew.team, started_by=plan.byline[0], started_at=plan.started_at)
    Post.objects.bulk_create(plan.post for plan in plans)
    Contributor.objects.bulk_create(
        Contributor(post=plan.post, person=person, since=plan.started_at)
        for plan in plans
        for person in plan.byline
    )
    for plan in plans:
        plan.draft = Draft(
            post=plan.post,
            title=plan.title,
            summary=plan.text.summary,
            slug=plan.slug,
            source=plan.text.source,
            tags=plan.text.tags,
            saved_by=plan.byline[0],
            saved_at=plan.started_at,
        )
    Draft.objects.bulk_create(plan.draft for plan in plans)
    DraftAuthor.objects.bulk_create(
        DraftAuthor(draft=plan.draft, person=person, position=position)
        for plan in plans
        for position, person in enumerate(plan.byline, 1)
    )


def seal(plans: Sequence[Plan]) -> None:
    for plan in plans:
        plan.revision = sealed(plan)
    Revision.objects.bulk_create(plan.revision for plan in plans)
    RevisionAuthor.objects.bulk_create(
        RevisionAuthor(revision=plan.revision, person=person, position=position)
        for plan in plans
        for position, person in enumerate(plan.byline, 1)
    )


def sealed(plan: Plan) -> Revision:
    draft, article = plan.draft, plan.text.article
    revision = Revision(
        post=plan.post,
        number=1,
        draft_version=draft.version,
        title=draft.title,
        summary=draft.summary,
        slug=draft.slug,
        source=draft.source,
        tags=draft.tags,
        kind=draft.kind,
        byline=[{"name": person.name, "role": person.job_title} for person in plan.byline],
        blocks=article.blocks,
        links=article.links,
        images=article.images,
        html=article.html,
        rules=RULES,
        words=article.words,
        contributors=sorted(person.name for person in plan.byline),
        sealed_by=plan.byline[0],
        sealed_at=plan.submitted_at,
    )
    revision.fingerprint = fingerprint(revision.as_words())
    return revision


def submit(plans: Sequence[Plan], chain: Chain) -> None:
    for plan in plans:
        plan.submission = Submission(
            post=plan.post,
            revision=plan.revision,
            submitted_by=plan.byline[0],
            submitted_at=plan.submitted_at,
            due_at=due_after(plan.post, plan.submitted_at),
        )
        changes = {
            "fingerprint": [None, plan.revision.fingerprint],
            "revision": [None, plan.revision.number],
            "release": [None, ReleasePlan.NOW.label],
        }
        chain.add(
            plan.submitted_at, "post.submitted", plan.post.subject, plan.byline[0], "Submitter", changes
        )
    Submission.objects.bulk_create(plan.submission for plan in plans)


def attest(plans: Sequence[Plan], chain: Chain) -> None:
    attestations = [
        Attestation(
            revision=plan.revision,
            person=person,
            ai_use=Attestation.AIUse.NONE,
            new_policy=False,
            unreleased_statistics=False,
            attested_at=plan.submitted_at + timedelta(minutes=20 * place),
        )
        for plan in plans
        for place, person in enumerate(plan.byline)
    ]
    Attestation.objects.bulk_create(attestations)
    for attestation in attestations:
        revision = attestation.revision
        changes = {
            "fingerprint": [None, revision.fingerprint],
            "use of generative AI": [None, attestation.get_ai_use_display()],
            "new policy": [None, attestation.new_policy],
            "unreleased statistics": [None, attestation.unreleased_statistics],
        }
        chain.add(
            attestation.attested_at,
            "post.attested",
            revision.post.subject,
            attestation.person,
            "Named author",
            changes,
        )


def sign(plans: Sequence[Plan], chain: Chain) -> None:
    """Copy each post's route and have every step signed in its order, the last at the release."""
    steps = [
        (plan, person, SubmissionStep(submission=plan.submission, position=position, group=group))
        for plan in plans
        for person, (position, group, _) in zip(plan.signatories, plan.crew.route, strict=True)
    ]
    SubmissionStep.objects.bulk_create(step for _, _, step in steps)
    signatures = [
        Signature(
            step=step,
            submission=plan.submission,
            person=person,
            role=Right(step.group).role,
            fingerprint=plan.revision.fingerprint,
            **vars(ALL_MET),
            signed_at=plan.released_at,
        )
        for plan, person, step in steps
    ]
    Signature.objects.bulk_create(signatures)
    for signature in signatures:
        post = signature.submission.post
        chain.add(
            signature.signed_at,
            "post.signed",
            Subject("signature", signature.pk, post.title, post.team.department, post.pk),
            signature.person,
            signature.role,
            {"fingerprint": [None, signature.fingerprint], "post": [None, post.pk]},
        )


def clear(plans: Sequence[Plan]) -> None:
    rows = [(plan.submission.pk, State.CLEARED.value, plan.released_at) for plan in plans]
    update(Submission, "state = v.column2, cleared_at = v.column3", rows)


def release(plans: Sequence[Plan], chain: Chain) -> None:
    rows = [
        (
            plan.post.pk,
            plan.revision.pk,
            plan.slug,
            plan.released_at,
            timezone.localdate(plan.released_at),
        )
        for plan in plans
    ]
    update(
        Post,
        "live_revision_id = v.column2, slug = v.column3, first_released_at = v.column4, "
        "last_released_at = v.column4, released_on = v.column5, page_version = page_version + 1",
        rows,
    )
    Release.objects.bulk_create(
        Release(post=plan.post, revision=plan.revision, released_at=plan.released_at) for plan in plans
    )
    ended = [(plan.submission.pk, State.RELEASED.value, plan.released_at) for plan in plans]
    update(Submission, "state = v.column2, ended_at = v.column3", ended)
    for plan in plans:
        changes = {
            "live revision": [None, plan.revision.number],
            "fingerprint": [None, plan.revision.fingerprint],
        }
        chain.add(
            plan.released_at,
            "post.released",
            plan.post.subject,
            plan.signatories[-1],
            "Last signatory",
            changes,
        )


def tag(plans: Sequence[Plan], tags: Mapping[str, Tag]) -> None:
    TaggedItem.objects.bulk_create(
        TaggedItem(tag=one, content_object=plan.post)
        for plan in plans
        for one in {tags[name] for name in plan.text.tags if name in tags}
    )


def bump_blogs(plans: Sequence[Plan]) -> None:
    blogs = {plan.crew.team.pk for plan in plans}
    Team.objects.filter(pk__in=blogs).update(page_version=F("page_version") + 1)


# Comments
