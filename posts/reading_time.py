"""How long a text takes to read."""

import math

from posts.authorship import words_of

WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction by adults: the mean of 190 studies. Brysbaert, 2019, Journal of
Memory and Language 109."""


def words_in(text: str) -> int:
    """How many words a text has, as shares of authorship count them."""
    return len(words_of(text))


def reading_time(words: int) -> str:
    """`3 minutes to read`, at least one."""
    minutes = max(1, math.ceil(words / WORDS_A_MINUTE))
    return f"{minutes} minute{'s' if minutes > 1 else ''} to read"
