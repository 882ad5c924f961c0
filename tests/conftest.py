"""The fixed cast, and the few verbs that most tests begin with. The network is off but for this machine."""

from types import SimpleNamespace

import pytest
from django.core.cache import cache
from hypothesis import settings as hypothesis_settings

from moderation.models import Attestation
from moderation.signing import ALL_MET, sign
from moderation.submitting import AT_ONCE, Statement, submit
from posts.drafting import DraftWords, start_post
from teams import clock
from teams.models import Department, RoleHeld, Team, User
from teams.roles import Role
from tests.scenes import SPRING, scene

hypothesis_settings.register_profile("no deadlines", deadline=None)  # a busy machine is no fault of the code
hypothesis_settings.load_profile("no deadlines")

pytest_plugins = ["tests.every_guard", "tests.staging"]

PASSWORD = "a-long-enough-password"
STATEMENT = Statement(ai_use=Attestation.AIUse.NONE, new_policy=False, unreleased_statistics=False)


@pytest.fixture(autouse=True)
def _fresh_files_and_limits(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    cache.clear()


def make_person(name, *roles, job_title="Policy adviser", **fields):
    """A person with roles, each given as (role, team or department)."""
    email = f"{name.lower().replace(' ', '.')}@blogs.example"
    person = User.objects.create_user(email, PASSWORD, name=name, job_title=job_title, **fields)
    for role, place in roles:
        kind = "team" if isinstance(place, Team) else "department"
        RoleHeld.objects.create(person=person, role=role, **{kind: place})
    return person


@scene
def cast():
    """Two departments; in the first, everybody a test can need; in the second, outsiders in every role."""
    rivers = Department.objects.create(name="Department for Rivers", slug="department-for-rivers")
    roads = Department.objects.create(name="Ministry of Roads", slug="ministry-of-roads")
    team = Team.objects.create(
        department=rivers, name="Flood Resilience", slug="floods", purpose="On floods."
    )
    sister = Team.objects.create(department=rivers, name="Water Quality", slug="water", purpose="On water.")
    other_team = Team.objects.create(
        department=roads, name="Safer Streets", slug="streets", purpose="On streets."
    )
    return SimpleNamespace(
        department=rivers,
        other_department=roads,
        team=team,
        sister_team=sister,
        other_team=other_team,
        author=make_person("Ada Author", (Role.AUTHOR, team)),
        co_author=make_person("Cy Coauthor", (Role.AUTHOR, team)),
        editor=make_person("Ed Editor", (Role.TEAM_EDITOR, team)),
        press_officer=make_person("Pat Press", (Role.PRESS_OFFICER, rivers)),
        second_press_officer=make_person("Sol Second", (Role.PRESS_OFFICER, rivers)),
        writing_press_officer=make_person("Wyn Writer", (Role.PRESS_OFFICER, rivers), (Role.AUTHOR, team)),
        clearer=make_person("Cleo Clearer", (Role.CLEARER, rivers)),
        community_manager=make_person("Mo Manager", (Role.COMMUNITY_MANAGER, team)),
        administrator=make_person("Dee Admin", (Role.DEPARTMENT_ADMIN, rivers)),
        auditor=make_person("Au Ditor", (Role.AUDITOR, rivers)),
        outsider=make_person(
            "Olu Outsider", *((role, other_team) for role in Role if role in Role.values[:3])
        ),
        outside_officer=make_person("Ola Outside", *((role, roads) for role in Role.values[3:])),
        nobody=make_person("Nia Nobody"),
        superuser=make_person("Sue Super", is_superuser=True),
    )


WORDS = DraftWords(
    title="What we learned on the river",
    summary="Three things a season of sensors taught us.",
    source="We put out **forty sensors**.\n\n## What broke\n\n- batteries\n- brackets\n\nSee [the data](https://example.org/data).",
    tags=["Sensors", "Data"],
)


@scene
def draft(cast):
    """A post that has a draft and nothing else."""
    return start_post(cast.team, WORDS, by=cast.author)


def submit_it(post, by, statement=STATEMENT, timing=AT_ONCE):
    post.refresh_from_db()
    post.draft.refresh_from_db()
    return submit(post, statement, by=by, version=post.draft.version, timing=timing)


@scene
def submission(cast, draft):
    """The draft, submitted by its author and waiting for the press office."""
    return submit_it(draft, cast.author)


@scene
def live(cast, draft, submission):
    """A live post: submitted, signed, released."""
    fingerprint = submission.revision.fingerprint
    sign(submission, by=cast.press_officer, fingerprint=fingerprint, answers=ALL_MET)
    submission.post.refresh_from_db()
    return submission.post


@pytest.fixture
def in_spring():
    """A Monday at nine, in a week without holidays."""
    with clock.set_to(SPRING):
        yield


@pytest.fixture
def sign_in(client):
    """Sign a person in and return the client."""

    def _sign_in(person):
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return _sign_in
