"""Parts of addresses: dates as digits with their zeros, slugs, digests."""

from django.urls import register_converter


class Digits:
    """Fixed digits, kept as text so that an address has one spelling."""

    regex = "[0-9]{2}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class Year(Digits):
    """A year."""

    regex = "[0-9]{4}"


class Digest(Digits):
    """A SHA-256 in hexadecimal."""

    regex = "[0-9a-f]{64}"


register_converter(Year, "yyyy")
register_converter(Digits, "mm")
register_converter(Digits, "dd")
register_converter(Digest, "sha256")
