"""Every comment of the demonstration, post by post; a reply stands after the comment that it answers."""

from policyblogs.demonstration.comments_buses import BUSES_COMMENTS
from policyblogs.demonstration.comments_coasts import COASTS_COMMENTS
from policyblogs.demonstration.comments_flood import FLOOD_COMMENTS
from policyblogs.demonstration.comments_kerbside import KERBSIDE_COMMENTS
from policyblogs.demonstration.comments_libraries import LIBRARIES_COMMENTS
from policyblogs.demonstration.comments_markets import MARKETS_COMMENTS
from policyblogs.demonstration.comments_parks import PARKS_COMMENTS
from policyblogs.demonstration.comments_waterways import WATERWAYS_COMMENTS
from policyblogs.demonstration.more_comments_rivers import COMMENTS as MORE_RIVERS_COMMENTS
from policyblogs.demonstration.more_comments_transport import COMMENTS as MORE_TRANSPORT_COMMENTS

PERSPECTIVES = (
    "front_line",
    "academic",
    "affected",
    "organisation",
    "elected_representative",
    "public",
)

FATES = ("publish", "decline", "spam", "likely_spam", "waiting")

COMMENTS = (
    FLOOD_COMMENTS
    + WATERWAYS_COMMENTS
    + COASTS_COMMENTS
    + BUSES_COMMENTS
    + KERBSIDE_COMMENTS
    + LIBRARIES_COMMENTS
    + PARKS_COMMENTS
    + MARKETS_COMMENTS
    + MORE_RIVERS_COMMENTS
    + MORE_TRANSPORT_COMMENTS
)
