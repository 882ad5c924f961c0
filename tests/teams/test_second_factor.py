"""Who needs a second factor, and each change to one: allowed or refused, in the record, and told by mail."""

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command
from django_tasks_db.models import DBTaskResult

from moderation.models import Group
from teams import second_factor
from teams.models import Entry, RoleHeld
from teams.refusals import NotAllowed, NotNow
from teams.roles import NEED_SECOND_FACTOR, Role
from tests import phones
from tests.conftest import make_person

REASON = "She rang from her desk, and I know her voice."


@pytest.fixture(autouse=True)
def _required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


def newest():
    return Entry.objects.select_related("details").first()


def mails():
    return [task.args_kwargs["kwargs"] for task in DBTaskResult.objects.order_by("enqueued_at")]


# Who needs one


@pytest.mark.parametrize(
    "name", ["press_officer", "writing_press_officer", "administrator", "auditor", "superuser"]
)
def test_whoever_signs_administers_or_audits_needs_one(name, cast):
    assert second_factor.is_needed(getattr(cast, name))


@pytest.mark.parametrize("name", ["author", "editor", "community_manager", "nobody"])
def test_whoever_only_writes_or_looks_after_comments_needs_none(name, cast):
    assert not second_factor.is_needed(getattr(cast, name))


def test_every_role_of_a_department_needs_one():
    assert frozenset(Role) - {Role.AUTHOR, Role.TEAM_EDITOR, Role.COMMUNITY_MANAGER} == NEED_SECOND_FACTOR


def test_a_signatory_of_any_group_needs_one(cast):
    group = Group.objects.create(department=cast.department, kind=Group.Kind.CLEARERS, name="Lawyers")
    group.members.add(cast.author)
    assert second_factor.is_needed(cast.author)
    assert not second_factor.is_needed(cast.co_author)


def test_nobody_needs_one_in_the_demonstration(cast, settings):
    settings.SECOND_FACTOR_REQUIRED = False
    assert not second_factor.is_needed(cast.press_officer)


# Setting up


def set_up(person, secret=phones.SECRET):
    second_factor.set_up(person, secret=secret, code=phones.code(secret=secret))


def test_setting_up_gives_an_app_and_ten_recovery_codes(cast):
    set_up(cast.press_officer)
    assert phones.apps_of(cast.press_officer) == 1
    assert len(set(second_factor.codes_left(cast.press_officer))) == 10


def test_setting_up_is_in_the_record_and_told_by_mail(cast):
    set_up(cast.press_officer)
    entry = newest()
    assert (entry.action, entry.subject_id) == ("person.second_factor_set", cast.press_officer.pk)
    assert entry.details.changes == {"second factor": [None, "authenticator app"]}
    assert (entry.details.actor_id, entry.department_id) == (cast.press_officer.pk, cast.department.pk)
    assert entry.details.actor_role == "Press officer, Department for Rivers"
    assert [mail["address"] for mail in mails()] == [cast.press_officer.email]
    assert mails()[0]["subject"] == "Your authenticator app for Policy Blogs is set up"


def test_the_record_and_the_mail_hold_no_secret(cast):
    set_up(cast.press_officer)
    said = f"{newest().details.__dict__} {mails()}"
    codes = second_factor.codes_left(cast.press_officer)
    assert not [secret for secret in [phones.SECRET, *codes] if secret in said]


def test_a_new_app_takes_the_place_of_the_old_one(cast):
    phones.give_phone(cast.press_officer)
    codes = second_factor.codes_left(cast.press_officer)
    set_up(cast.press_officer, secret="GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    assert phones.apps_of(cast.press_officer) == 1
    assert newest().details.changes == {"second factor": ["authenticator app", "authenticator app"]}
    assert second_factor.codes_left(cast.press_officer) == codes
    assert mails()[0]["subject"] == "Your authenticator app for Policy Blogs is replaced"


def test_a_platform_administrators_own_change_is_in_the_record(cast):
    set_up(cast.superuser)
    assert (newest().department_id, newest().details.actor_role) == (None, "Platform administrator")


def test_a_signatory_without_a_role_is_recorded_where_they_sign(cast):
    group = Group.objects.create(department=cast.department, kind=Group.Kind.CLEARERS, name="Lawyers")
    group.members.add(cast.nobody)
    set_up(cast.nobody)
    assert (newest().department_id, newest().details.actor_role) == (cast.department.pk, "")


def test_secrets_are_encrypted_in_the_database(cast):
    set_up(cast.press_officer)
    stored = str(list(Authenticator.objects.values_list("data", flat=True)))
    codes = second_factor.codes_left(cast.press_officer)
    assert not [secret for secret in [phones.SECRET, *codes] if secret in stored]


# Codes


def test_the_codes_are_those_of_rfc_6238():
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # its appendix B: "12345678901234567890"
    seconds = [59, 1111111109, 1234567890, 20000000000]
    assert [phones.code_at(secret, at // 30) for at in seconds] == ["287082", "081804", "005924", "353130"]


def test_a_code_is_used_up(cast):
    app = phones.give_phone(cast.press_officer)
    typed = phones.code()
    assert second_factor.spend(app, typed)
    assert not second_factor.spend(app, typed)
    assert second_factor.was_spent(cast.press_officer, typed)


def test_a_code_older_than_a_used_one_is_used_up_too(cast):
    app = phones.give_phone(cast.press_officer)
    assert second_factor.spend(app, phones.code(later=1))
    assert not second_factor.spend(app, phones.code())


def test_the_next_code_is_not_used_up(cast):
    app = phones.give_phone(cast.press_officer)
    assert second_factor.spend(app, phones.code())
    assert second_factor.spend(app, phones.code(later=1))


def test_a_code_of_an_app_that_is_gone_cannot_be_used(cast):
    app = phones.give_phone(cast.press_officer)
    Authenticator.objects.all().delete()
    assert not second_factor.spend(app, phones.code())
    assert not second_factor.was_spent(cast.press_officer, phones.code())


def test_the_code_that_set_an_app_up_is_used_up(cast):
    set_up(cast.press_officer)
    assert second_factor.was_spent(cast.press_officer, phones.code())


# Removing


def test_whoever_needs_none_can_remove_theirs(cast):
    phones.give_phone(cast.author)
    second_factor.remove(cast.author)
    assert not Authenticator.objects.exists()
    assert newest().action == "person.second_factor_removed"
    assert newest().details.changes == {"second factor": ["authenticator app", None]}
    assert mails()[0]["subject"] == "Your second factor for Policy Blogs is removed"


@pytest.mark.parametrize("name", ["press_officer", "administrator", "auditor", "superuser"])
def test_whoever_needs_one_cannot_remove_it(name, cast):
    person = getattr(cast, name)
    phones.give_phone(person)
    before = Entry.objects.count()
    with pytest.raises(NotAllowed, match="replace it, but not remove it"):
        second_factor.remove(person)
    assert (phones.apps_of(person), Entry.objects.count()) == (1, before)


def test_what_is_not_there_cannot_be_removed(cast):
    with pytest.raises(NotNow, match="no second factor"):
        second_factor.remove(cast.author)


# Resetting another's


@pytest.mark.parametrize("name", ["press_officer", "auditor", "author"])
def test_an_administrator_resets_that_of_somebody_they_manage(name, cast):
    person = getattr(cast, name)
    phones.give_phone(person)
    second_factor.reset(person, by=cast.administrator, reason=REASON)
    assert not Authenticator.objects.exists()
    entry = newest()
    assert (entry.action, entry.subject_id) == ("person.second_factor_reset", person.pk)
    assert (entry.details.reason, entry.department_id) == (REASON, cast.department.pk)
    assert (entry.details.actor_id, entry.details.actor_role) == (
        cast.administrator.pk,
        "Department administrator",
    )


def test_the_person_is_told_by_whom_and_why_theirs_was_reset(cast):
    phones.give_phone(cast.press_officer)
    second_factor.reset(cast.press_officer, by=cast.administrator, reason=REASON)
    (mail,) = mails()
    assert mail["address"] == cast.press_officer.email
    assert all(words in mail["body"] for words in ["Dee Admin", REASON, "/sign-in/second-factor/set-up/"])


@pytest.mark.parametrize("name", ["outsider", "outside_officer", "superuser", "administrator"])
def test_an_administrator_resets_nobody_elses_and_not_their_own(name, cast):
    person = getattr(cast, name)
    phones.give_phone(person)
    with pytest.raises(NotAllowed):
        second_factor.reset(person, by=cast.administrator, reason=REASON)
    assert phones.apps_of(person) == 1


@pytest.mark.parametrize("name", ["press_officer", "author", "auditor", "outsider"])
def test_only_administrators_reset(name, cast):
    phones.give_phone(cast.second_press_officer)
    with pytest.raises(NotAllowed):
        second_factor.reset(cast.second_press_officer, by=getattr(cast, name), reason=REASON)


def test_a_role_elsewhere_keeps_a_person_out_of_an_administrators_hands(cast):
    RoleHeld.objects.create(person=cast.press_officer, role=Role.AUTHOR, team=cast.other_team)
    phones.give_phone(cast.press_officer)
    with pytest.raises(NotAllowed):
        second_factor.reset(cast.press_officer, by=cast.administrator, reason=REASON)


def test_so_does_a_group_that_they_sign_for_elsewhere(cast):
    group = Group.objects.create(department=cast.other_department, kind=Group.Kind.CLEARERS, name="Lawyers")
    group.members.add(cast.author)
    phones.give_phone(cast.author)
    with pytest.raises(NotAllowed):
        second_factor.reset(cast.author, by=cast.administrator, reason=REASON)


def test_a_platform_administrator_resets_anybodys_but_their_own(cast):
    second = make_person("Sid Second", is_superuser=True)
    for person in (cast.outside_officer, second, cast.superuser):
        phones.give_phone(person)
    second_factor.reset(cast.outside_officer, by=cast.superuser, reason=REASON)
    second_factor.reset(second, by=cast.superuser, reason=REASON)
    with pytest.raises(NotAllowed):
        second_factor.reset(cast.superuser, by=cast.superuser, reason=REASON)


@pytest.mark.parametrize("reason", ["", " \n"])
def test_resetting_needs_a_reason(reason, cast):
    phones.give_phone(cast.press_officer)
    with pytest.raises(NotNow, match="Say why"):
        second_factor.reset(cast.press_officer, by=cast.administrator, reason=reason)


def test_there_must_be_something_to_reset(cast):
    with pytest.raises(NotNow, match="Pat Press has no second factor"):
        second_factor.reset(cast.press_officer, by=cast.administrator, reason=REASON)


def test_the_command_line_resets_the_last_administrators(cast, capsys):
    phones.give_phone(cast.superuser)
    call_command("reset_second_factor", cast.superuser.email.upper(), reason=REASON)
    assert "Sue Super is reset" in capsys.readouterr().out
    entry = newest()
    assert (entry.details.actor_label, entry.details.actor_role) == ("Policy Blogs", "Installation")
    assert "Whoever runs the installation" in mails()[0]["body"]


def test_the_command_line_says_what_is_wrong(cast):
    with pytest.raises(CommandError, match="Nobody signs in as"):
        call_command("reset_second_factor", "who@blogs.example", reason=REASON)
    with pytest.raises(CommandError, match="has no second factor"):
        call_command("reset_second_factor", cast.superuser.email, reason=REASON)


# Recovery codes


def test_new_recovery_codes_replace_the_old(cast):
    phones.give_phone(cast.press_officer)
    before = second_factor.codes_left(cast.press_officer)
    second_factor.renew_codes(cast.press_officer)
    assert not set(before) & set(second_factor.codes_left(cast.press_officer))
    assert newest().action == "person.recovery_codes_made"
    assert mails()[0]["subject"] == "New recovery codes for Policy Blogs"


def test_recovery_codes_need_a_second_factor(cast):
    with pytest.raises(NotNow, match="Set one up first"):
        second_factor.renew_codes(cast.press_officer)


def test_a_used_recovery_code_is_in_the_record_and_told_by_mail(cast):
    phones.give_phone(cast.press_officer)
    phones.with_code(cast.press_officer, phones.recovery_code(cast.press_officer))
    assert newest().action == "person.recovery_code_used"
    assert newest().details.changes == {"recovery codes": [10, 9]}
    assert "Codes left: 9" in mails()[0]["body"]


def test_a_code_of_the_app_is_no_decision(cast):
    phones.give_phone(cast.press_officer)
    before = Entry.objects.count()
    phones.with_code(cast.press_officer)
    assert (Entry.objects.count(), mails()) == (before, [])
