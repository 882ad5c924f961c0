"""What time makes due for the platform's own upkeep, and what freezes and the record ask of it."""

from teams import freezing, heads, retrying
from teams.ticking import register

register("put back tasks that did not get done", 15, retrying.put_back)
register("remove tasks that ended long ago", 60 * 60, retrying.sweep)
register("tell pages that a freeze has begun or ended", 1, freezing.turn_pages)
register("publish the head of the record", 10 * 60, heads.publish_head)
