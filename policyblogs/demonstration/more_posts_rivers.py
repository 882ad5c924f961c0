"""More posts of the Department for Rivers and Coasts."""

from policyblogs.demonstration.more_posts_homes import HOMES_POSTS
from policyblogs.demonstration.more_posts_wardens import WARDENS_POSTS
from policyblogs.demonstration.more_posts_warnings import WARNINGS_POSTS
from policyblogs.demonstration.shapes import Post

PLANK_ORDER = """\
Two months ago I wrote about a week with lock-keepers and promised to say what came of it. The comments \
beneath that post did more than the post itself. This is what has happened, what has not, and one thing that \
I would now put differently.

## The plank

A gate at Thornmere leaked because a plank had been cut to the drawing and had then dried. I thought that \
the cause was an office that moved. A gate maker put me right: the new ordering system had lost the box for \
"allow for swelling". The allowance went into the notes, and the notes did not print.

I took a copy of his comment to the person who looks after the system. She found the box in 10 minutes. It \
had been switched off by mistake 4 years ago, along with 2 others that nobody had missed yet.

| | Before | Now |
|---|---|---|
| "Allow for swelling" on the order | In notes that do not print | A box that must be filled in |
| Planks ordered too thin | 164 of the first 402 checked | Being replaced, worst leaks first |
| Time from a keeper's report to an order | 31 days | 12 days |

She asked me to say that people had reported it twice. Both reports went to an address that no longer \
exists.

## The other promises

1. **Two counts that nobody uses.** Stopped. It did need a form.
2. **Keepers' rules of thumb.** We have written down 57, from 3 flights. Fourteen contradict each other, and \
the keepers enjoyed that part most.
3. **Two days on a lock for new people.** Four have been. It is now 2 days in the first 3 months and 3 more \
in February. A retired keeper told us that nobody sees water before the fourth day.

> You are late, but you came.

That was how she met us at the bottom lock. She had brought a list.

### What we did because of a comment

- An angler wrote that keepers used to ring his club before a pound was run low. The numbers had been lost \
in the move. There is now a list of 41 clubs on the wall of each keeper's hut. The first call was made 3 \
weeks ago.
- A boater who lives aboard asked us to protect the time that keepers spend walking the flight, without \
measuring what it is for. The new rota does. I cannot show that with a figure, which is the point.

## What has not happened

A reader wrote that one adviser, one flight and one good week prove nothing. I thought that this was fair, \
and told my team that I would spend a week on a flight drawn at random. I have not been. The date was moved \
twice, both times by me.

It is now fixed, and I have asked a colleague to hold me to it. The flight was drawn by the student who sits \
opposite, and I had not heard of it.[^1]

## What I would put differently

I wrote that the flight "is short of oak, and of people who know what to ask for". It was unfair. People \
knew what to ask for, and had asked. The order form would not let them.

It is easy to come home from a visit with a story about people, because people are what you meet. The cause \
was a box on a screen. I would not have found it in another 10 weeks on the towpath, and somebody who had \
never met me found it in an evening.

## What next

In those 4 years 1,310 planks were ordered, and all of them will be checked. I will put the figures [in one \
place](https://www.example.org/lock-planks) as they come in, not only at the end.

Two questions, if you have a moment. What else has stopped printing? And who else is writing to an address \
that no longer exists? The rest of our posts are on [the Inland Waterways blog](/inland-waterways/).

[^1]: She put the names of all 64 flights in a biscuit tin. We had a formula for this as well.
"""

SIGNS_NOT_DATES = """\
At Holm Head there is a white post in a field, 12 metres from the edge of the cliff. Nobody is allowed to \
move it. When the edge reaches it, the car park closes and the new one opens. Everybody in the village knows \
this, including the children.

We have written before that people would rather be told the sign than the date. This post is about 4 places \
that have tried it.

## How it works

1. People agree on the steps, such as closing a path, moving a car park or offering to buy a house.
2. For each step they agree on a sign that anyone can see.
3. They write down who does what when the sign comes, and who pays.
4. They put something in the ground.

The third is the hard one. In every place it took longer than the other 3 together.

## The 4 places

| Place | Signs agreed | Reached so far | Step taken on time |
|---|---:|---:|---|
| Holm Head | 3 | 1 | Yes |
| Saltwick | 5 | 2 | One of 2 |
| Cressmouth, north beach | 2 | 0 | None due yet |
| Port Selwen | 4 | *to check* | *to check* |

At Saltwick the second sign was reached on a bank holiday in the night. The step was to close a footpath. It \
took 6 days, because the person who had the key to the barrier had left and the agreement named her and not \
her job.

### What people told us

> It has stopped being an argument about whether. Now we argue about the colour of the post.

Another view, from a woman whose house is beyond the third sign:

> They walk up to look at it on a Sunday. It is my kitchen that they are measuring.

We do not know what to say to her yet. We have asked whether she would help us to write this part, and she \
is thinking about it.

## What we cannot tell

- Whether any of this saves money. Nobody has kept accounts in a way that can be compared.
- Whether a post makes people move sooner, or makes them stay until the last day.
- Whether it works for something slower or faster than a cliff, such as a marsh or a sea wall.

*Still to do before this goes in: figures from Port Selwen, a photograph of the post with nobody in it, and \
Mei-Ling's paragraph on how uncertain the rate is. Ask Holm Head parish council whether the children may be \
mentioned.*

## What we would like to ask

Is there a mark near you that everybody watches, even if no official put it there? It might be a tree, a \
step or a name cut in a wall. Please tell us what people expect to happen when it goes. Our list of work has \
a line for this, and it is on [the Coastal Change blog](/coastal-change/).
"""

OTHER_POSTS = (
    Post(
        key="plank-order",
        team="inland-waterways",
        authors=("oisin.tarrant@rivers.example",),
        title="One plank, 4 years: what happened after our week on the locks",
        summary=(
            "Two months ago a lock gate leaked because a plank was too thin. You told us why. Here is what "
            "has been put right since."
        ),
        tags=("canals", "you said, we did", "maintenance"),
        body=PLANK_ORDER,
        story="live",
        started_days_ago=27,
        submitted_days_ago=20,
        released_days_ago=15,
    ),
    Post(
        key="signs-not-dates",
        team="coastal-change",
        authors=("rohan.castellane@rivers.example",),
        title="A post in the ground: signs, not dates",
        summary=(
            "Four places have agreed in advance what they will do when the cliff edge reaches a certain "
            "post. We went to look at them."
        ),
        tags=("coast", "planning ahead", "visits"),
        body=SIGNS_NOT_DATES,
        story="draft",
        started_days_ago=3,
    ),
)

POSTS = HOMES_POSTS + WARDENS_POSTS + WARNINGS_POSTS + OTHER_POSTS
