"""The machine that drives sign-off at random beside its model: what must hold after every step."""

from django.test import Client
from hypothesis.stateful import invariant, rule

from moderation.live_texts import altered
from moderation.models import Claim, Signature, Submission
from posts.models import Contributor, Post, Release, Withdrawal
from teams import clock
from teams.models import Entry
from teams.verifying import verify_everything
from tests.properties.signoff_in_the_office import InTheOffice
from tests.properties.signoff_on_posts import OnPosts
from tests.properties.signoff_stage import ROLES


class SignOff(OnPosts, InTheOffice):
    """Everything that people and the clock do, in any order, by anybody."""

    # What must hold after every step

    @invariant()
    def drafts_and_live_texts_are_those_of_the_model(self):
        found = {
            key: row
            for key, *row in Post.objects.values_list(
                "pk", "live_revision__source", "draft__source", "draft__version", "draft__locked"
            )
        }
        for number, post in self.world.posts.items():
            live = post.live.text if post.live else None
            assert found[self.keys[number]] == [live, post.text, post.version, post.locked]

    @invariant()
    def every_text_that_was_sent_is_kept_and_stands_where_the_model_says(self):
        found = Submission.objects.order_by("pk").values_list(
            "post", "revision__source", "state", "plan", "release_at"
        )
        by_post = {key: [] for key in self.keys.values()}
        for key, *row in found:
            by_post[key].append(row)
        for number, post in self.world.posts.items():
            expected = [[sent.text, sent.state, sent.plan, sent.at] for sent in post.sent]
            assert by_post[self.keys[number]] == expected

    @invariant()
    def the_signatures_are_those_of_the_model_and_nobody_signed_their_own(self):
        names = {getattr(self.cast, name).pk: name for name in ROLES}
        found = sorted(
            (key, text, names[person])
            for key, text, person in Signature.objects.order_by().values_list(
                "submission__post", "submission__revision__source", "person"
            )
        )
        assert found == sorted(
            (self.keys[number], sent.text, step[2])
            for number, post in self.world.posts.items()
            for sent in post.sent
            for step in sent.steps
            if step[2]
        )

    @invariant()
    def the_claims_are_those_of_the_model(self):
        found = Claim.objects.order_by().values_list("step__submission__post", "step__group__name", "person")
        assert sorted(found) == sorted(
            (self.keys[number], group, getattr(self.cast, claimed).pk)
            for number, post in self.world.posts.items()
            for sent in post.sent
            for _, group, _, claimed in sent.steps
            if claimed
        )

    @invariant()
    def releases_and_withdrawals_are_those_of_the_model_and_none_comes_twice(self):
        for rows, expected, at in [
            (Release, self.world.released, "released_at"),
            (Withdrawal, self.world.withdrawn, "withdrawn_at"),
        ]:
            found = rows.objects.order_by().values_list("post", "revision__source", at)
            assert sorted(found) == sorted((self.keys[number], text, when) for number, text, when in expected)

    @rule()
    def the_record_is_whole_and_tells_of_every_row(self):
        assert (verify_everything().lines, list(altered())) == ([], [])
        assert Entry.objects.filter(action="post.released").count() == len(self.world.released)
        names = {getattr(self.cast, name).pk: name for name in ROLES}
        for number, post in self.world.posts.items():
            people = Contributor.objects.filter(post=self.keys[number]).values_list("person", flat=True)
            assert {names[person] for person in people} == post.wrote

    @rule()
    def a_reader_looks(self):
        with clock.set_to(self.world.now):
            page = Client().get(f"/{self.cast.team.slug}/feed/").content.decode()
        shown = {post.live.text for post in self.world.posts.values() if post.live}
        hidden = {post.text for post in self.world.posts.values()} - shown
        hidden |= {sent.text for post in self.world.posts.values() for sent in post.sent} - shown
        assert all(f"{text}<" in page or f"{text}&lt;" in page for text in shown)
        assert not any(f"{text}&lt;" in page or f"{text}<" in page for text in hidden)
