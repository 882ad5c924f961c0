"""What people and the clock do to posts: writing, submitting, the verdicts, release and withdrawal."""

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from moderation import scheduling
from moderation.claiming import claim, let_go
from moderation.releasing import withdraw
from moderation.signing import ALL_MET, return_to_authors, sign
from moderation.submitting import Timing, attest, recall, submit
from moderation.workflow import Plan
from posts.drafting import DraftWords, save_draft, start_post
from posts.models import Withdrawal
from posts.saving import save_typed
from teams import clock, freezing
from tests.conftest import STATEMENT
from tests.properties.signoff_stage import (
    LATER,
    MOSTLY,
    MOSTLY_OFFICERS,
    MOSTLY_WRITERS,
    NOW_AND_THEN,
    NUMBER,
    PASSES,
    ROLES,
    TIMINGS,
    WRITERS,
    Stage,
    is_claimed,
    is_cleared,
    is_open,
    lacking,
)


class OnPosts(Stage):
    """Every verb about one post, by anybody, at any time."""

    # Writing

    def text(self, whole, before=""):
        """Six words, of which no other text has the last; another whole text shares none with it."""
        self.words += 1
        base = self.words if whole else before.split()[0].removeprefix("first")
        return f"first{base} second{base} third{base} last{self.words}"

    def draft(self, text, byline):
        base = text.split()[0].removeprefix("first")
        people = [self.person(name) for name in byline]
        return DraftWords(f"title{base}", f"summary{base}", text, [], people, note=f"Changed: {text}.")

    def start(self, name, byline):
        number, text = len(self.keys), self.text(True)
        with clock.set_to(self.world.now):
            post = start_post(self.cast.team, self.draft(text, byline), by=self.person(name))
        self.keys[number] = post.pk
        self.world.start(number, name, byline, text)

    @initialize()
    def begin(self):
        self.start("author", ["author"])
        self.start("author", ["author", "co_author"])

    @precondition(lambda self: len(self.keys) < 4)
    @rule(name=st.sampled_from(WRITERS), both=st.booleans())
    def somebody_starts(self, name, both):
        byline = [name, "co_author"] if both and name != "co_author" else [name]
        if all(self.world.writes(author) for author in byline):
            self.start(name, byline)

    def save(self, number, name, byline, *, stale=False, whole=False, how=save_draft):
        """Save other words for the same paragraph: over a later save that is refused, by either verb."""
        post = self.world.posts[number]
        text, version = self.text(whole, post.text), post.version - stale
        self.attempt(
            lambda: how(self.post(number), self.draft(text, byline), by=self.person(name), version=version),
            self.world.save(number, name, text, byline, version=version, whole=whole),
            "save",
        )

    @rule(
        number=NUMBER,
        name=MOSTLY_WRITERS,
        stale=NOW_AND_THEN,
        whole=NOW_AND_THEN,
        byline=st.sampled_from(["same"] * 4 + ["mine"]),
    )
    def edit(self, number, name, stale, whole, byline):
        number = self.pick(number, lambda post: number % 5 == 0 or not post.locked)
        names = [name] if byline == "mine" else self.world.posts[number].byline
        self.save(number, name, names, stale=stale, whole=whole)

    @rule(number=NUMBER, name=MOSTLY_WRITERS, times=st.integers(2, 3), stale=NOW_AND_THEN)
    def a_page_saves_by_itself(self, number, name, times, stale):
        """As often as somebody stops typing, each time over the save before: locked or not, asked or not."""
        number = self.pick(number, lambda post: number % 3 == 0 or not post.locked)
        for _ in range(times):
            self.save(number, name, self.world.posts[number].byline, stale=stale, how=save_typed)

    @rule(number=NUMBER, name=MOSTLY_WRITERS, plan=TIMINGS, later=LATER)
    def submit(self, number, name, plan, later):
        number = self.pick(
            number, lambda post: not post.locked and (not post.live or post.live.version != post.version)
        )
        self.submit_as(number, name, plan, later)

    def submit_as(self, number, name, plan, later):
        post, at = self.post(number), self.world.now + later if plan == "at" else None
        version = self.world.posts[number].version
        self.attempt(
            lambda: submit(
                post, STATEMENT, by=self.person(name), version=version, timing=Timing(Plan(plan), at)
            ),
            self.world.submit(number, name, version=version, plan=plan, at=at),
            "submit",
        )

    @precondition(lambda self: self.some(is_open))
    @rule(number=NUMBER, chosen=st.sampled_from(WRITERS), named=MOSTLY)
    def attest(self, number, chosen, named):
        number = self.pick(number, lambda post: is_open(post) and lacking(post), is_open)
        missing = lacking(self.world.posts[number])
        self.attest_as(number, missing[0] if named and missing else chosen)

    def attest_as(self, number, name):
        submission = self.latest(number)
        self.attempt(
            lambda: attest(submission.revision, STATEMENT, by=self.person(name)),
            self.world.attest(number, name),
            "attest",
        )

    @precondition(lambda self: self.some(is_open))
    @rule(number=NUMBER, name=MOSTLY_WRITERS)
    def recall(self, number, name):
        number = self.pick(number, lambda post: post.locked)
        submission = self.latest(number)
        self.attempt(
            lambda: recall(submission, by=self.person(name)), self.world.recall(number, name), "recall"
        )

    # Claims and verdicts

    @precondition(lambda self: self.some(is_open))
    @rule(number=NUMBER, name=MOSTLY_OFFICERS, takes_over=st.booleans())
    def claim(self, number, name, takes_over):
        """Somebody takes a step on, or over from whoever their page showed to have it."""
        number = self.pick(number, lambda post: is_open(post) and not lacking(post), is_open)
        claimed = [step[3] for step in self.world.posts[number].latest.waiting if step[3]]
        seen = claimed[0] if takes_over and claimed else None
        submission, key = self.latest(number), seen and self.person(seen).pk
        self.attempt(
            lambda: claim(submission, by=self.person(name), seen=key),
            self.world.claim(number, name, seen),
            "take over" if seen else "claim",
        )

    @precondition(lambda self: self.some(is_open))
    @rule(number=NUMBER, name=MOSTLY_OFFICERS, mine=MOSTLY)
    def let_go(self, number, name, mine):
        number = self.pick(number, is_claimed, is_open)
        claimed = [step[3] for step in self.world.posts[number].latest.steps if step[3]]
        name = claimed[0] if mine and claimed else name
        submission = self.latest(number)
        self.attempt(
            lambda: let_go(submission, by=self.person(name)), self.world.let_go(number, name), "let go"
        )

    def sign(self, number, name, *, outdated=False):
        submission, person = self.latest(number), self.person(name)
        fingerprint = "0" * 64 if outdated else submission.revision.fingerprint
        self.attempt(
            lambda: sign(submission, by=person, fingerprint=fingerprint, answers=ALL_MET),
            self.world.sign(number, name, outdated=outdated),
            "sign",
        )

    @precondition(lambda self: self.some(is_open))
    @rule(number=NUMBER, name=MOSTLY_OFFICERS, outdated=NOW_AND_THEN)
    def somebody_signs(self, number, name, outdated):
        self.sign(self.pick(number, is_open), name, outdated=outdated)

    @rule(number=NUMBER, times=st.integers(1, 5), plan=TIMINGS, later=LATER)
    def it_goes_well(self, number, times, plan, later):
        """One post takes its next steps, each by somebody who may, as by chance it seldom would."""
        number = self.pick(number)
        for _ in range(times):
            self.move_on(number, plan, later)

    def move_on(self, number, plan, later):
        post, writers = self.world.posts[number], [name for name in ROLES if self.world.writes(name)]
        signatories = [name for name in ROLES if self.world.may_sign(name, post)]
        if is_open(post) and lacking(post):
            self.attest_as(number, lacking(post)[0])
        elif signatories:
            self.sign(number, signatories[0])
        elif is_cleared(post) and post.latest.plan == "at":
            self.world.now = max(self.world.now, post.latest.at)
            self.a_worker_looks()
        elif is_cleared(post):
            self.press(number, writers[0])
        elif not post.locked and post.live and post.live.version == post.version:
            self.save(number, writers[0], [writers[0]], whole=True)
        elif not post.locked:
            self.submit_as(number, writers[0], plan, later)

    @precondition(lambda self: self.some(is_open))
    @rule(number=NUMBER, name=MOSTLY_OFFICERS)
    def return_it(self, number, name):
        number = self.pick(number, is_open)
        submission = self.latest(number)

        def act():
            fingerprint = submission.revision.fingerprint
            return_to_authors(submission, by=self.person(name), fingerprint=fingerprint, reasons="Say why.")

        self.attempt(act, self.world.send_back(number, name), "return")

    # Release

    @precondition(lambda self: self.some(lambda post: post.locked))
    @rule(number=NUMBER, name=MOSTLY_WRITERS, plan=TIMINGS, later=LATER)
    def plan(self, number, name, plan, later):
        number = self.pick(number, lambda post: post.locked)
        submission, at = self.latest(number), self.world.now + later if plan == "at" else None
        self.attempt(
            lambda: scheduling.plan_release(submission, Timing(Plan(plan), at), by=self.person(name)),
            self.world.plan(number, name, plan, at),
            "plan",
        )

    @precondition(lambda self: self.some(lambda post: post.sent))
    @rule(number=NUMBER, name=MOSTLY_OFFICERS)
    def press_the_button(self, number, name):
        self.press(self.pick(number, is_cleared, lambda post: post.sent), name)

    def press(self, number, name):
        submission = self.latest(number)
        self.attempt(
            lambda: scheduling.release_now(submission, by=self.person(name)),
            self.world.press_button(number, name),
            "release",
        )

    @precondition(lambda self: self.some(is_cleared))
    @rule(number=NUMBER, name=MOSTLY_WRITERS)
    def cancel(self, number, name):
        number = self.pick(number, lambda post: post.locked)
        submission = self.latest(number)
        self.attempt(
            lambda: scheduling.cancel_release(submission, by=self.person(name), reason="Why not."),
            self.world.cancel(number, name),
            "cancel",
        )

    @rule(passes=PASSES, works=MOSTLY)
    def time_passes(self, passes, works):
        """The clock jumps, sometimes back; a worker looks at once, or is away."""
        self.world.now += passes
        if works:
            self.a_worker_looks()

    @rule()
    def a_worker_looks(self):
        expected = self.world.release_due()
        with clock.set_to(self.world.now):
            assert scheduling.release_due() == expected
            freezing.turn_pages()
        self.took("release when due" if expected else "nothing due")

    @precondition(lambda self: self.some(lambda post: post.live))
    @rule(number=NUMBER, name=MOSTLY_OFFICERS)
    def withdraw(self, number, name):
        number = self.pick(number, lambda post: post.live is not None)
        post = self.post(number)
        self.attempt(
            lambda: withdraw(post, by=self.person(name), reason=Withdrawal.Reason.ERROR, why="Why not."),
            self.world.withdraw(number, name),
            "withdraw",
        )
