"""The forms of the writing desk."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.text import slugify

from posts.drafting import DraftWords
from posts.guests import GuestDetails, guests_of
from posts.models import (
    ALT_LIMIT,
    CREDIT_LIMIT,
    NOTE_LIMIT,
    SUMMARY_LIMIT,
    TITLE_LIMIT,
    Image,
    Kind,
    Licence,
    Post,
)
from posts.rendering import MAX_LENGTH
from teams.forms import AddressField, Form, LineField, TextField
from teams.models import Team, User
from teams.permissions import MAY, Action

TAGS_AT_MOST, TAG_LIMIT = 10, 50
AUTHORS_AT_MOST = 3


def writers(teams: Sequence[Team]) -> Any:
    """People who may write for one of the teams: those who can be named in a byline."""
    roles = MAY[Action.WRITE_POSTS]
    departments = [team.department_id for team in teams]
    in_team = Q(roles_held__team__in=teams) | Q(roles_held__department__in=departments)
    return User.objects.filter(in_team, roles_held__role__in=roles, is_active=True).distinct()


def may_be_named(post: Post) -> Any:
    """People who can be named in the byline of this post: writers, and its guest authors."""
    return User.objects.filter(Q(pk__in=writers(post.teams)) | Q(pk__in=guests_of(post)))


def named_in_byline(person: User) -> str:
    return f"{person.name}, guest author" if person.is_guest else person.name


class TagsField(LineField):
    """Tags, separated by commas. Cleans to a list without repeats."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        tags = [" ".join(tag.split()) for tag in super().clean(value).split(",")]
        unique = list({slugify(tag) or tag: tag for tag in reversed(tags) if tag}.values())[::-1]
        if len(unique) > TAGS_AT_MOST:
            raise forms.ValidationError(f"Use {TAGS_AT_MOST} tags or fewer; there are {len(unique)}.")
        for tag in unique:
            if len(tag) > TAG_LIMIT:
                raise forms.ValidationError(f"Make each tag {TAG_LIMIT} characters or fewer: {tag[:20]}…")
            if not slugify(tag).strip("-_"):  # its page would have no address
                raise forms.ValidationError(f"Each tag needs a letter from A to Z or a digit: {tag}")
        return unique


class KeysField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Rows to choose from. Longer numbers than a key can have would make the database fail."""

    LONGEST_KEY = 18

    def clean(self, value: Any) -> Any:
        for key in value or ():
            if len(str(key)) > self.LONGEST_KEY:
                raise forms.ValidationError(
                    self.error_messages["invalid_pk_value"], code="invalid_pk_value", params={"pk": key}
                )
        return super().clean(value)


class DraftForm(Form):
    """The whole draft. `version` is the save that the writer was looking at."""

    title = LineField(label="Title", max_length=TITLE_LIMIT, help_text="Up to 65 characters reads best.")
    summary = TextField(
        label="Summary",
        max_length=SUMMARY_LIMIT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One or two sentences that make sense on their own. Up to 140 characters reads best.",
    )
    source = TextField(
        label="Text",
        max_length=MAX_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 24, "spellcheck": "true"}),
        help_text="Leave an empty line between paragraphs. Start a heading with ##, a list item with a "
        "hyphen, and write links as [words](https://address).",
    )
    tags = TagsField(label="Tags", required=False, help_text="Separate them with commas.", max_length=600)
    authors = KeysField(
        label="Byline",
        queryset=User.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text="Only people who wrote the post. Each must say so before it can be signed.",
        error_messages={"required": "Choose at least one person who wrote this post."},
    )
    kind = forms.ChoiceField(
        label="What kind of post is it?",
        choices=Kind.choices,
        widget=forms.RadioSelect,
        required=False,
        help_text="A question asks, and holds no opinion. Readers see which it is.",
    )
    note = TextField(
        label="What changed, for readers",
        max_length=NOTE_LIMIT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Shown on the post with the date of the change, and signed with it.",
    )
    words_by = forms.ModelChoiceField(
        label="Who wrote the words that you add now?",
        queryset=User.objects.none(),
        required=False,
        empty_label="I did",
        help_text="If you type in what a guest author wrote, choose their name.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2_000_000_000)

    def __init__(self, *args: Any, post: Post, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["authors"].queryset = may_be_named(post)  # type: ignore[attr-defined]
        self.fields["authors"].label_from_instance = named_in_byline  # type: ignore[attr-defined]
        self.fields["words_by"].queryset = guests = guests_of(post)  # type: ignore[attr-defined]
        if not guests:
            del self.fields["words_by"]
        if post.first_released_at is None:
            del self.fields["note"]

    def clean_authors(self) -> list[User]:
        authors = list(self.cleaned_data["authors"])
        if len(authors) > AUTHORS_AT_MOST:
            raise forms.ValidationError(f"Name {AUTHORS_AT_MOST} authors at most.")
        return authors

    def words(self) -> DraftWords:
        data = self.cleaned_data
        return DraftWords(
            title=data["title"],
            summary=data["summary"],
            source=data["source"],
            tags=data["tags"],
            authors=data["authors"],
            kind=Kind(data["kind"] or Kind.UPDATE),
            note=data.get("note", ""),
        )


class TypedForm(DraftForm):
    """The draft while it is being typed: what is still missing may be missing. Without a byline, it stays."""

    def __init__(self, *args: Any, post: Post, **kwargs: Any) -> None:
        super().__init__(*args, post=post, **kwargs)
        self.byline = [line.person for line in post.draft.byline.select_related("person")]
        for name in self.fields:
            self.fields[name].required = False

    def clean_authors(self) -> list[User]:
        return super().clean_authors() or self.byline


class PageForm(Form):
    """Which page of a browser speaks, and the version of the draft that it holds."""

    tab = forms.RegexField(r"^[0-9a-f]{32}$")
    version = forms.IntegerField(min_value=0, max_value=2_000_000_000)
    gone = forms.BooleanField(required=False)


class OntoForm(Form):
    """The version of the draft that somebody had before them."""

    onto = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2_000_000_000)


def values_of(words: DraftWords) -> dict[str, Any]:
    """What the fields of the draft's form hold for these words, but for the text, as a browser has them."""
    return {
        "title": words.title,
        "summary": words.summary,
        "tags": ", ".join(words.tags),
        "authors": [str(person.pk) for person in words.authors],
        "kind": str(words.kind),
        "note": words.note,
    }


def initial_of(post: Post) -> dict[str, Any]:
    """What the form starts with: the draft as it stands."""
    draft = post.draft
    return {
        "title": draft.title,
        "summary": draft.summary,
        "source": draft.source,
        "tags": draft.tags,
        "authors": [line.person_id for line in draft.byline.all()],
        "kind": draft.kind,
        "note": draft.note,
        "version": draft.version,
    }


class PartnersForm(Form):
    """The teams that write a post together with its own."""

    partners = KeysField(
        label="Other teams",
        queryset=Team.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Their people may change the post and be in its byline.",
    )

    def __init__(self, *args: Any, post: Post, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = (
            Team.objects.exclude(pk=post.team_id)
            .select_related("department")
            .order_by("department__name", "name")
        )
        self.fields["partners"].queryset = others  # type: ignore[attr-defined]
        self.fields["partners"].label_from_instance = named_with_department  # type: ignore[attr-defined]
        self.fields["partners"].initial = [team.pk for team in post.partners.all()]


def named_with_department(team: Team) -> str:
    return f"{team.name}, {team.department.name}"


class NewPostForm(Form):
    """The start of a post."""

    team = forms.ModelChoiceField(
        label="Blog", queryset=Team.objects.none(), empty_label=None, widget=forms.RadioSelect
    )
    title = LineField(
        label="Title",
        max_length=TITLE_LIMIT,
        required=False,
        help_text="You can change it later. Leave it empty to take that of your document.",
    )
    document = forms.FileField(
        label="Start from a document, if you have one",
        required=False,
        help_text="A Word (.docx) or OpenDocument (.odt) text of up to 30 MB. Headings, lists, links, "
        "tables, footnotes and pictures come with it.",
        error_messages={"empty": "The file is empty. Choose another."},
    )

    def clean(self) -> dict[str, Any]:
        if not self.cleaned_data.get("document") and not self.cleaned_data.get("title") and not self.errors:
            self.add_error("title", "Enter title, or choose a document")
        return self.cleaned_data

    def __init__(self, *args: Any, teams: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = teams  # type: ignore[attr-defined]
        if len(teams) == 1:
            self.initial.setdefault("team", teams[0].pk)


class GuestForm(Form):
    """Who a guest author is."""

    name = LineField(label="Their name", max_length=120, help_text="Readers see it in the byline.")
    job_title = LineField(
        label="Their role", max_length=120, help_text="Readers see it, for example “Nurse, Derby”."
    )
    email = AddressField(
        label="Their own email address",
        max_length=254,
        help_text="Only they may read it: the link by which they say that they wrote the post goes there. "
        "Readers never see it.",
    )

    def details(self) -> GuestDetails:
        return GuestDetails(**self.cleaned_data)


class ImageForm(Form):
    """A picture for a post. Its description is required."""

    picture = forms.FileField(
        label="Picture",
        help_text="A JPEG, PNG or WebP file of up to 10 MB. Best between 1,000 and 3,999 pixels wide.",
        error_messages={"required": "Choose a picture.", "empty": "The file is empty. Choose another."},
    )
    alt = LineField(
        label="Description",
        max_length=ALT_LIMIT,
        help_text="What the picture shows, for people who cannot see it. Readers may hear it instead.",
        error_messages={"required": "Describe what the picture shows."},
    )
    licence = forms.ChoiceField(
        label="By what right do we publish it?",
        choices=Licence.choices,
        initial=Licence.CROWN,
        required=False,
        help_text="Pictures found on the web belong to somebody.",
    )
    credit = LineField(label="Who made it, and where is it from?", max_length=CREDIT_LIMIT, required=False)


class DocumentForm(Form):
    """A document whose words and pictures go to the end of a draft."""

    document = forms.FileField(
        label="Document",
        help_text="A Word (.docx) or OpenDocument (.odt) text of up to 30 MB.",
        error_messages={"required": "Choose a document.", "empty": "The file is empty. Choose another."},
    )


class DescriptionsForm(Form):
    """A description for each picture that has none."""

    def __init__(self, *args: Any, pictures: Sequence[Image], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, picture in enumerate(pictures, 1):
            self.fields[f"alt-{picture.pk}"] = LineField(
                label=f"What does picture {number} show?",
                max_length=ALT_LIMIT,
                error_messages={"required": f"Describe what picture {number} shows."},
            )

    def descriptions(self) -> dict[int, str]:
        return {int(name.removeprefix("alt-")): alt for name, alt in self.cleaned_data.items()}


class PreviewLinkForm(Form):
    """Who a preview link is for."""

    for_whom = LineField(
        label="Who is it for?",
        max_length=120,
        help_text="Their name, so that you know later whose link it is.",
        error_messages={"required": "Say who the link is for."},
    )
