"""Direct attacks on remarks, their conversations and advice from outside. A guard refuses each."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from moderation.advising import remark_as_adviser, withdraw_request
from moderation.models import Advice, AdviceRequest, Mention, Remark, RemarkReply
from moderation.remarks import accept, decline, read, reply
from moderation.submitting import recall
from posts.drafting import start_post
from tests.attacks import WAYS, by_sql, by_update, forge, fresh, on_postgresql, on_sqlite, other, refused, run
from tests.conftest import submit_it
from tests.making import return_it, sign_it, wording
from tests.moderation.test_attacks_on_rows import first, insert_again, leave_only
from tests.remarking import BETTER, give, make_remark, make_request, submit_again, suggest

SEALED = {"a reply": RemarkReply, "advice": Advice}
KEPT = SEALED | {"a remark": Remark, "a mention": Mention, "a request": AdviceRequest}
WRITTEN_AGAIN = {  # columns that their verbs change
    Remark: {"outcome", "decided_by", "decided_at"},
    Mention: {"read_at"},
    AdviceRequest: {"ended_at"},
}
STAYS = {
    Remark: "moderation_remark_words_stay",
    Mention: "moderation_mention_stays_itself",
    AdviceRequest: "moderation_advicerequest_stays_itself",
}


@pytest.fixture(params=WAYS)
def change(request):
    """Each way to change a row: `change(row, column=value)`."""
    return request.param


@pytest.fixture
def made(submission, cast):
    """A remark with wording, of which the editor was told and to which the author replied."""
    found = suggest(submission, cast.press_officer, tell=[cast.editor])
    reply(found, "Which one?", by=cast.author)
    return found


@pytest.fixture
def asked(submission, cast):
    return make_request(submission, cast.press_officer)


@pytest.fixture
def everything(made, asked):
    """At least one row of each kind."""
    give(asked)
    connection.check_constraints()  # PostgreSQL empties no table that has foreign keys to check


@pytest.fixture(params=SEALED.values(), ids=SEALED)
def sealed(request, everything):
    return first(request.param)


@pytest.fixture(params=KEPT.values(), ids=KEPT)
def kept(request, everything):
    return first(request.param)


# Rows that are written once, or never go


def test_no_column_of_a_sealed_row_can_be_changed(sealed):
    for field in sealed._meta.concrete_fields:
        with refused(f"{sealed._meta.db_table}_no_update"):
            by_update(sealed, **{field.attname: other(getattr(sealed, field.attname))})


def test_no_row_can_be_removed(kept):
    with refused(f"{kept._meta.db_table}_no_delete"):
        run(f"DELETE FROM {kept._meta.db_table} WHERE id = {kept.pk}")
    with pytest.raises(IntegrityError):
        kept.delete()


@on_postgresql
def test_no_table_can_be_emptied(kept):
    with refused():
        run(f"TRUNCATE {kept._meta.db_table} CASCADE")


@pytest.mark.parametrize("model", STAYS, ids=lambda model: model.__name__)
def test_a_kept_row_keeps_its_number(model, everything):
    with refused(f"{model._meta.db_table}_no_takeover"):
        run(f"UPDATE {model._meta.db_table} SET id = id + 1000")


@on_sqlite
def test_no_row_can_be_replaced(kept):
    run("PRAGMA recursive_triggers = OFF")
    guard = f"{kept._meta.db_table}_no_replace"
    leave_only(guard)
    with refused(guard):
        insert_again(kept, "INSERT OR REPLACE")
    run("PRAGMA recursive_triggers = ON")


@on_sqlite
def test_advice_cannot_be_replaced_under_another_key(everything):
    run("PRAGMA recursive_triggers = OFF")
    leave_only("moderation_advice_no_replace")
    with refused("moderation_advice_no_replace"):
        insert_again(first(Advice), "INSERT OR REPLACE", key=f"{first(Advice).pk} + 1000")
    run("PRAGMA recursive_triggers = ON")


@pytest.mark.parametrize("model", STAYS, ids=lambda model: model.__name__)
def test_what_a_row_says_stays(model, everything, change):
    row = first(model)
    for field in row._meta.concrete_fields:
        if not field.primary_key and field.name not in WRITTEN_AGAIN[model]:
            value = getattr(row, field.attname)
            with refused(STAYS[model]):
                change(first(model), **{field.attname: 1 if value is None else other(value)})


# Outcomes


def decided(outcome, cast, **values):
    return {
        "outcome": outcome,
        "decided_by_id": cast.author.pk,
        "decided_at": cast.author.date_joined,
        **values,
    }


@pytest.mark.parametrize("outcome", ["open", "accepted", "resolved"])
def test_a_decided_remark_stays_as_it_was_decided(made, cast, change, outcome):
    decline(made, by=cast.author)
    recall(made.submission, by=cast.author)
    values = decided(outcome, cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        change(fresh(made), **values)
    assert fresh(made).outcome == "declined"


@pytest.mark.parametrize("column", ["decided_by_id", "decided_at"])
def test_who_decided_and_when_stays(made, cast, change, column):
    decline(made, by=cast.author)
    values = {"decided_by_id": cast.editor.pk, "decided_at": made.made_at - timedelta(days=1)}
    with refused("moderation_remark_is_decided_once"):
        change(fresh(made), **{column: values[column]})


@pytest.mark.parametrize("outcome", ["accepted", "declined", "resolved", "nonsense"])
def test_no_outcome_without_a_person_and_a_time(made, outcome):
    with pytest.raises(IntegrityError), transaction.atomic():
        by_sql(made, outcome=outcome)


def test_a_remark_is_not_accepted_while_its_signatories_have_the_post(submission, cast, change):
    made = make_remark(submission, cast.press_officer)
    with refused("moderation_remark_accepted_into_a_draft"):
        change(made, **decided("accepted", cast))


def test_wording_is_not_accepted_before_its_writer_is_a_contributor(made, cast, change):
    return_it(made.submission, cast.press_officer)
    with refused("moderation_remark_wording_contributes"):
        change(fresh(made), **decided("accepted", cast))


def test_a_remark_is_not_resolved_by_its_own_submission(made, cast, change):
    with refused("moderation_remark_resolved_by_the_next"):
        change(made, **decided("resolved", cast))


def test_a_remark_is_not_resolved_by_the_submission_of_another_post(made, cast):
    submit_it(start_post(cast.team, wording(title="Another"), by=cast.author), cast.author)
    with refused("moderation_remark_resolved_by_the_next"):
        by_update(made, **decided("resolved", cast))


def test_whoever_wrote_accepted_wording_cannot_be_made_to_sign(made, cast):
    return_it(made.submission, cast.press_officer)
    accept(made, by=cast.author)
    submission = submit_it(made.submission.post, cast.author)
    signature = sign_it(submission, cast.second_press_officer)
    guards = ["moderation_signature_not_own_words", "moderation_signature_is_valid"]
    with refused(*guards):
        forge(signature, person_id=cast.press_officer.pk)


# New rows


@pytest.mark.parametrize("outcome", ["accepted", "declined", "resolved"])
def test_no_remark_starts_decided(made, cast, outcome):
    with refused("moderation_remark_starts_open"):
        forge(made, **decided(outcome, cast))


@pytest.mark.parametrize(
    "end", [lambda s, cast: recall(s, by=cast.author), lambda s, cast: sign_it(s, cast.press_officer)]
)
def test_no_remark_on_a_submission_that_ended(made, cast, end):
    end(made.submission, cast)
    with refused("moderation_remark_starts_open"):
        forge(made)


@pytest.mark.parametrize("quote", ["We never said this.", "we put out **forty sensors**."])
def test_no_remark_quotes_what_was_not_submitted(made, quote):
    with refused("moderation_remark_quotes_its_text"):
        forge(made, quote=quote)


@pytest.mark.parametrize(
    "values",
    [
        {"made_by_id": None},
        {"quote": ""},
        {"paragraph": None},
        {"paragraph": None, "quote": ""},
        {"text": "", "suggestion": ""},
        {"outcome": "nonsense"},
    ],
    ids=str,
)
def test_no_remark_that_is_not_whole(made, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        forge(made, **values)


def test_no_remark_by_a_person_and_an_adviser_at_once(made, asked):
    with pytest.raises(IntegrityError), transaction.atomic():
        forge(made, adviser_id=asked.pk)


def test_no_wording_from_outside(asked):
    made = remark_as_adviser(asked, "Say less.", paragraph=0)
    with pytest.raises(IntegrityError), transaction.atomic():
        forge(made, suggestion=BETTER)


@pytest.fixture
def from_outside(asked):
    return remark_as_adviser(asked, "Say less.", paragraph=0)


def test_an_adviser_remarks_while_the_link_works(from_outside):
    forge(from_outside, text="And less.")


def by_expiring(asked, cast):
    return {"made_at": asked.expires_at}


def by_withdrawing(asked, cast):
    withdraw_request(asked, by=cast.press_officer)
    return {}


def by_advising(asked, cast):
    give(asked)
    return {}


def by_returning(asked, cast):
    return_it(asked.submission, cast.press_officer)
    return {}


@pytest.mark.parametrize("end", [by_expiring, by_withdrawing, by_advising, by_returning])
def test_no_remark_by_a_link_that_ended(asked, from_outside, cast, end):
    values = end(asked, cast)
    with refused("moderation_remark_by_its_adviser"):
        forge(from_outside, **values)


def test_no_remark_by_the_link_of_another_submission(asked, from_outside, cast):
    other_post = start_post(cast.team, wording(title="Another"), by=cast.author)
    with refused("moderation_remark_by_its_adviser"):
        forge(from_outside, submission_id=submit_it(other_post, cast.author).pk)


def new_advice(asked, **values):
    row = {"request": asked, "view": "concerns", "text": "No.", "given_at": asked.asked_at}
    return Advice.objects.create(**{**row, **values})


def test_advice_while_the_link_works(asked):
    new_advice(asked)


@pytest.mark.parametrize("end", [by_expiring, by_withdrawing, by_advising, by_returning])
def test_no_advice_by_a_link_that_ended(asked, cast, end):
    late = {"given_at": asked.expires_at} if end is by_expiring else end(asked, cast)
    with refused("moderation_advice_while_the_link_works"):
        new_advice(asked, **late)


@pytest.mark.parametrize("values", [{"view": "fine"}, {"text": ""}], ids=str)
def test_no_advice_that_is_not_whole(asked, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        new_advice(asked, **values)


def test_no_request_on_a_submission_that_ended(asked, cast):
    recall(asked.submission, by=cast.author)
    with refused("moderation_advicerequest_of_an_open_submission"):
        forge(fresh(asked), ended_at=None)


def test_no_request_that_has_ended_already(asked):
    with refused("moderation_advicerequest_of_an_open_submission"):
        forge(asked, ended_at=asked.asked_at)


def test_a_link_that_ended_is_not_opened_again(asked, cast, change):
    withdraw_request(asked, by=cast.press_officer)
    with refused("moderation_advicerequest_stays_itself"):
        change(fresh(asked), ended_at=None)


def test_no_request_without_an_end_to_come(asked):
    with pytest.raises(IntegrityError), transaction.atomic():
        forge(asked, expires_at=asked.asked_at)


def test_a_mention_that_was_read_stays_read(made, cast, change):
    read(made, by=cast.editor)
    with refused("moderation_mention_stays_itself"):
        change(first(Mention), read_at=None)


def test_no_reply_without_words(everything):
    with pytest.raises(IntegrityError), transaction.atomic():
        forge(first(RemarkReply), text="")


def test_resolving_passes_every_guard(made, cast):
    return_it(made.submission, cast.press_officer)
    submit_again(made.submission.post, cast)
    assert fresh(made).outcome == "resolved"
