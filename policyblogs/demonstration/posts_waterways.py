"""Posts of the Inland Waterways blog."""

from policyblogs.demonstration.shapes import Post

LOCK_KEEPERS = """\
There are 7 people in this country who know why the bottom gate at Thornmere leaks. I have now met 4 of them.

I write policy about canals. Until this year I had never worked a lock by myself. So I asked to spend a \
week with the lock-keepers on the Wadebank flight, which has 21 locks in a little over 3 kilometres. They \
kindly said yes. They also gave me a windlass and a pair of gloves.

## Monday: water

The first thing a lock-keeper does is look at the water. Not the boats. Each pound, which is the stretch \
between 2 locks, has to hold enough water for the next boat and not so much that it runs over. On a long \
flight this is a puzzle that changes every 20 minutes.

Dev has kept these locks for 23 years. He carries no chart and writes nothing down. He looks at a line of \
moss on a wall.

> If the moss is wet, I have 9 boats. If it is dry, I have 5. If I can see the brick under it, nobody is \
moving until the morning.

We have a computer model of this flight. It takes readings at the top and the bottom. It does not know \
about the moss.

## Tuesday: people

A good half of the work has nothing to do with water. On Tuesday I counted what people asked:

| Question | Times asked |
|---|---|
| How long until we can go through? | 31 |
| Is there anywhere to fill up with drinking water? | 14 |
| Could you give us a hand with this gate? | 12 |
| Is the shop still open? | 9 |
| Are you all right there? (asked by a keeper, of a boater) | 6 |

The last line needs explaining. Some people live on their boats all year round, and a few of them see \
nobody else in a day. Keepers notice who has not moved and whose chimney is not smoking. Nothing in a job \
description says that they should.

## Wednesday: the bottom gate

On Wednesday the bottom gate at Thornmere would not seal. A plank lost in the winter had been replaced with \
one that was 8 millimetres too thin. The drawings were right. The wood had been ordered to the drawing and \
had then dried.

Marian, who makes gates, explained that you order oak for a lock a little too wide and let it swell. \
Everybody in her workshop knows this. Nobody had told the people who place orders, because they moved to \
another office 4 years ago.

### What this costs

A gate that leaks loses about as much water in a week as 60 boats would use. In a dry summer that is the \
difference between opening the flight every day and opening it 3 days in 7. The plank cost £210.

## Thursday: paper

I asked to see every form that a keeper fills in. There are 11. Four of them ask for the number of boats, \
in 4 different ways. One goes to an address that no longer exists.

I followed the other 3 to where they end up, which took until the afternoon:

1. The daily count goes into a spreadsheet and is published once a year.
2. The monthly count is used to check the daily count.
3. The "exceptional use" count was asked for in connection with a festival. The festival last took place 12 \
years ago.

I have asked for the last 2 to stop. I was told that this would need a form.

## Friday: what I got wrong

I went with a note in my pocket. It listed 5 things that I expected to find. Here is how they stand now:

- *Keepers want better tools on their phones.* Partly. There is no signal at 13 of the 21 locks.
- *Volunteers could do more.* They already open gates on 200 days a year. What they cannot do is decide \
about water.
- *Boaters want longer opening hours.* Some do. More of them want hours that do not change without notice.
- *Closures are announced too late.* Yes. The keepers often hear of them from boaters.
- *The flight is short of money.* It is short of oak, and of people who know what to ask for. That may or \
may not be the same thing.

## What will change

We make policy, and others look after the locks, so I want to be careful about what I promise. These are \
the 3 things that are ours to do:

- We will stop asking for the 2 counts that nobody uses.
- We will ask for keepers' own rules of thumb to be written down beside the model, moss included, starting \
with this flight.
- Everyone who joins our team will spend 2 days on a lock in their first 3 months.[^1]

The order for planks is not ours. I have passed on what Marian said, to a person with a name and a \
telephone, and I will write again when I hear back.

## One more thing

On my last evening an old man walked down to see the boats come through, as he does most evenings. He had \
worked on the flight as a boy. I asked him what had changed. He thought about it through 2 whole locks.

> They used to ask us, he said. Then they stopped. Then they started sending people to ask us why they had \
stopped.

If you work on the water, or live on it, please tell me what I missed. You can read more from [our \
team](/inland-waterways/), and there is a [map of the flight](https://www.example.org/wadebank-flight) with \
the locks that I mention.

[^1]: Two days is what we could agree. The keepers thought that 5 would be better. After my week, so do I.
"""

TOWPATH_OPENING = """\
Towpaths wear out. We spend about a third of our path budget on resurfacing, and some of those surfaces \
last 4 years while others last 20. We wanted to know why.

## What we did

Over 3 years we followed 26 stretches of path, each 500 metres long. They had 4 kinds of surface. We \
measured ruts, puddles and loose stone every 3 months, and we counted who used each stretch.

"""

TOWPATH_RESULT_FIRST = """\
## What lasted best

Bound gravel is the best surface for a towpath. It lasts longer than anything else and costs less to look \
after.

| Surface | Stretches | Years before repair | Cost for each metre, over 20 years |
|---|---|---|---|
| Loose stone | 8 | 4 | £96 |
| Rolled stone dust | 7 | 7 | £81 |
| Bound gravel | 6 | 13 | £74 |
| Tarmac | 5 | 18 | £88 |

"""

TOWPATH_RESULT_SECOND = """\
## What lasted best

On the stretches we followed, bound gravel cost least over 20 years. Tarmac lasted longest. Neither is the \
best surface everywhere, and the differences between single stretches were nearly as large as the \
differences between surfaces.

| Surface | Stretches | Years before repair (shortest to longest) | Cost for each metre, over 20 years |
|---|---|---|---|
| Loose stone | 8 | 4 (2 to 6) | £96 |
| Rolled stone dust | 7 | 7 (3 to 12) | £81 |
| Bound gravel | 6 | 13 (8 to 15) | £74 |
| Tarmac | 5 | 18 (15 to 20) | £88 |

The years for bound gravel and tarmac are partly forecasts, because none of those stretches is older than 9 \
years.[^1]

"""

TOWPATH_WHO = """\
## Water matters more than wheels

We expected heavy use to do most harm. It did not. The stretch with the most bicycles is in better order \
than a quiet one 2 kilometres away. The quiet one lies below a field and has no drain.

- Where water could run off to the side, every surface lasted longer.
- Where it could not, even tarmac broke up at the edges.
- Clearing a blocked drain cost £60. Leaving it cost a new surface within 5 years.

### Who likes what

A surface is not only a cost. We asked 900 people what they thought of the stretch under their feet. \
Cyclists and people pushing prams preferred tarmac. Anglers and horse riders preferred stone dust. Walkers \
were split, and the split had more to do with puddles than with the surface.

People who use a wheelchair or a walking frame told us about something that we had not measured. It was the \
slope across the path:

> The surface was lovely. I spent the whole way steering out of the canal.

"""

TOWPATH_END_FIRST = """\
## What we will do

All resurfacing will use bound gravel from now on. The change will save money within 5 years.
"""

TOWPATH_END_SECOND = """\
## What we will do

We are not choosing one surface for every path. From now on, anyone who asks us to pay for a new surface \
will be asked 3 questions first:

1. Where does the water go?
2. How steep is the slope across the path?
3. Who uses it, and have they been asked?

We will measure the slope across all 26 stretches this year, and publish the readings with the rest of [our \
data](https://www.example.org/towpath-data). If you know a path that always floods in the same place, \
please tell us where. Our other posts are on [the Inland Waterways blog](/inland-waterways/).

[^1]: We took the wear so far and carried the line on. Paths may wear out faster as they age, so these \
figures could be too hopeful.
"""

WATERWAYS_POSTS = (
    Post(
        key="lock-keepers",
        team="inland-waterways",
        authors=("oisin.tarrant@rivers.example",),
        title="A week with lock-keepers",
        summary=(
            "Twenty-one locks, 11 forms and one leaking gate: what a policy adviser learned by asking the "
            "people who do the work."
        ),
        tags=("canals", "visits", "front line"),
        body=LOCK_KEEPERS,
        story="live",
        started_days_ago=90,
        submitted_days_ago=80,
        released_days_ago=76,
    ),
    Post(
        key="towpath-surfaces",
        team="inland-waterways",
        authors=("oisin.tarrant@rivers.example",),
        title="Which towpath surface lasts longest?",
        summary=(
            "We followed 26 stretches of towpath for 3 years. Drains mattered more than bicycles, and no "
            "surface is best everywhere."
        ),
        tags=("towpaths", "evidence", "maintenance"),
        body=(TOWPATH_OPENING + TOWPATH_RESULT_FIRST + TOWPATH_WHO + TOWPATH_END_FIRST),
        story="returned_and_resubmitted",
        started_days_ago=25,
        submitted_days_ago=16,
        back_days_ago=13,
        body_second=(TOWPATH_OPENING + TOWPATH_RESULT_SECOND + TOWPATH_WHO + TOWPATH_END_SECOND),
        second_days_ago=2,
        return_reasons="""\
Two of the claims go further than the figures. "Bound gravel is the best surface" rests on 6 stretches, \
none of them older than 9 years, and the table shows tarmac lasting longer. Please say what was found on \
these stretches, with the spread.

"All resurfacing will use bound gravel from now on" reads as a decision. If it is one, it needs to be \
announced elsewhere first. If it is not, please say what you will do instead.""",
    ),
)
