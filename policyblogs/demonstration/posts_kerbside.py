"""Posts of the Kerbside blog."""

from policyblogs.demonstration.shapes import Post

KERBSIDE_CHARGING = """\
About 4 in 10 households have no drive or garage. If they are to run an electric car, many of them will \
charge it at the edge of the street. A good deal has been written about how that should be done. This post \
is about what nobody knows yet, including us.

We are writing it now because councils are making choices that will last 15 years. They should know how \
firm the ground is.

## What we know fairly well

- Most street charging happens between 6pm and midnight.
- A typical car needs a charge about once every 5 days.
- A charge point in a lamp post costs about a fifth of one that stands by itself.
- People will walk about 4 minutes to a charge point that they are sure will be free.

We would put money on each of these. They come from more than one source, and the sources agree.

## What we do not know

### Whether people behave as they say

In surveys, 62% of drivers without a drive say that they would switch if there were a charge point in their \
street. In the 9 streets where somebody has counted, 11% had switched after 2 years. Perhaps it takes \
longer. Perhaps saying yes costs nothing.

### How many is enough

| Source | Cars for each charge point | Based on |
|---|---|---|
| A trade body | 5 | A model |
| A university | 14 | 300 drivers' diaries |
| Two councils | 8 and 19 | What they have built |

These figures differ by a factor of nearly 4. We have tried to find the cause and can explain only part of \
it. The two councils measure "in use" in different ways: one counts a car that is plugged in, and the other \
counts one that is charging.

### What happens to the pavement

A cable across a pavement is a hazard. A channel cut into the pavement may be safer, or may fill with \
leaves. There are trials in 7 places. None of them has been through 3 winters. Blind and partly sighted \
people have told us that a shallow channel can be mistaken for an edge. We do not know how often.

> I am not against it. I would just like somebody to have walked it with a cane before they dig up my street.

### Who is left out

We know where charge points are. We do not know who they serve. In one city, people who rent from a private \
landlord are on average 3 minutes from a charge point. People who rent from the council are 9 minutes \
away.[^1] Nobody can say whether that is a stage on the way or the shape of things to come.

## What we got wrong before

Two years ago we wrote here that fast charging hubs would make most street charging unnecessary. The \
evidence since then points both ways. Hubs are well used by taxi and delivery drivers. People who charge at \
home or in the street have mostly gone on doing so. We should have said "for some people".

## What we are doing about it

1. We are asking the 7 trials to measure the same 6 things, so that their results can be put side by side.
2. We will pay for counts in 30 more streets, over 3 years, and publish the numbers every 6 months.
3. We are working with 2 groups of blind and partly sighted people on how to test a channel before it is cut.
4. We have asked the trade body and the university to compare their methods in public. Both have agreed.

## What councils can do meanwhile

This is not guidance, which is published [elsewhere](https://www.example.org/charging-guidance). It is what \
we would bear in mind if the choice were ours.

Where a choice can be undone cheaply, there is less need to wait. A charge point in a lamp post can be \
moved. A trench cannot. Short contracts cost more for each charge and leave more room to learn. How that \
balance falls depends on the street.

## Tell us what you know

We would like to hear of any street where somebody has counted before and after. Did you decide against an \
electric car because of where you live, or try one and go back? We would like to hear about that too. There \
is more on [the Kerbside blog](/kerbside/) about how we use what people send.

[^1]: The city measured walking time along the pavement, not in a straight line. Other cities that publish \
a figure use a straight line, so we could not compare them.
"""

LOADING_BAYS = """\
A loading bay that is full at 7 in the morning is often empty by 11. The parking spaces beside it are the \
other way about. Could one piece of kerb be both?

## What is being tried

Two councils are testing bays that change their use through the day. A sign lights up to show what is \
allowed now:

| Time | Use |
|---|---|
| 5am to 10am | Deliveries |
| 10am to 4pm | Blue badge holders |
| 4pm to 7pm | Nobody: a wider pavement outside the school |
| 7pm to 5am | Residents |

## What we want to find out

1. Do drivers understand the sign? In a first test, 8 people in 20 got it wrong.
2. Do deliveries fit into the time, or do they move round the corner?
3. What do people with a blue badge think of a space that goes away at 4pm?

### The hard part

A sign has to be understood in about 3 seconds by somebody who is driving. We have tried 4 designs. The one \
that designers liked best was the one that drivers read worst.

> I can see that it means something. I cannot see that it means me.

We are trying words next, in place of symbols. It looks plain, and it may work.

### What shopkeepers have told us

We called on the 34 shops along the first street, before the signs went up and again after a month. At \
first they were evenly split. A month later most of those who had been against it had no view, and 3 who \
had been for it were against. The reason was the same each time. Their van comes at 10:15.

One of them has asked the wholesaler to come earlier. Two say that they have no say in it. We had thought \
of delivery times as something that a shop decides, and we were wrong about that.

## What we do not have yet

*To add before this goes in: counts from the second street, and a photograph of sign 3 once the council \
agrees. Check with the school that it is happy to be mentioned.*

The trials run for a year. Halfway through, we will write again with whatever we have, good or bad. If you \
have driven past one of these signs, what did you think that it meant? Our other posts are on [the Kerbside \
blog](/kerbside/).
"""

PAVEMENT_CLUTTER = """\
Last month we asked for letters about things that stand on pavements. We had 412, and 38 of them were \
handwritten. This is how we read them and what they say.

## How we read them

Two of us read every letter, and each of us noted down what it was about without seeing the other's notes. \
Where we differed, a third person read it. We agreed about 85% of the time.

We did not use the number of letters as a measure of how common a thing is. People write about what \
troubles them. Somebody who is content with their pavement does not buy a stamp.[^1]

## What people wrote about

| What stands on the pavement | Letters that mention it |
|---|---|
| Cars parked partly on it | 171 |
| Bins left out between collections | 144 |
| Advertising boards | 97 |
| Hired bicycles and scooters | 92 |
| Café tables and chairs | 41 |
| Hedges | 39 |
| Nothing: thank you for asking | 3 |

Most letters mention more than one. The same object can also be praised. Of the 41 that mention café \
tables, 12 are in favour of them.

## Three things we had not thought of

### The same gap, twice a week

Many obstacles are there for an hour. A bin is a problem on Tuesday morning. That hour is when one writer \
takes her son, who uses a wheelchair, to his class:

> I know which day it is by which side of the road we use.

### Fixed things

We had asked about things that can be moved. About 60 people wrote about things that cannot: poles, \
cabinets and bollards. Many had been put there to stop something else from standing in the way.

### Who to tell

More than half the writers had complained before. Of those, most did not know whether anything had come of \
it. Several had been sent from the council to a company and back to the council. One had kept the whole \
chain of letters, which begins with a polite note about a sandwich board and runs to 23 pages.

## What we will do

1. Send each council a summary of the letters from its area, without names.
2. Ask 5 councils to try one telephone number for anything on a pavement, for 6 months.
3. Walk 10 routes with people who wrote to us, at the time of day that they wrote about.

We have no plans for new rules, and these letters alone would not be a reason for any. They have changed \
what we measure. Until now, our surveys counted objects. They will now count how long the way is blocked, \
and for whom.

Everybody who gave an address has had an answer. You can [read the \
letters](https://www.example.org/pavement-letters) of those who agreed to it.

[^1]: We sent stamped envelopes to 80 libraries. Of the handwritten letters, 26 came in one of these.
"""

KERBSIDE_POSTS = (
    Post(
        key="kerbside-charging",
        team="kerbside",
        authors=("callum.strand@transport.example",),
        title="What we do not know about kerbside charging",
        summary=(
            "Councils are making choices about street charging that will last 15 years. This is how firm "
            "the evidence is, and is not."
        ),
        tags=("charging", "evidence", "streets"),
        body=KERBSIDE_CHARGING,
        story="live",
        started_days_ago=31,
        submitted_days_ago=22,
        released_days_ago=17,
    ),
    Post(
        key="loading-bays",
        team="kerbside",
        authors=("callum.strand@transport.example",),
        title="Loading bays that change through the day",
        summary=(
            "Could one piece of kerb serve deliveries, blue badge holders and residents at different hours? "
            "Two councils are trying."
        ),
        tags=("streets", "deliveries"),
        body=LOADING_BAYS,
        story="draft",
        started_days_ago=4,
    ),
    Post(
        key="pavement-clutter",
        team="kerbside",
        authors=("zofia.marchbank@transport.example", "callum.strand@transport.example"),
        title="What 412 letters say about pavements",
        summary=(
            "We asked for letters about things that stand on pavements. This is how we read them, and what "
            "they have changed."
        ),
        tags=("streets", "letters", "accessibility"),
        body=PAVEMENT_CLUTTER,
        story="waiting_for_coauthor",
        started_days_ago=9,
        submitted_days_ago=1,
    ),
)
