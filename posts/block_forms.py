"""The forms in which blocks are written without markup. Each makes the Markdown of its block."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from posts.adding import Piece, free_mark
from posts.blocks import ROWS_AT_MOST, SERIES_AT_MOST, block_in, chart, number
from posts.grids import CELL_LIMIT, Grid
from posts.models import Post
from teams import clock
from teams.forms import Form, LineField, TextField

WORDS_LIMIT, TITLE_LIMIT = 5_000, 200
MARKS = "You can use lists, links and bold words here as in your text, but no headings."


class GridWidget(forms.Widget):
    """A table of boxes, with a box to paste cells into."""

    template_name = "posts/desk/_grid.html"
    use_fieldset = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Grid | None:
        return Grid.sent(data, name)

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return f"{name}-rows" not in data

    def id_for_label(self, id_: str) -> str:
        return f"{id_}-0-0"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        grid = value if isinstance(value, Grid) else Grid.empty(4, 3)
        context["widget"] |= {
            "rows": [
                [
                    {
                        "name": f"{name}-{row}-{column}",
                        "place": f"-{row}-{column}",
                        "label": f"Heading {column + 1}" if row == 0 else f"Row {row}, column {column + 1}",
                        "value": cell,
                    }
                    for column, cell in enumerate(cells)
                ]
                for row, cells in enumerate(grid.cells)
            ],
            "columns": grid.width,
        }
        return context


class GridField(forms.Field):
    """Cells: a grid of at least a row of headings and one more."""

    widget = GridWidget

    def clean(self, value: Any) -> Grid:
        grid = (value or Grid.empty(1, 1)).filled()
        if len(grid.cells) < 2:
            raise forms.ValidationError("Fill in a row of headings and at least one row below it.")
        for row in grid.cells:
            for cell in row:
                if len(cell) > CELL_LIMIT:
                    raise forms.ValidationError(
                        f"Make each cell {CELL_LIMIT} characters or fewer: {cell[:30]}…"
                    )
        return grid


class BlockForm(Form):
    """A block of a post. `version` is the save of the draft that the writer was looking at."""

    name: str  # as on its button and its page
    version = forms.IntegerField(
        widget=forms.HiddenInput, min_value=0, max_value=2_000_000_000, required=False
    )

    def __init__(self, *args: Any, post: Post, in_dialog: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="block_%s", **kwargs)  # beside the form of the draft
        self.post, self.in_dialog = post, in_dialog
        self.initial.setdefault("version", post.draft.version)

    @property
    def typed(self) -> dict[str, Any]:
        """What was typed, to begin another form of the kind with."""
        return {
            name: field.bound_data(
                field.widget.value_from_datadict(self.data, {}, self.add_prefix(name)), None
            )
            for name, field in self.fields.items()
        }

    def piece(self, source: str) -> Piece:
        return Piece(self.markdown())

    def markdown(self) -> str:
        raise NotImplementedError

    def block(self, first: str, *lines: str) -> str:
        return "\n".join([f"::: {first}", *filter(None, lines), ":::"])


class GridForm(BlockForm):
    """A block with cells."""

    rows, columns = 4, 3

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("cells", Grid.empty(self.rows, self.columns))
        self.fields["cells"] = self.fields.pop("cells")  # last

    def changed(self, how: str) -> dict[str, Any]:
        """What was typed, with a further row or column, or with the cells that were pasted.

        Raises GridRefused.
        """
        typed = self.typed
        grid = typed["cells"] or Grid.empty(self.rows, self.columns)
        if how == "fill":
            grid = Grid.pasted(str(self.data.get("paste", "")))
        else:
            grid = grid.with_row() if how == "row" else grid.with_column()
        return {**typed, "cells": grid}

    @classmethod
    def read(cls, written: str) -> dict[str, Any]:
        """What to begin the form with, from a written block. Raises GridRefused or RenderingRefused."""
        raise NotImplementedError


class TableForm(GridForm):
    name = "Table"
    cells = GridField(
        label="Cells", help_text="The first row holds the headings. Rows and columns left empty are left out."
    )

    @classmethod
    def read(cls, written: str) -> dict[str, Any]:
        return {"cells": Grid.read(written)}

    def markdown(self) -> str:
        table: str = self.cleaned_data["cells"].as_table()
        return table


class ChartForm(GridForm):
    name = "Chart"
    rows, columns = 5, 2
    title = LineField(label="Title", max_length=TITLE_LIMIT, help_text="What the chart shows.")
    unit = LineField(
        label="What the numbers count",
        max_length=60,
        required=False,
        help_text="For example gauges, per cent, or £ million.",
    )
    cells = GridField(
        label="Numbers",
        help_text="The first row holds the headings, the first column what each row is. "
        f"Up to {ROWS_AT_MOST} rows and {SERIES_AT_MOST} columns of numbers.",
    )

    def clean_title(self) -> str:
        title = str(self.cleaned_data["title"]).strip(": ")
        if not title:
            raise forms.ValidationError("Enter title")
        return title

    @classmethod
    def read(cls, written: str) -> dict[str, Any]:
        found = chart(block_in(written))
        rows = [[label, *(cell for cell, _ in cells)] for label, cells in found.rows]
        return {"title": found.title, "unit": found.unit, "cells": Grid([found.columns, *rows])}

    def clean_cells(self) -> Grid:
        grid: Grid = self.cleaned_data["cells"]
        if not 2 <= grid.width <= SERIES_AT_MOST + 1 or len(grid.cells) > ROWS_AT_MOST + 1:
            raise forms.ValidationError(
                f"Fill in a column of names, one to {SERIES_AT_MOST} columns of numbers, and up to "
                f"{ROWS_AT_MOST} rows below the headings."
            )
        for at, (label, *cells) in enumerate(grid.cells[1:], 1):
            if not label:
                raise forms.ValidationError(f"Row {at}: say in the first column what it is.")
            for cell in cells:
                if number(cell) is None:
                    wrong = f"“{cell[:40]}” is not a number" if cell else "a number is missing"
                    raise forms.ValidationError(f"Row {at}: {wrong}. Write it like 12,345 or 3.5 or -40%.")
        return grid

    def markdown(self) -> str:
        data, grid = self.cleaned_data, self.cleaned_data["cells"]
        return self.block(
            f"chart {data['title']}",
            f"Unit: {data['unit']}" if data["unit"] else "",
            f"Columns: {grid.as_rows(grid.cells[:1])}",
            grid.as_rows(grid.cells[1:]),
        )


def words_field(label: str = "Words", help_text: str = MARKS) -> TextField:
    return TextField(
        label=label, max_length=WORDS_LIMIT, help_text=help_text, widget=forms.Textarea(attrs={"rows": 6})
    )


class QuotationForm(BlockForm):
    name = "Quotation"
    words = words_field("What they said", f"Leave quotation marks out. {MARKS}")
    source = LineField(
        label="Who said it", max_length=TITLE_LIMIT, help_text="For example “Ada Obi, head teacher, Leeds”."
    )

    def markdown(self) -> str:
        data = self.cleaned_data
        return self.block("quotation", data["words"], "\nSource: " + data["source"])


class InsetForm(BlockForm):
    name = "Inset"
    words = words_field()

    def markdown(self) -> str:
        return self.block("inset", self.cleaned_data["words"])


class DetailsForm(BlockForm):
    name = "Details"
    summary = LineField(
        label="Words to open it by", max_length=TITLE_LIMIT, help_text="For example “What we counted”."
    )
    words = words_field("Words that are shown when it is opened")

    def markdown(self) -> str:
        return self.block(f"details {self.cleaned_data['summary']}", self.cleaned_data["words"])


class UpdateForm(BlockForm):
    name = "Update note"
    day = forms.DateField(
        label="Date of the update",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "govuk-input--width-10"}),
        error_messages={"invalid": "Enter the date as day, month and year, for example 3/3/2027."},
    )
    words = words_field("What is new")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("day", timezone.localdate(clock.now()))

    def markdown(self) -> str:
        day: date = self.cleaned_data["day"]
        return self.block(f"update note {day.day} {day:%B} {day.year:04}", self.cleaned_data["words"])


class VideoForm(BlockForm):
    name = "Video"
    title = LineField(label="Title", max_length=TITLE_LIMIT)
    address = LineField(
        label="Where it is",
        max_length=500,
        help_text="The whole link, for example https://www.youtube.com/watch?v=abc. "
        "Readers go there; nothing is loaded from there before.",
    )
    picture = forms.ChoiceField(
        label="Picture that stands for it",
        widget=forms.RadioSelect,
        help_text="One of the pictures of this post.",
    )
    length = LineField(
        label="How long it lasts", max_length=60, help_text="For example 3 minutes 20 seconds."
    )
    transcript = LineField(
        label="Link to a transcript",
        max_length=500,
        required=False,
        help_text="For people who cannot hear or play it. If there is none, put one in details below it.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pictures = {image.key: image for image in self.post.images.all()}
        self.fields["picture"].choices = [  # type: ignore[attr-defined]
            (key, image.alt) for key, image in self.pictures.items()
        ]
        if not self.pictures:
            self.fields[
                "picture"
            ].help_text = "This post has no pictures yet. Upload one under “Pictures for this post” first."

    def clean_title(self) -> str:
        title = str(self.cleaned_data["title"]).strip(": ")
        if not title:
            raise forms.ValidationError("Enter title")
        return title

    def markdown(self) -> str:
        data = self.cleaned_data
        return self.block(
            f"video {data['title']}",
            f"Address: {data['address']}",
            f"Picture: {self.pictures[data['picture']].markdown}",
            f"Length: {data['length']}",
            f"Transcript: {data['transcript']}" if data["transcript"] else "",
        )


class FootnoteForm(BlockForm):
    name = "Footnote"
    words = LineField(
        label="Note", max_length=1_000, help_text="You can use links and bold words as in your text."
    )
    after = LineField(
        label="Words of your text that it belongs to",
        max_length=TITLE_LIMIT,
        required=False,
        help_text="Copy them from your text: the mark is put right behind them. "
        "If you leave this empty, it is put behind the last words.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.in_dialog:  # the caret says where
            del self.fields["after"]

    def piece(self, source: str) -> Piece:
        mark = free_mark(source)
        return Piece(f"{mark}: {self.cleaned_data['words']}", mark, self.cleaned_data.get("after", ""))


FORMS: dict[str, type[BlockForm]] = {
    "table": TableForm,
    "chart": ChartForm,
    "quotation": QuotationForm,
    "inset": InsetForm,
    "details": DetailsForm,
    "footnote": FootnoteForm,
    "update": UpdateForm,
    "video": VideoForm,
}
"""By the name in the address of each."""
