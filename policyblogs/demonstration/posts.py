"""Every post of the demonstration, blog by blog."""

from policyblogs.demonstration.more_posts_rivers import POSTS as MORE_RIVERS_POSTS
from policyblogs.demonstration.more_posts_transport import POSTS as MORE_TRANSPORT_POSTS
from policyblogs.demonstration.posts_buses import BUSES_POSTS
from policyblogs.demonstration.posts_coasts import COASTS_POSTS
from policyblogs.demonstration.posts_flood import FLOOD_POSTS
from policyblogs.demonstration.posts_kerbside import KERBSIDE_POSTS
from policyblogs.demonstration.posts_libraries import LIBRARIES_POSTS
from policyblogs.demonstration.posts_markets import MARKETS_POSTS
from policyblogs.demonstration.posts_parks import PARKS_POSTS
from policyblogs.demonstration.posts_waterways import WATERWAYS_POSTS

STORIES = (
    "draft",
    "waiting_for_coauthor",
    "submitted",
    "recalled",
    "returned",
    "returned_twice",
    "returned_and_resubmitted",
    "live",
    "live_with_new_draft",
    "live_twice",
    "withdrawn",
)

POSTS = (
    FLOOD_POSTS
    + WATERWAYS_POSTS
    + COASTS_POSTS
    + BUSES_POSTS
    + KERBSIDE_POSTS
    + LIBRARIES_POSTS
    + PARKS_POSTS
    + MARKETS_POSTS
    + MORE_RIVERS_POSTS
    + MORE_TRANSPORT_POSTS
)
