"""The texts of the scenes: posts that show a route, a plan, a partner, an embargo and a guest at work."""

from posts.drafting import DraftWords
from posts.models import Kind

LAST_WINTER = DraftWords(
    title="What we will publish about last winter",
    summary="Three sets of figures, when you can have each, and what they will not tell you.",
    tags=["Data", "Warnings"],
    source="""\
After every winter people ask us for figures before we have checked them. This year we are saying in
advance what you will get and when.

## What comes first

The times of every warning, and the place it was sent to, come first. They need no checking by hand,
because the system writes them down as it sends them.

## What takes longer

- Which gauges failed, and for how long. Somebody has to visit each one.
- How many homes had water in them. Councils count these in different ways.
- What people did when they got a warning. We ask a sample, and the answers take 2 months to come in.

> A figure that is early and wrong is quoted for longer than one that is late and right.

## What we do not know

We do not know how many people saw a warning and chose to stay. If you work on this, tell us how you
would find out.
""",
)

LONGER_HOURS = DraftWords(
    title="Opening later: what changes for 60 libraries",
    summary="From the spring 60 libraries can stay open until 9pm. Here is how they were chosen.",
    tags=["Opening hours"],
    source="""\
We tested later hours in 14 libraries for 6 months, and wrote about it here. The minister is making a
statement on what follows. This post explains the part that we worked on: how the libraries were chosen.

## How they were chosen

1. At least 1 bus after 9pm, so that people can get home.
2. A room that can be closed off, so that 1 person can look after the building.
3. Staff who said yes. Nobody was told to work in the evening.

## What it costs

| | a library, each year |
|---|---|
| Staff | £21,000 |
| Heating and light | £3,400 |
| Security | £2,100 |

The figures are from the test, and we will publish the real ones after a year.
""",
)

BUS_AND_FLOOD = DraftWords(
    title="When the bus route floods",
    summary="Two teams, 31 places where a bus stops running when a river rises, and what we found.",
    tags=["Floods", "Rural buses"],
    source="""\
A flooded road closes a school run, a surgery and a shop. Until this year the people who plan buses and
the people who plan for floods had never looked at one map together. We have now.

## What the map shows

Of the 31 places, 19 have another road that a bus could take. In 12 there is none, and in those the bus
is often the last thing to stop and the last to come back.

## What we will try

- Drivers get the warning for their route on the same screen as their timetable.
- 4 depots agree the other road in advance, with the council.

## What we got wrong at first

We counted the stops. We should have counted the people: 1 stop in the list serves a hospital.
""",
)

WHICH_PATH = DraftWords(
    title="Which coast path would you keep?",
    summary="3 paths, money to move 1 of them. Tell us what you use each for.",
    kind=Kind.QUESTION,
    tags=["Coast path"],
    source="""\
The sea has taken the edge of 3 paths on one stretch of coast. We can move 1 of them inland this year.
Before we write any advice we would like to hear from people who walk, run, push or ride there.

## What we would like to know

1. Which of the 3 do you use, and what for?
2. What would you do if it closed for a year?
3. Who do you see there that we are unlikely to hear from?

We will read every answer, and publish what we heard before we decide.
""",
)

LOCK_KEEPER = DraftWords(
    title="A week with a lock keeper",
    summary="What the person who opens the gates sees that our spreadsheets do not.",
    tags=["Locks"],
    source="""\
Three of us each spent a week at a lock. We went to count boats. We came back with other questions.

## What we counted

| | boats | people on the towpath |
|---|---|---|
| Monday to Friday | 94 | 1,310 |
| Saturday and Sunday | 71 | 2,480 |

## What we did not expect

The lock is where people ask for help: with a chain, a dog, a wheelchair, a map. The keeper told us that
this takes half of the day, and that no report has a line for it.

Our plan for automatic gates counted the boats only. We are counting again.
""",
)

PARKING_FIGURES = DraftWords(
    title="What the autumn parking figures show",
    summary="The figures come out on the day. Here is how to read them.",
    tags=["Parking"],
    source="""\
The official figures on parking fines for the autumn are published at 9:30am today. They are the
statisticians'. This post says how we read them, and 1 mistake that is easy to make.

## The mistake

More fines in one town than another does not mean that people there park worse. 3 towns began to count by
camera this year. Compare each town with itself.
""",
)

ALLOTMENT = DraftWords(
    title="What an allotment taught my class",
    summary="A teacher on a year of lessons outdoors, 2 plots and 29 children.",
    tags=["Allotments", "Schools"],
    source="""\
I teach children of 8 and 9. Last spring the council lent us 2 plots, and we had 1 lesson there every
week, whatever the weather was.

## What worked

They measure with care when the measuring matters. A row of beans in the wrong place is a better teacher
than I am.

## What did not

The walk takes 25 minutes each way. In winter that is half of the lesson. A plot beside the school would
change that, and I hope that somebody who plans parks reads this.
""",
)

WORDING = "We will publish what we heard within 12 weeks of the closing day, or say here why it is late."
