"""What time makes due in posts."""

from posts import turning  # noqa: F401  # listens for freezes that begin and end
