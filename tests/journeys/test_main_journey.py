"""The main job, end to end: write, sign, publish, comment, answer, withdraw; and refusals on the way."""

from io import BytesIO

import pytest
from PIL import Image

from policyblogs.demonstration.people import PEOPLE

pytestmark = pytest.mark.journey

TITLE = "What 40 village flood stores taught us about sandbags"
SUMMARY = "We opened the doors of 40 flood stores to see what was inside. Most of the sand had not been used."
TAGS = "flood stores, volunteers, sandbags"
ALT = "A bar chart: sandbags were used in 6 of 40 stores, pumps in 23 and torches in 31."
WRITING_OFFICER = "Kwame Lindqvist"
REASONS = """\
This is clear and I want to sign it. Two things first.

1. "Nobody will miss them" reads as a decision to stop paying for sandbags. Please say what is decided.
2. Please say how many of the 40 stores are run by a parish council."""
COMMENT = """\
I keep the keys to one of these stores. We use the torches every winter and the sand never.

Our list of what we lend is at https://www.example.org/store-list if it is any use to you."""
REPLY = "Thank you. Your list is better than ours, and we will copy it into the guide for new stores."
BEFORE, AFTER = "Nobody will miss them.", "We have decided nothing yet, and will ask the stores first."
WHY_WITHDRAWN = "The figures for 3 stores were counted twice."

TEXT = """\
A flood store is a locked box, a shed or the back of a village hall. In it are things that people may need \
when the water rises. There are about 900 of them in the places that we cover, and most were filled in the \
same year, from the same list. Until this spring nobody had asked whether the list was right.

So we asked. Four of us visited 40 stores between March and June, opened the doors and counted what was \
inside. We also sat down with the people who hold the keys. This post is what we saw. It is not a policy, \
and it is not finished.

## How we chose the 40

We did not want to visit only the places that answer letters. We put all the stores in a list, sorted them \
by the number of times the ground nearby had flooded in 10 years, and took every 22nd. Then we swapped out \
three that had closed.

That gave us a mix:

- 14 stores beside large rivers, where there is a day or more of warning
- 17 beside small streams, where there may be an hour
- 9 in towns, where most of the water comes up through the drains

We went on weekdays and told each key holder a week before. It means that some stores may have been tidied \
for us. Two people said so, and we thanked them for it.

## What was inside

The list from which the stores were filled has 11 kinds of thing on it. We counted each of them, and asked \
when it was last used.

| Kind | Stores that have it | Stores that used it in 5 years |
|---|---|---|
| Sandbags, filled | 38 | 6 |
| Pumps | 29 | 23 |
| Torches and radios | 40 | 31 |
| Road signs | 22 | 17 |
| Waterproof boots | 35 | 12 |

Sandbags take up more than half the room in a typical store. In 32 of the 38 stores that have them, not \
one had been moved in 5 years. In 11 they could not be moved, because the bags had rotted and the sand was \
loose on the floor.[^1]

PICTURE

### Why nobody uses the sand

We thought that the reason would be weight, and it is part of it. A filled bag weighs about 16 kilograms. \
A doorway needs around 6 of them, and the people who hold the keys are, on average, 67 years old.

But the reason we heard most often was time. By the time somebody has driven to the store, found the key, \
loaded a car and driven back, the water on a small stream has come and gone. One key holder put it like \
this:

> The sandbags are for the flood in the newspaper. That one lasts three days and there is a photograph of \
it. Ours lasts forty minutes, and what we need is somebody to knock on the doors.

She keeps a list of 26 doors in a plastic sleeve beside the torches. It was not on our list of 11 things. \
It was the most useful thing that we saw in any store.

## What the stores have that we did not send

In 27 of the 40 there was something that the village had added by itself:

1. **Lists of people.** Who cannot walk far, who has a dog, who has a spare room upstairs.
2. **Keys.** To the hall, the pub, the school and the farm with the tractor.
3. **Kettles.** In 19 stores. We will not write a paragraph about kettles, but we could.

None of these costs much, and none of them came from us. When we asked why nobody had told us, the answer \
was usually that nobody had asked. The form that stores send us each year has a box for how many sandbags \
are left. It has no box for anything else.

## What it costs

A store costs us about £410 a year. Of that, £230 goes on replacing sandbags that have rotted. If the bags \
were not replaced, the same money would buy each store a pump every second year, or training for 4 \
volunteers. Nobody will miss them.

We have to be careful here. There are places where sandbags work. Six stores used them, and in 4 of those \
the key holders told us that they had kept water out of a house. All 4 are beside large rivers, with a day \
of warning. A rule that treats all stores alike is how we came to have the wrong list in the first place.

## What we do not know

We visited in spring, and 40 is a small number. We do not know whether what is true of these is true of \
the other 860. We did not count what is kept in garages and under stairs, where a good many pumps seem to \
live. And we have not yet spoken to the people who were flooded and did not know that there was a \
store.[^2]

We would rather publish the counts now, with the gaps, than wait a year for better ones. They are in [a \
file that anybody can use](https://www.example.org/flood-stores), with the names of the villages left out.

## How you can help

If you hold the key to a store, look inside and tell us what was last used, and when. If you live near one \
and have never seen inside it, ask. Tell us what you would put in it if you had £200 and a shelf.

We read every comment, and we will write again in the autumn about what we change. You can find our other \
posts on [the front page of this blog](/flood-resilience/).

[^1]: A bag of woven plastic lasts about 2 years in the light and 5 in the dark. Most stores have a window.
[^2]: There is a sign on 12 of the 40 stores. It says "Flood store" on 9 of them.
"""


def picture():
    """The bytes of a picture, as a file of the author's."""
    content = BytesIO()
    Image.new("RGB", (1200, 600), (0, 82, 92)).save(content, "PNG")
    return {"name": "chart.png", "mimeType": "image/png", "buffer": content.getvalue()}


def email_of(name):
    return next(person.email for person in PEOPLE if person.name == name)


def test_a_post_goes_from_its_first_word_to_its_withdrawal(visit, people):
    author, press_officer = visit(people["author"]), visit(people["press_officer"])
    writing_officer, reader = visit(email_of(WRITING_OFFICER)), visit(javascript=False)

    desk_page = write(author)
    place_a_picture(author)
    preview = read_preview(author)
    author.follows("Submit to the press office")
    submit_without_a_statement(author)
    submit(author)

    screen = open_the_screen(press_officer)
    outdated = press_officer.opens_another_tab()
    outdated.goes_to(screen)
    author.goes_to(screen, status=403)
    author.sees("You may not do that", "use the press desk")
    return_with_reasons(press_officer)

    find_the_reasons(author, desk_page)
    make_an_author_of(writing_officer, by=visit(people["department_admin"]), desk_page=desk_page)
    change(author, desk_page)
    author.presses("Save and go to submit")
    submit(author)

    refuse_the_outdated(outdated)
    refuse_the_writer(writing_officer)
    sign(press_officer)

    post = find_the_post(reader, preview)
    status_page = comment_twice(reader)
    publish_and_answer(visit(people["community_manager"]))
    read_the_answer(reader, status_page, post)

    write_another_draft(author, desk_page, post)
    withdraw(press_officer, desk_page)
    read_the_notice(reader, post)
    audit(visit(people["auditor"]))


def write(author):
    author.follows("Start a post")
    author.writes("Title", TITLE)
    author.presses("Start writing")
    author.writes("Summary", SUMMARY)
    author.writes("Text", TEXT)
    author.writes("Tags", TAGS)
    author.presses("Save draft")
    author.sees("Draft saved.")
    return author.path.removesuffix("edit/")


def place_a_picture(author):
    author.follows("Pictures for this post")
    author.page.get_by_label("Picture").set_input_files(picture())
    author.presses("Add picture", status=422)
    author.sees("There is a problem", "Describe what the picture shows.")
    author.page.get_by_label("Picture").set_input_files(picture())
    author.writes("Description", ALT)
    author.presses("Add picture")
    line = author.page.get_by_label("Copy this line into your text, on a line of its own").input_value()
    author.follows("Back to the draft")
    author.writes("Text", TEXT.replace("PICTURE", line))


def read_preview(author):
    author.presses("Save and preview")
    author.sees("Only your team and the press office can see this page.", TITLE, SUMMARY)
    article = author.page.locator("article")
    parts = ["h2", "h3", "table", "blockquote", "ol", "ul", "sup", f"img[alt='{ALT}']"]
    assert all(article.locator(part).first.is_visible() for part in parts)
    article.locator("img").scroll_into_view_if_needed()
    assert article.locator("img").evaluate("picture => picture.decode().then(() => picture.naturalWidth > 0)")
    text = article.inner_text()
    author.follows("Back to the desk")
    return text


def submit_without_a_statement(author):
    author.presses("Submit to the press office", status=422)
    author.sees("There is a problem", "Confirm that you wrote this post.")


def submit(author):
    author.ticks("I wrote this post myself")
    author.ticks("No generative AI was used")
    author.ticks("No", within="Does this post announce new policy?")
    author.ticks("No", within="Does it hold statistics that have not been released?")
    author.presses("Submit to the press office")
    author.sees("Submitted. Its signatories have been told.", "With the press office")


def open_the_screen(press_officer):
    press_officer.follows("Press desk")
    press_officer.follows(TITLE)
    press_officer.sees("As readers will see it", SUMMARY, "What its authors stated", "Checks", "Nadia Farrow")
    return press_officer.path


def return_with_reasons(press_officer):
    press_officer.presses("Return to its authors", status=422)
    press_officer.sees("There is a problem", "Say why you are returning the post")
    press_officer.writes("Reasons", REASONS)
    press_officer.presses("Return to its authors")
    press_officer.sees(f"Returned to its authors: {TITLE}")


def find_the_reasons(author, desk_page):
    author.goes_to("/desk/")
    author.sees("Returned", "Yours: answer the reasons")
    author.follows(TITLE)
    assert author.path == desk_page
    author.sees("Why Priya Ellerby returned it", *REASONS.splitlines()[::2])


def make_an_author_of(officer, by, desk_page):
    """The press officer becomes an author as well, and writes one word: they may no longer sign this post."""
    by.goes_to("/admin/teams/roleheld/add/")
    for field, answer in {"person": WRITING_OFFICER, "role": "Author", "team": "Flood Resilience"}.items():
        by.page.locator(f"#id_{field}").select_option(label=answer)
    by.page.locator("#id_why").fill("He writes for the team this month.")
    by.presses("Save")
    officer.goes_to(f"{desk_page}edit/")
    text = officer.page.get_by_label("Text", exact=True).input_value()
    officer.writes("Text", text.replace("A flood store is a locked box", "A flood store is a locked chest"))
    officer.presses("Save draft")


def change(author, desk_page):
    author.goes_to(f"{desk_page}edit/")
    text = author.page.get_by_label("Text", exact=True).input_value()
    assert "locked chest" in text
    author.writes("Text", text.replace(BEFORE, AFTER))


def refuse_the_outdated(tab):
    tab.answers_the_tests()
    tab.presses("Sign this text", status=409)
    tab.sees("That cannot be done now", "This submission has ended: returned.")


def refuse_the_writer(officer):
    officer.goes_to("/admin/moderation/submission/?show=others")
    officer.follows(TITLE)
    officer.sees("You wrote words of this post, so somebody else must sign it.")
    assert not officer.sees_button("Sign this text")


def sign(press_officer):
    open_the_screen(press_officer)
    press_officer.sees(
        "What changed since you last looked (revision 1)", "Returned before", REASONS.splitlines()[0]
    )
    changes = press_officer.page.locator(".diff")
    assert "decided nothing" in " ".join(changes.locator("ins").all_inner_texts())
    assert "miss" in " ".join(changes.locator("del").all_inner_texts())
    press_officer.answers_the_tests()
    press_officer.presses("Sign this text")
    press_officer.sees(f"Signed: {TITLE}")


def find_the_post(reader, preview):
    """The directory, the blog and the feed have it; it reads as in the preview, but for what was changed."""
    reader.goes_to("/")
    reader.sees(TITLE)
    reader.follows("Flood Resilience")
    assert TITLE in reader.context.request.get(f"{reader.address}/flood-resilience/feed/").text()
    reader.follows(TITLE)
    released = reader.page.locator("article").first.inner_text()
    in_preview = preview.replace(BEFORE, AFTER).replace("locked box", "locked chest").splitlines()
    assert [line for line in in_preview if line not in released] == []
    assert reader.page.locator(f"article img[alt='{ALT}']").is_visible()
    post = reader.path
    reader.follows("How this post was signed off")
    reader.sees("It was submitted 2 times", "Press officer, Department for Rivers and Coasts", "Fingerprint")
    reader.follows("Back to the post")
    return post


def comment_twice(reader):
    """Nothing typed is refused and nothing is lost; the same comment sent again is the same comment."""
    reader.follows("Comment on this post")
    reader.writes("Your comment", COMMENT)
    reader.writes("Your name (optional)", "Marnie Okafor")
    reader.presses("Send comment", status=422)
    reader.sees("There is a problem", "Read the house rules and confirm")
    reader.ticks("My comment keeps to the house rules")
    reader.presses("Send comment")
    status_page = reader.path
    reader.sees("Comment received", "Your reference is", "Waiting", COMMENT.splitlines()[0])
    reader.goes_back(status=422)
    reader.presses("Send comment")
    assert reader.path == status_page
    return status_page


def publish_and_answer(manager):
    manager.follows("Comments")
    assert manager.page.get_by_role("row").filter(has_text=TITLE).count() == 1
    manager.clicks(manager.page.get_by_role("row").filter(has_text=TITLE).get_by_role("link"))
    manager.ticks("Publish")
    manager.presses("Save decision")
    manager.follows("Published")
    manager.clicks(manager.page.get_by_role("row").filter(has_text=TITLE).get_by_role("link"))
    manager.writes("Official reply", REPLY)
    manager.presses("Publish reply")
    manager.sees("Your reply is published.", REPLY)


def read_the_answer(reader, status_page, post):
    reader.goes_to(status_page)
    reader.sees("Published", REPLY)
    reader.follows("Read it on the page")
    reader.sees("1 comment", "Marnie Okafor", "https://www.example.org/store-list", REPLY, "Ifeoma Brandt")
    assert reader.path.startswith(post)
    assert reader.stores_nothing()


def write_another_draft(author, desk_page, post):
    author.goes_to(f"{desk_page}edit/")
    author.sees("This post is live.")
    author.writes("Title", f"{TITLE}, again")
    author.presses("Save draft")
    author.goes_to(post)
    assert author.page.get_by_role("heading", level=1).inner_text() == TITLE


def withdraw(press_officer, desk_page):
    press_officer.goes_to(desk_page)
    press_officer.follows("Withdraw the live post")
    press_officer.presses("Withdraw the post", status=422)
    press_officer.sees("Choose the reason that readers will see.", "Explain the withdrawal for the record.")
    press_officer.ticks("Published in error")
    press_officer.writes("Explanation for the record", WHY_WITHDRAWN)
    press_officer.presses("Withdraw the post")
    press_officer.sees("Withdrawn. Its address now shows the reason.")


def read_the_notice(reader, post):
    reader.goes_to(post, status=410)
    reader.sees("This post has been withdrawn", TITLE, "Published in error")
    reader.does_not_see(WHY_WITHDRAWN)
    reader.goes_to(f"{post}comment/", status=410)
    reader.goes_to("/flood-resilience/")
    reader.does_not_see(TITLE)


def audit(auditor):
    auditor.follows("Record")
    auditor.writes("Words", TITLE)
    auditor.presses("Look for entries")
    decisions = ["submitted", "attested", "returned", "signed", "released", "withdrawn"]
    auditor.sees(*(f"Post {decision}" for decision in decisions), "Comment published", "Comment answered")
    auditor.sees(WHY_WITHDRAWN, "state: open → returned")
    auditor.does_not_see("None →")
