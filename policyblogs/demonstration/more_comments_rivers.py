"""More comments on the blogs of the Department for Rivers and Coasts."""

from policyblogs.demonstration.more_comments_early_or_sure import FIRST_DAYS
from policyblogs.demonstration.more_comments_early_or_sure_later import WEEKS_AFTER
from policyblogs.demonstration.more_comments_homes import HOMES_COMMENTS
from policyblogs.demonstration.more_comments_warnings import WARNINGS_COMMENTS
from policyblogs.demonstration.shapes import Comment

PLANK_ORDER = (
    Comment(
        key="plank-fenn",
        post="plank-order",
        name="Ruaridh Fenn",
        email="ruaridh@oakandgate.example",
        perspective="front_line",
        organisation="Gate maker",
        hours_after=18,
        fate="publish",
        body="""\
Well, I never. I have been making gates for 20 years and this is the first time that anything I said came \
back as a box on a screen. The lads have printed it out and it is over the saw.

Your 402 will not be the worst. Check the ones that went to the long flights first. They were ordered in \
summer, when the oak is driest.""",
        official_reply="""\
Thank you. I have passed it on, and the order has been changed: the planks ordered between May and September \
on the 3 longest flights will be checked next. That is 211. If you are right, the share that are too thin \
should go up, and I will say so either way.""",
        official_reply_by="oisin.tarrant@rivers.example",
    ),
    Comment(
        key="plank-six-new",
        post="plank-order",
        name="Marguerite Ashby",
        perspective="front_line",
        organisation="Lock-keeper, retired",
        hours_after=31,
        fate="publish",
        body="""\
Four of the six new people saw water by the end. One of the others saw a kingfisher, which I let pass.""",
    ),
    Comment(
        key="plank-box",
        post="plank-order",
        name="Vic",
        perspective="front_line",
        organisation="Systems manager",
        hours_after=44,
        fate="publish",
        body="""\
I look after systems like that one for another body. Two boxes "that nobody has missed yet" means that \
somebody will. Find out who filled them in last, and ring them.""",
    ),
    Comment(
        key="plank-anglers",
        post="plank-order",
        name="Len",
        perspective="public",
        hours_after=91,
        fate="publish",
        body="""\
Our secretary got the call. We moved 400 fish. Much obliged.""",
    ),
    Comment(
        key="plank-foul",
        post="plank-order",
        name="Towpath Terry",
        perspective="public",
        hours_after=30,
        fate="decline",
        house_rule="offensive",
        body="""\
Four sodding years. Whoever switched that off wants his b****cks nailed to the bottom gate, and his boss's \
next to them.""",
    ),
    Comment(
        key="plank-waiting-hinge",
        post="plank-order",
        name="Dev",
        perspective="front_line",
        organisation="Lock-keeper, Wadebank flight",
        hours_after=305,
        fate="waiting",
        body="""\
Since you ask what else does not print: grease. We order grease for the hinges in the notes as well. I have \
not had any since the year before last and thought that there was none to be had.""",
    ),
    Comment(
        key="plank-waiting-address",
        post="plank-order",
        name="Rosalind Teague",
        perspective="affected",
        hours_after=318,
        fate="waiting",
        body="""\
Boaters are still told to send licence changes to the old address. It is on the back of the disc. I know of \
three who have been fined.""",
    ),
)

COMMENTS = HOMES_COMMENTS + WARNINGS_COMMENTS + FIRST_DAYS + WEEKS_AFTER + PLANK_ORDER
