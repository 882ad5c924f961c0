"""The demonstration, but with the second factor that a server for readers asks for."""

from policyblogs.settings import *  # noqa: F403

SECOND_FACTOR_REQUIRED = True
