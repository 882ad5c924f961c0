"""Posts of the Coastal Change blog."""

from policyblogs.demonstration.shapes import Post

COAST_BACKLOG_OPENING = """\
Every policy team has a list of things that it has not done yet. Ours has 47 lines. From today anyone can \
read it.

This post explains what is on the list, what is not, and what we hope will happen.

## What is on it

A line on the list is a piece of work that we think should be done and have not finished. Each one has a \
name, a sentence about why it matters, and one of 4 states:

"""

COAST_BACKLOG_COUNTS = """\
| State | What it means | Lines |
|---|---|---|
| Doing | Somebody is working on it this month | 6 |
| Next | It will start within 3 months | 9 |
| Later | We mean to do it, and cannot say when | 22 |
| Not doing | We have decided against it, with the reason | 10 |

"""

COAST_BACKLOG_COUNTS_NEW = """\
| State | What it means | Lines then | Lines now |
|---|---|---|---|
| Doing | Somebody is working on it this month | 6 | 6 |
| Next | It will start within 3 months | 9 | 7 |
| Later | We mean to do it, and cannot say when | 22 | 17 |
| Not doing | We have decided against it, with the reason | 10 | 13 |
| Done | Finished, with a link to the result | 0 | 3 |

"""

COAST_BACKLOG_REST = """\
We argued most about the last row. It is uncomfortable to publish the things that you have turned down. But \
a list without them invites the same suggestion every month, and the same polite reply.

### What is not on it

- Anything that would tell a person how their own home or claim is likely to be treated. They should hear \
that from us directly, and first.
- Advice to ministers, and choices that are still theirs to make.
- Statistics that have not been released.

We checked all 47 lines against these 3 rules. Five were reworded. Two came off.

## Why we are doing it

There are 3 reasons, and we are more certain of the first than of the others.

**It stops us fooling ourselves.** In a private list nothing is ever dropped. It only moves down. When we \
wrote ours out for strangers to read, we found 4 lines that nobody could explain.

**Other people can tell us what we have missed.** A harbour master read an early version. She pointed out \
that lines 12 and 30 are one problem, seen from the land and from the sea. We had given them to different \
people.

**Councils can plan.** We shall not look at sea wall records before next year. A council that knows this \
can start without us, or ask us to move it up. Until now it had to guess.

## What could go wrong

We can think of several things:

1. People may read "Next" as a promise. It is a forecast, and we have been wrong before. Over the last 2 \
years we started 60% of what we said was next.
2. The list may go stale. One person now has it as part of their job to bring it up to date on the first \
Monday of each month.
3. Ranking may turn into a contest. We will listen to why something matters. We will not count how many \
people say so.

> Publishing a list is easy. It is the second month that is hard.

That was the advice of a hospital manager who did the same with waiting repairs.[^1] She told us to write \
down now what would make us stop. So here it is. If after a year nobody outside the team has changed what \
is on the list, we will take it down and say why.

"""

COAST_BACKLOG_END = """\
## What we would like from you

Read [the list](https://www.example.org/coastal-backlog). Then tell us one of 3 things: what is missing, \
what we could drop, or what you have already done that we could learn from. You need not be an expert. Two \
of the best lines came from people who had simply watched the same beach for a long time.

We will answer every comment on this post, and each month we will say [on this blog](/coastal-change/) what \
moved and why.

[^1]: Her list had 212 lines on the first day. After 18 months it had 90, and 31 of those had come from \
patients.
"""

COAST_BACKLOG_END_NEW = """\
## The first month

Three lines are done, and 3 more have moved to "Not doing". Here is what changed because of something you \
told us:

- **Cliff edge photographs** moved from "Later" to "Doing". A rambling club has 15 years of them, all taken \
from the same posts.
- **A national list of slipways** moved to "Not doing". Two of you showed us that one exists already, and \
is good.
- **Lines 12 and 30** are now one line, with one person.

## What we would like from you

Read [the list](https://www.example.org/coastal-backlog). Then tell us one of 3 things: what is missing, \
what we could drop, or what you have already done that we could learn from. You need not be an expert. Two \
of the best lines came from people who had simply watched the same beach for a long time.

We will answer every comment on this post, and each month we will say [on this blog](/coastal-change/) what \
moved and why.

[^1]: Her list had 212 lines on the first day. After 18 months it had 90, and 31 of those had come from \
patients.
"""

MOVING_A_ROAD = """\
The shore road at Cressmouth is 41 metres from the cliff edge. When it was built it was 300 metres away. At \
some point it will have to move, and this post is about what that involves.

We have no announcement to make about Cressmouth or anywhere else. The decision belongs to the council, and \
it has not been taken. But 3 coast roads have been moved in the last 15 years, and we have spent some time \
finding out how it went.

## Three roads

| Road | Length moved | Years from first meeting to opening | Homes affected |
|---|---|---|---|
| Saltwick Lane | 0.8 km | 9 | 4 |
| Port Selwen shore road | 2.1 km | 14 | 31 |
| Holm Head | 1.3 km | 6 | 0 |

The building work took between 7 and 16 months. All the rest was time spent on finding out, agreeing, \
buying land and arguing. Holm Head was quickest, but not because it was simplest. It has the hardest rock \
of the 3. It was quickest because people had settled where the road would go before they needed it.

## What takes the time

### Nobody owns the question

A coast road is often looked after by one council, protected by another body, and built on land that \
belongs to a third. Each of them can say, correctly, that the next step is not theirs. At Port Selwen this \
went on for 5 years.

### Pipes

Under every road there are pipes and cables. At Saltwick Lane there were 6 owners, and one of them no \
longer existed. Moving the road cost £2.4 million. Moving what lay under it cost £3.1 million.[^1]

### Knowing when

Cliffs do not go back by the same amount each year. A cliff that loses half a metre a year on average may \
lose nothing for 10 years and then 6 metres in a night. That makes it easy to wait, and it makes waiting a \
gamble.

People told us that a date would help less than we had thought. What they want to know is the sign:

> Do not tell me 2041. Tell me what I will see out of the window when it is time to go.

Some councils now write this down in advance. When the edge reaches a certain post, the next stage begins. \
Everybody can walk out and look at the post.

## What we learned from people who live there

We held 5 meetings, and we had 63 letters from people who could not come. We do not claim that they stand \
for everyone. These points came up in all 5 places:

- People would rather hear bad news early from somebody who knows than late from somebody who is kind.
- The school bus is the first thing that anyone asks about.
- A road that may close is harder to live with than a road that will.
- The people whose homes lie beyond the road feel that they are being discussed as a cost.

We think the last point is fair. Our own papers have a column for it.

## What we are looking at now

1. Whether a council could be paid to agree a new line for a road before it is needed.
2. Whether owners of pipes should have to say where they are, and in what state.
3. Whether "signs, not dates" works. We have found 4 places that use it, and nobody has yet compared them \
with places that do not.

We know least about the second. If you run pipes or cables near the coast, we would like to talk to you. \
The full notes of our visits are [here](https://www.example.org/coast-road-visits), with names taken out, \
and our earlier posts are on [this blog](/coastal-change/).

[^1]: Both figures are in the prices of the year in which the work was done.
"""

COASTS_POSTS = (
    Post(
        key="coast-backlog",
        team="coastal-change",
        authors=("mei-ling.ashdown@rivers.example", "rohan.castellane@rivers.example"),
        title="We are publishing our list of work",
        summary=(
            "Our list of unfinished work has 47 lines. From today anyone can read it, including the things "
            "we have decided not to do."
        ),
        tags=("working in the open", "coast"),
        body=COAST_BACKLOG_OPENING + COAST_BACKLOG_COUNTS + COAST_BACKLOG_REST + COAST_BACKLOG_END,
        story="live_with_new_draft",
        started_days_ago=40,
        submitted_days_ago=32,
        released_days_ago=27,
        body_second=(
            COAST_BACKLOG_OPENING + COAST_BACKLOG_COUNTS_NEW + COAST_BACKLOG_REST + COAST_BACKLOG_END_NEW
        ),
        note_second="Added what happened to the list in its first month.",
        second_days_ago=1,
    ),
    Post(
        key="moving-a-road",
        team="coastal-change",
        authors=("rohan.castellane@rivers.example", "mei-ling.ashdown@rivers.example"),
        title="What happens when a coast road has to move",
        summary=(
            "Three coast roads have moved in 15 years. Building took months and agreeing took years. Here "
            "is where the time went."
        ),
        tags=("coast", "roads", "planning ahead"),
        body=MOVING_A_ROAD,
        story="submitted",
        started_days_ago=18,
        submitted_days_ago=6,
    ),
)
