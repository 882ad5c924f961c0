"""What time makes due in sign-off."""

from moderation import reminding, scheduling
from teams.ticking import register

register("release what is due", 1, scheduling.release_due)
register("remind of what is nearly due, and tell of what is late", 60, reminding.remind)
