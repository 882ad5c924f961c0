"""Posts of the Local Buses blog."""

from policyblogs.demonstration.shapes import Post

BUS_DEPOTS = """\
Between us, 5 members of the team have now visited 40 bus depots. We went because our figures said that \
some depots run the same number of buses with far fewer breakdowns, and nobody could tell us why.

We did not find one reason. We found several small ones, and a lesson about how we count.

## How we went about it

We chose 40 depots from 310. Half were those with the fewest lost journeys in the year before, and half \
were drawn at random from the rest. The people who made the visits did not know which were which.

Each visit lasted a full shift, from the first bus out to the last one in. We talked with drivers, fitters, \
cleaners, controllers and managers. We asked everybody the same last question: what would you change \
tomorrow, if it were up to you?

| | Depots | People we spoke with | Average fleet |
|---|---|---|---|
| Fewest lost journeys | 20 | 188 | 71 |
| Drawn at random | 20 | 203 | 68 |

A "lost journey" is one that was in the timetable and did not run, or ran so late that the next bus caught \
it up.

## What the better depots have in common

### Cleaners report faults

In 14 of the 20 better depots, the night cleaners have a simple way to report what they see: a torn seat, a \
slow door, a smell of diesel. In the other 20 depots we found this only 3 times. Cleaners see every bus, \
every night. One depot keeps a whiteboard by the kettle, and a fitter signs off each line before the \
morning.

### Drivers keep the same bus

In some depots a driver has the same bus for weeks. They know its noises. In others the bus is whichever \
one is nearest the gate. Managers who mix the fleet told us that it evens out the wear. Managers who do not \
told us that it hides the cause.

> A door that sticks on Monday with me is a sticking door. If it sticks with 5 of us it is 5 lazy drivers.

### Somebody may say no

Every depot has a person who decides whether a doubtful bus goes out. In the better depots this person does \
not answer to the one who is blamed for a lost journey. It sounds like a small point of organisation. Three \
different fitters told us that it was the whole answer.

### Spare parts are near

Half of all long repairs were waiting for a part. Depots that share a store with a competitor nearby had \
the shortest waits. Nobody had planned these arrangements. They had grown up between people who used to \
work together.

## What made no difference

We looked for effects of age of the fleet, size of the depot and kind of ownership. Once we allowed for \
hills and traffic, we found none that we would rely on. New buses break down as often as old ones in their \
first 9 months, and then much less.

We also expected software to matter. It did not, in either direction. The best depot we saw runs on a card \
index. The second best has a system that predicts faults from 90 readings on each bus.

## What we had been getting wrong

Our own figures count a journey as lost only if the operator reports it. Some operators report every one, \
because they use the figures themselves. Others report what they must.[^1] So part of the difference that \
sent us out was a difference in honesty, or at least in paperwork. We think it explains about a fifth of \
it.

This is awkward. We have published that table for 6 years. From the next release it will carry a note, and \
we are looking at whether the positions of buses could be used instead.

## What the visits cannot tell us

- Forty depots are not many, and people behave differently with a visitor.
- We saw each depot once, on a dry day more often than not.
- Things that go together need not cause each other. A depot where cleaners report faults may simply be one \
where people listen.
- We spoke with only 22 passengers, because depots are not where passengers are.

## What we shall do next

1. **Share the whiteboard.** We have written a 2-page note on how night cleaners report faults, with 6 \
depots that are happy to be telephoned. It is [here](https://www.example.org/depot-note).
2. **Test one thing properly.** Twelve depots have offered to try "same driver, same bus" for 6 months, \
with 12 more that carry on as they are. We will publish the plan before it starts.
3. **Fix the count.** Within 3 months we will say how lost journeys will be measured, after talking with \
operators and with passenger groups.

The answers to our last question fill 31 pages. The most common wish, from 67 people, was for a toilet at \
the far end of the route. It is not a matter of breakdowns at all. We have passed it on to the team that \
works with councils on bus stations, and we will say [on this blog](/local-buses/) what they reply.

If you work in a depot, does this match what you see? And if you run one of the 270 that we did not visit, \
what would you have shown us?

[^1]: There is no suggestion that anyone broke a rule. The rule can be read in 2 ways, and we wrote it.
"""

COUNTING_PASSENGERS = """\
For 6 weeks, people with clipboards will ride 90 bus routes and count who gets on and who gets off. This \
post explains why we are doing something so old-fashioned.

## Why not use ticket machines?

Ticket machines tell us where people get on. On most routes they do not tell us where people get off. They \
also miss people who do not buy a ticket on the bus:

- children who travel free
- people whose pass did not scan
- people who change from another bus on the same ticket

On the routes where we have checked, machines miss between 4% and 19% of passengers. The share is higher \
where more people are very young or very old.

## How it will work

| Week | Routes | When |
|---|---|---|
| 1 and 2 | 30 in towns | Weekdays, first bus to last |
| 3 and 4 | 30 between towns | Weekdays and Saturdays |
| 5 and 6 | 30 in the country | Every day the bus runs |

A counter sits near the door and makes a mark for each person at each stop. They do not write down anything \
about who you are, and they do not take photographs. You do not have to speak to them. If you would like \
to, they can tell you what the count is for.

### Who the counters are

Most of them are students and retired bus staff, hired for the purpose and paid by the hour. They travel on \
an ordinary ticket. Nobody is being asked to give up a seat.

## What we will do with it

We will compare each route with its ticket machine, and work out a correction. If it is about the same \
everywhere, councils can use it and need not count by hand again. If it is not, we will say so.

> I have been telling people for years that half my passengers do not exist.

That was a driver on a route that serves 3 schools. We hope to be able to tell her whether she is right.

The results will be on [this blog](/local-buses/) within 8 weeks of the last ride. If you see a counter on \
your bus and something about it does not seem right, please [tell us](https://www.example.org/bus-counts).
"""

STOP_AUDIT = """\
Ask what makes a good bus service and people talk about how often it comes. Ask why they did not take the \
bus last week, and many talk about the stop.

We have been asked whether there should be a common standard for bus stops. Before we form a view, we went \
to look at 200 of them.

## What we looked at

We drew the stops at random from a list of 41,000 in 6 areas. Two people visited each one, at different \
times of day. At least one in each pair uses a stick, a wheelchair, a pram or reading glasses. They \
answered the same 20 questions without talking to each other.

| Question | Yes |
|---|---|
| Is there a timetable? | 88% |
| Can you read it without bending down? | 47% |
| Is it the right timetable? | 71% |
| Is there somewhere to sit? | 39% |
| Can you see the bus coming while sitting there? | 24% |
| Is the kerb high enough for the ramp? | 58% |
| Would you wait here alone in the dark? | 44% |

## What surprised us

**Shelters face the wrong way.** A shelter that faces the road gives a view of the bus. One that faces away \
keeps the spray off. At 31 stops the shelter did neither.

**Timetables are right and useless.** Some are printed at a size that nobody could read from a wheelchair. \
Others are behind a panel so scratched that only the top third shows.

**The last 20 metres matter most.** At 1 stop in 6, one of our visitors could have used the stop but could \
not reach it. There was a verge, a step, or a bin on the pavement.

### Where we disagreed

The 2 visitors gave the same answer 9 times in 10. They disagreed most about waiting in the dark. We have \
kept both answers, because the difference is the finding.

## What a standard might do

We can see 3 ways to go about it:

1. A short list of things that every stop should have.
2. A list for stops with more than a certain number of passengers.
3. No list, but a duty to look at each stop once in 5 years and publish what was found.

The first is simple, and would cost most where fewest people benefit. The second may leave country stops as \
they are for ever. The third depends on somebody reading what is published.

We do not have a favourite. We would like to hear from councils that already have a list, such as those in \
[this directory](https://www.example.org/stop-standards). How do you keep it up?
"""

BUSES_POSTS = (
    Post(
        key="bus-depots",
        team="local-buses",
        authors=("leila.montrose@transport.example",),
        title="What we learned from 40 bus depots",
        summary=(
            "Some depots lose far fewer journeys than others. We spent a shift in each of 40 to find out "
            "why, and to check our figures."
        ),
        tags=("buses", "visits", "data quality"),
        body=BUS_DEPOTS,
        story="live",
        started_days_ago=77,
        submitted_days_ago=64,
        released_days_ago=58,
    ),
    Post(
        key="counting-passengers",
        team="local-buses",
        authors=("leila.montrose@transport.example",),
        title="Counting passengers by hand",
        summary=(
            "For 6 weeks, people will ride 90 routes and count who gets on and off. Here is why ticket "
            "machines are not enough."
        ),
        tags=("buses", "statistics"),
        body=COUNTING_PASSENGERS,
        story="withdrawn",
        started_days_ago=119,
        submitted_days_ago=113,
        released_days_ago=109,
        back_days_ago=64,
        withdrawal_reason="superseded",
        withdrawal_note="""\
The count was stopped after 2 weeks, because the operators agreed to fit sensors over the doors of every \
bus on these routes. The description and the table of dates are no longer right. A post about the sensors \
will follow.""",
    ),
    Post(
        key="stop-audit",
        team="local-buses",
        authors=("leila.montrose@transport.example",),
        title="What makes a bus stop easy to use?",
        summary=(
            "We visited 200 bus stops in pairs and asked the same 20 questions at each. The last 20 metres "
            "matter most."
        ),
        tags=("buses", "accessibility"),
        body=STOP_AUDIT,
        story="recalled",
        started_days_ago=12,
        submitted_days_ago=5,
        back_days_ago=4,
    ),
)
