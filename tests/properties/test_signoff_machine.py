"""Sign-off driven at random by several people, beside a model that knows nothing of the code.

After every step: what readers see is a text that every needed person signed, and nobody signed their own.
"""

import os
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import F
from django.test import Client
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from moderation.models import Signature, Submission
from moderation.releasing import withdraw
from moderation.signing import ALL_MET, return_to_authors, sign
from moderation.submitting import attest, recall, submit
from posts.drafting import DraftWords, save_draft, start_post
from posts.models import Post, Withdrawal
from posts.rendering import Article
from teams import record
from teams.refusals import NotAllowed, NotNow
from tests.conftest import STATEMENT

STEPS = int(os.environ.get("MACHINE_STEPS", "2000"))
STEPS_A_RUN = 50  # at most; on average a run takes two fifths of them
REFUSALS = (NotAllowed, NotNow)
WRITERS = ["author", "co_author", "editor", "writing_press_officer"]
OWN_OFFICERS = ["press_officer", "second_press_officer", "writing_press_officer"]
OFFICERS = [*OWN_OFFICERS, "outside_officer"]
STRANGERS = ["community_manager", "outsider", "superuser"]
MOSTLY_WRITERS = st.sampled_from([*WRITERS * 4, *OFFICERS, *STRANGERS])
MOSTLY_OFFICERS = st.sampled_from([*OFFICERS * 4, *WRITERS, *STRANGERS])
POST = st.integers(0, 10**6)  # picks among the posts to which the step could apply
NOW_AND_THEN = st.sampled_from([False] * 9 + [True])


@dataclass
class ModelPost:
    """What the model knows of a post: nothing but texts and names."""

    text: str
    byline: list[str]
    wrote: set[str]
    version: int = 1
    submitted: str | None = None  # the text under submission
    attested: set[str] = field(default_factory=set)
    submitted_version: int = 0
    live: str | None = None
    live_version: int = 0


def article(text):
    """A rendering without the child process: the machine tests sign-off, not Markdown."""
    return Article(html=f"<p>{text}</p>", blocks=[f"p: {text}"], links=[], images=[], words=len(text.split()))


class SignOff(RuleBasedStateMachine):
    """Draft, submit, attest, return, recall, sign, edit, withdraw, in any order, by anybody."""

    cast = None  # set by the test
    steps = 0

    def __init__(self):
        super().__init__()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.posts, self.models = {}, {}
        self.words = 0

    def teardown(self):
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)

    def person(self, name):
        person = getattr(self.cast, name)
        person.__dict__.pop("held", None)
        return person

    def fresh(self, number):
        return Post.objects.select_related("team__department", "draft").get(pk=self.posts[number].pk)

    def latest(self, number):
        return Submission.objects.filter(post=self.posts[number]).order_by("-pk").first()

    def new_text(self):
        self.words += 1
        return f"unique text {self.words}"

    def attempt(self, act, expected):
        """Do it; it must succeed exactly when the model says so."""
        SignOff.steps += 1
        try:
            with transaction.atomic():
                act()
            refusal = None
        except REFUSALS as error:
            refusal = error
        assert (refusal is None) == expected, f"expected {expected}, refused: {refusal}"
        return expected

    @initialize()
    def begin(self):
        self.start("author", both=False)
        self.start("author", both=True)

    def start(self, name, *, both):
        text, number = self.new_text(), len(self.posts)
        byline = [name, "co_author"] if both and name != "co_author" else [name]
        words = DraftWords(f"Post {number}", "Summary", text, [], [self.person(n) for n in byline])
        self.posts[number] = start_post(self.cast.team, words, by=self.person(name))
        self.models[number] = ModelPost(text, byline, {name})

    @precondition(lambda self: len(self.posts) < 4)
    @rule(name=st.sampled_from(WRITERS), both=st.booleans())
    def somebody_starts(self, name, both):
        self.start(name, both=both)

    def any(self, among):
        return any(among(model) for model in self.models.values())

    def pick(self, among, number):
        """One of the posts for which the model says `among`; any post when there is none."""
        candidates = [key for key, model in self.models.items() if among(model)] or list(self.models)
        return candidates[number % len(candidates)]

    @rule(number=POST, name=MOSTLY_WRITERS, stale=NOW_AND_THEN)
    def edit(self, number, name, stale):
        number = self.pick(lambda model: number % 5 == 0 or model.submitted is None, number)
        model, text = self.models[number], self.new_text()
        byline = [self.person(n) for n in model.byline]
        words = DraftWords(f"Post {number}", "Summary", text, [], byline, note=f"Changed: {text}.")
        version = model.version - stale
        expected = name in WRITERS and not stale and model.submitted is None
        if self.attempt(
            lambda: save_draft(self.fresh(number), words, by=self.person(name), version=version), expected
        ):
            model.text = text
            model.version += 1
            model.wrote.add(name)

    @precondition(lambda self: self.any(lambda model: model.live_version != model.version))
    @rule(number=POST, name=MOSTLY_WRITERS)
    def submit(self, number, name):
        number = self.pick(
            lambda model: model.submitted is None and model.live_version != model.version, number
        )
        model = self.models[number]
        changed = model.live is None or model.live_version != model.version
        expected = name in WRITERS and model.submitted is None and changed
        post = self.fresh(number)
        if self.attempt(
            lambda: submit(post, STATEMENT, by=self.person(name), version=model.version), expected
        ):
            model.submitted, model.submitted_version = model.text, model.version
            model.attested = {name} & set(model.byline)
            model.wrote |= set(model.byline)

    @precondition(lambda self: self.any(lambda model: model.submitted))
    @rule(number=POST, chosen=st.sampled_from(WRITERS), named=st.sampled_from([True, True, True, False]))
    def attest(self, number, chosen, named):
        number = self.pick(
            lambda model: model.submitted is not None and set(model.byline) - model.attested, number
        )
        model, submission = self.models[number], self.latest(number)
        if submission is None:
            return
        missing = sorted(set(model.byline) - model.attested)
        name = missing[0] if named and missing else chosen
        expected = model.submitted is not None and name in model.byline and name not in model.attested
        if self.attempt(lambda: attest(submission.revision, STATEMENT, by=self.person(name)), expected):
            model.attested.add(name)

    @precondition(lambda self: self.any(lambda model: model.submitted))
    @rule(number=POST, name=MOSTLY_OFFICERS, outdated=NOW_AND_THEN)
    def somebody_signs(self, number, name, outdated):
        self.sign(number, name, outdated=outdated)

    def sign(self, number, name, *, outdated):
        number = self.pick(
            lambda model: model.submitted is not None and set(model.byline) == model.attested, number
        )
        model, submission = self.models[number], self.latest(number)
        if submission is None:
            return
        fingerprint = "0" * 64 if outdated else submission.revision.fingerprint
        expected = (
            model.submitted is not None
            and not outdated
            and name in OWN_OFFICERS
            and name not in model.wrote
            and set(model.byline) == model.attested
        )
        person = self.person(name)

        def act():
            sign(submission, by=person, fingerprint=fingerprint, answers=ALL_MET)

        if self.attempt(act, expected):
            model.live, model.live_version = model.submitted, model.submitted_version
            model.submitted = None

    @precondition(
        lambda self: self.any(lambda model: model.submitted and set(model.byline) == model.attested)
    )
    @rule(number=POST)
    def the_press_officer_signs(self, number):
        self.sign(number, "press_officer", outdated=False)

    @precondition(lambda self: self.any(lambda model: model.submitted))
    @rule(number=POST, name=MOSTLY_OFFICERS)
    def return_it(self, number, name):
        number = self.pick(lambda model: model.submitted is not None, number)
        model, submission = self.models[number], self.latest(number)
        if submission is None:
            return
        fingerprint = submission.revision.fingerprint
        expected = model.submitted is not None and name in OWN_OFFICERS

        def act():
            return_to_authors(submission, by=self.person(name), fingerprint=fingerprint, reasons="Say why.")

        if self.attempt(act, expected):
            model.submitted = None

    @precondition(lambda self: self.any(lambda model: model.submitted))
    @rule(number=POST, name=MOSTLY_WRITERS)
    def recall(self, number, name):
        number = self.pick(lambda model: model.submitted is not None, number)
        model, submission = self.models[number], self.latest(number)
        if submission is None:
            return
        expected = model.submitted is not None and name in WRITERS
        if self.attempt(lambda: recall(submission, by=self.person(name)), expected):
            model.submitted = None

    @precondition(lambda self: self.any(lambda model: model.live))
    @rule(number=POST, name=MOSTLY_OFFICERS)
    def withdraw(self, number, name):
        number = self.pick(lambda model: model.live is not None, number)
        model = self.models[number]
        expected = model.live is not None and name in ("editor", *OWN_OFFICERS)

        def act():
            withdraw(self.fresh(number), by=self.person(name), reason=Withdrawal.Reason.ERROR, why="Why not.")

        if self.attempt(act, expected):
            model.live = model.submitted = None

    @invariant()
    def readers_see_exactly_the_signed_text_and_drafts_keep_the_last_saved(self):
        for number, post in self.everything():
            model = self.models[number]
            assert (post.live_revision.source if post.is_live else None) == model.live
            assert (post.draft.source, post.draft.version) == (model.text, model.version)

    def everything(self):
        posts = Post.objects.select_related("draft", "live_revision").in_bulk(
            [p.pk for p in self.posts.values()]
        )
        return [(number, posts[post.pk]) for number, post in self.posts.items()]

    @invariant()
    def nobody_signed_their_own_words(self):
        wrote_before = {"person": F("submission__post__contributors__person")}
        own = Signature.objects.filter(
            **wrote_before, submission__post__contributors__since__lte=F("signed_at")
        )
        assert not own.exists()

    @rule()
    def the_record_is_whole(self):
        assert record.verify().broken is None

    @rule()
    def a_reader_looks(self):
        client = Client()
        page = client.get(f"/{self.cast.team.slug}/feed/").content.decode()
        shown = {model.live for model in self.models.values() if model.live}
        hidden = {model.text for model in self.models.values()} - shown
        assert all(f"{text}<" in page or f"{text}&lt;" in page for text in shown)
        assert not any(f"{text}&lt;" in page or f"{text}<" in page for text in hidden)


def test_no_unsigned_word_is_ever_public(cast, monkeypatch):
    monkeypatch.setattr("posts.sealing.lay_out", lambda post, source: article(source))
    SignOff.cast = cast
    run_state_machine_as_test(
        SignOff,
        settings=settings(
            max_examples=12 * STEPS // (5 * STEPS_A_RUN),
            stateful_step_count=STEPS_A_RUN,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert SignOff.steps > STEPS / 2
