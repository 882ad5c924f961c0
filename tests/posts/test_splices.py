"""A text kept as a splice of another one comes back as it was."""

from hypothesis import given
from hypothesis import strategies as st

from posts.splices import splice, spliced

TEXTS = st.text(alphabet="ab\n é😀", max_size=30)


@given(TEXTS, TEXTS)
def test_a_text_comes_back_out_of_any_other(text, other):
    assert spliced(splice(text, other), other) == text


def test_of_a_long_text_only_what_differs_is_kept():
    long = "word " * 10_000
    assert len(splice(f"{long}before{long}", f"{long}after{long}")) < 40
