"""Posts of the Street Markets blog."""

from policyblogs.demonstration.shapes import Post

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
MONTHS_TAKEN = (52, 55, 63, 70, 74, 75, 73, 68, 72, 71, 79, 88)
PITCHES_CHART = """\
Bar chart of the share of pitches taken at 22 markets, month by month, in per cent. January 52, February 55, \
March 63, April 70, May 74, June 75, July 73, August 68, September 72, October 71, November 79, December \
88."""

EMPTY_PITCHES = f"""\
An empty pitch looks like nothing. It is 3 metres of paving with a number painted on it. For the stalls on \
either side it is something else, and we have spent a year trying to put a figure on it.

## What we did

Twenty-two markets let us see their books for 12 months: which pitches were taken on which day, and what \
each trader paid. At 6 of them, 140 traders also noted their takings, to the nearest £10. They gave the \
notes to a university and not to us.[^1]

## When pitches are empty

![{PITCHES_CHART}](image:CHART)

The average over the year is 70%. Markets that we think of as thriving are nearly half empty in January, and \
one that is often called finished is at 81% every Friday. The day of the week matters more than the month.

Three things move the figure more than the season does:

- **The day.** Fridays are at 83%, Saturdays at 86% and Tuesdays at 41%.
- **The weather forecast.** A forecast of wind empties more pitches than a forecast of rain. It does so even \
when the wind does not come.
- **The neighbour's plans.** When one large stall is away, 2 or 3 small ones near it are often away as well. \
They telephone each other.

None of this was a surprise to the traders. It was to us, because the figures that departments are sent are \
by the quarter.

### How we counted

A pitch was taken if the market's book shows that somebody paid for it and stood on it. A trader who had \
paid and did not come left an empty pitch, because that is what a shopper sees. About 1 empty pitch in 7 was \
of that kind. Four of the markets do not write it down, so for those we used the photographs that a manager \
takes each morning for the insurance.

Nobody's books were made for this. In one, the same awning is called "the corner", "Pat's" and "24". We went \
through it with the manager, and it took an afternoon and most of a tin of biscuits.

## What a gap does

The university compared each trader's takings on days with a neighbour and on days without.

| What was next to the stall | Takings, compared with both sides taken |
|---|---|
| Both sides taken | 100 |
| One side empty | 93 |
| Both sides empty | 81 |
| At the end of a row | 90 |

A trader with a gap on both sides takes about a fifth less. The difference is there for fruit, for cloth and \
for hot food. It is not there for the people who mend things, whose customers have come on purpose.

### A gap in the middle is worse than a gap at the end

Two markets moved everybody up on quiet days. The empty pitches were then all at one end. Takings rose by 6% \
on those days. It also caused a good deal of ill feeling.

> My mother had that pitch. People come round the corner and look for the awning. If I am not under it they \
think I am dead.

That is a cost as well, and no figure in the books shows it.

## What we have not been able to tell

- Whether empty pitches cause low takings, or days when takings will be low cause empty pitches. Traders \
know when it is going to rain. We compared days with the same weather, and that helps. It may not be enough.
- Whether people who saw a gap came back the next week.
- What happens in markets that would not show us their books. There were 31 of those.

## What traders asked us

We showed these figures at 6 of the markets before we wrote this, at the end of the day, on the back of a \
van. People asked 3 things more than any others.

**"Will you use this to put up the rent of the good pitches?"** We do not set rents. The market does, and \
the university's agreement says that nobody may see what one trader takes.

**"Why do you count pitches and not people?"** Because the books have pitches in them. Two markets count \
shoppers at a gate, and in those the two go up and down together. Two is not enough to lean on.

**"What about the shops?"** We have not looked at whether a full market helps or harms the shops around it. \
We have been told each of these, with some force. There are studies on both sides, and most were paid for by \
one of them.

> You can draw me a line on a chart. I can tell you the day it goes wrong. It is the day the bread does not \
come.

Bread turned up often enough that we looked. At the 9 markets with a bread stall, takings around it fall by \
11% on days when it is away. No other kind of stall comes near that. Nine is a small number, and they are \
not alike.

### The ones we could not ask

Some of the 31 told us why they would not show us their books. Three had been promised before that figures \
would be used to help, and the next thing to happen was a rise in rent. We think that is a reasonable thing \
to remember.

## What it might be worth

| | A year, for one market of 40 pitches |
|---|---|
| Rent lost on empty pitches | £52,000 |
| Takings lost by neighbours | £118,000 |
| Paid to fill gaps, where it was tried | £9,000 |

The middle row is the one that surprised us. It belongs to nobody. A market manager can see only the first \
row in her accounts. By that row, an empty pitch may seem to cost less than a cheap one.

## What we are doing

1. Three markets will let a gap for £5 on the day, to anybody who lives within walking distance. We wrote \
the rules with the traders, who will vote on whether to go on.
2. The university will publish the method, so that others can check it.
3. We will say here in 6 months what came of it.

Do you trade next to a gap? Have you been moved up? The figures are \
[here](https://www.example.org/empty-pitches), without the names of traders or markets. There is more on \
[what keeps markets going](/street-markets/tag/rents/) on this blog.

[^1]: We have not seen any trader's takings, and asked not to. We had the averages only.
"""

ONE_FORM = """\
For 2 years we worked on a single application form for every street market. It was nearly done. We have \
stopped, and this post is to explain it to the people who helped us.

## What we wanted

To sell at 4 markets you may have to fill in 4 forms. They ask for the same things in a different order: who \
you are, what you sell, whether you are insured. One woman showed us a folder with 31 of them. She sells \
lemon curd.

One form for everybody seemed obvious. We could not find anybody who was against it.

### What we believed

1. Most of the trouble is in the forms.
2. Markets ask for different things by accident.
3. If the form were shared, more new traders would apply.

## What we found

We tried the shared form at 9 markets for 5 months. Then we asked everybody who had used it, and we sat with \
16 people while they filled it in.

| | Own forms | Shared form |
|---|---|---|
| Minutes to fill in, first time | 34 | 51 |
| Minutes to fill in, fourth time | 30 | 8 |
| New traders applying in 5 months | 112 | 107 |
| Applications sent back to ask for more | 1 in 9 | 1 in 3 |

For somebody with 31 forms it was a gift. For somebody with one it was worse. And most new traders begin \
with one.

The differences were not accidents. A market on a slope asks how your stall is braked. One beside a school \
asks when you unload. When we took those questions out, the market managers sent the forms back and asked \
them by telephone.

> You made us a form that fits everybody's market and nobody's square.

He had told us much the same at the first meeting. It is in our notes, under "other points".

## Why we did not see it

We had asked experienced traders what was hard, because they were the ones we knew. They told us, \
truthfully, what was hard for them. New traders would have said something else. When we asked some, \
afterwards, the form was seventh on their list. These were the first 3:

- not knowing whether there was a place
- having to pay for a year's insurance before the first day
- having nobody to ask

## What we will do instead

We will not make anybody use one form. In its place there will be 3 smaller things:

1. **A page of facts.** Traders can keep one page about themselves, on paper or as a file. Any market can \
accept it in place of its own questions on those points. Fourteen markets have said that they will.
2. **A list of free places**, brought up to date weekly by the markets that want to.
3. **Day insurance.** We are talking with 2 insurers about cover by the day. We cannot say yet whether it \
will come to anything.

The draft form is [still there](https://www.example.org/shared-market-form) for anybody who has a use for it.

## What it cost

About £86,000 in 2 years, most of it our own time. Some of that went on finding out things that we now use. \
We should have tried it in 2 markets after 3 months, and not in 9 after 19. That would have cost about a \
tenth as much.

To the 60 people who came to 5 meetings: thank you, and we are sorry. Nine of you have told us that it was a \
pity. Two have said "at last". If you are a third kind, please comment, or find us at a market. Where we \
shall be is on [this blog](/street-markets/).
"""

FIRST_STALL = """\
People who think of starting a stall ask 3 things: how much, how soon, and what if it does not work? There \
are good answers to the last 2 in many places. For the first, we could find nothing that was less than 10 \
years old.

So we asked 26 people who had started in the past year to go through their receipts with us.

## What they spent before the first day

| What | Lowest | Middle | Highest |
|---|---|---|---|
| Stall, cover and weights | £90 | £340 | £1,150 |
| First stock | £60 | £420 | £2,600 |
| Insurance for a year | £55 | £78 | £190 |
| Certificates and training | £0 | £45 | £380 |
| Rent in advance | £0 | £60 | £240 |

The middle person spent a little under £1,000. The lowest whole sum was £262, by a student who sells cut \
flowers from a borrowed handcart.

### What they wished they had not bought

- A card reader with a monthly charge (9 people)
- A gazebo that was too light (7 people)
- 500 printed bags (4 people, all of whom have most of them still)

> It took off at 20 past 10 on the first morning. I watched it go over the bank.

### What they had not expected to need

Half of them named the same thing, and it is not on any list: somebody to stand at the stall for 5 minutes. \
Those who began beside a trader who would do that were more likely to be there after 3 months. We have only \
26 people, so this is a thought and not a finding.

## How soon it came back

Eleven had earned back what they spent within 3 months. Nine had not yet, and 6 had stopped. We found the 6 \
through market managers, and they were the most useful people that we talked to. Four of them would try \
again.

## How to read this

These 26 people agreed to sit at a table with somebody from a department and a bag of receipts. They are \
probably tidier than most. Prices are those of the [supplier lists](https://www.example.org/stall-prices) \
that they bought from.

Did you start a stall? What did you buy that you still use, and what did you not? Our other posts are on \
[this blog](/street-markets/).
"""

RENTS_OPENING = """\
Most markets let a pitch by the year or by the quarter. Some have begun to let a few of them by the week. \
The hope is that somebody who would like to try can do so without risking much.

Five markets have done this for 6 months, with a small grant from us to cover what they might lose. This \
post is about the first half of a trial that lasts a year.

"""

RENTS_WHAT = """\
## How it works

Each market set aside 6 pitches. They cost £15 a week, for 8 weeks at the most, and after that the trader \
pays what everybody pays or leaves. The market lends a stall.

People sell what one might expect, and some things that nobody did: repaired radios, sourdough starters by \
the jar, a haircut. About 1 in 4 is under 25. The oldest is 79 and is selling his late wife's wool.

> I said that I would do it for 8 weeks and then go home. I am trying to think what I shall say to myself in \
week 9.

We chose 8 weeks because it is long enough to have a bad day and come back from it. That was a guess, and 2 \
of the markets would have chosen 12.

"""

RENTS_RESULT_FIRST = """\
## What has happened

| | Before | Weekly pitches |
|---|---|---|
| New traders in 6 months | 19 | 74 |
| Still there after 8 weeks | 11 | 38 |
| Had traded somewhere before | 12 | 31 |

Weekly pitches work. Four times as many people have started, and the markets are livelier for it. Every \
market should have some.

### What established traders say

A few of the older traders have complained, as they do about most things. They feel that newcomers are given \
for £15 what they pay £42 for. We do not think that this will be a problem in the long run.

"""

RENTS_RESULT_SECOND = """\
## What has happened so far

| | Same 6 months, year before | Weekly pitches |
|---|---|---|
| New traders in 6 months | 19 | 74 |
| Still there after 8 weeks | 11 | 33 |
| Had traded somewhere before | 12 | 31 |

Many more people have started. A smaller share of them have stayed: 33 of 74, against 11 of 19. Both are \
what one would expect if it is cheap to try. We first counted 38 who stayed. Five of those had booked a \
ninth week and did not come, so we have taken them off.[^1]

We cannot yet say that weekly pitches brought them. The 5 markets also put up new signs, and one of them \
moved to a square with a bus stop. There are 5 similar markets where nothing was changed, and in those the \
number of new traders rose from 16 to 23.

### What established traders say

We asked 61 people who trade at the 5 markets by the year. Twenty-six think that it is good for the market, \
21 think that it is unfair, and 14 have no view yet. The commonest reason for calling it unfair is a plain \
one: a newcomer pays £15 for what they pay £42 for.

> I do not grudge it to her. I would have liked it myself, in my first winter. But it is 8 weeks of selling \
the same soap next to me for a third of the rent.

One market has answered this by not letting a weekly pitch to anybody who sells what a neighbour sells. It \
has had fewer complaints and has filled fewer pitches.

"""

RENTS_END_FIRST = """\
## What comes next

The grant will go on for another year and 20 more markets will be able to apply. Details are \
[here](https://www.example.org/weekly-pitches).

Have you tried a weekly pitch? Tell us how it went. More posts are on [this blog](/street-markets/).
"""

RENTS_END_SECOND = """\
## What we do not know

- Whether those who left were glad to have tried, or out of pocket. We are ringing all 41.
- Whether the 33 will be there in a year.
- What the established traders took in those weeks. They have not been asked to say, and may not wish to.

## What comes next

The trial goes on for another 6 months in the same 5 markets. Nothing has been decided about what follows \
it. The plan, with what would count as success and as failure, was written before the start and is \
[here](https://www.example.org/weekly-pitches-plan).

Have you tried a weekly pitch, or traded beside one? Tell us how it went. What we know about the cost of \
empty pitches is [on this blog](/street-markets/tag/rents/) too.

[^1]: A market manager noticed, when we sent her the figures to check. We now ask for the day that somebody \
last traded, and not the day that they booked.
"""

MARKETS_POSTS = (
    Post(
        key="empty-pitches",
        team="street-markets",
        authors=("yasmin.crowhurst@places.example", "silas.wetherell@places.example"),
        title="What an empty pitch costs, and whom",
        summary=(
            "Twenty-two markets showed us their books for a year. A gap costs the stalls beside it more "
            "than it costs the market."
        ),
        tags=("rents", "evidence", "traders"),
        body=EMPTY_PITCHES,
        story="live",
        started_days_ago=195,
        submitted_days_ago=183,
        released_days_ago=178,
        image_alt=PITCHES_CHART,
        chart=tuple(zip(MONTHS, MONTHS_TAKEN, strict=True)),
    ),
    Post(
        key="first-stall",
        team="street-markets",
        authors=("yasmin.crowhurst@places.example",),
        title="What does it cost to start a market stall?",
        summary=(
            "Twenty-six people went through their receipts with us. The middle one spent a little under "
            "£1,000 before the first day."
        ),
        tags=("traders", "starting out"),
        body=FIRST_STALL,
        story="withdrawn",
        started_days_ago=149,
        submitted_days_ago=142,
        released_days_ago=139,
        back_days_ago=97,
        withdrawal_reason="copyright",
        withdrawal_note="""\
Part of the table and several descriptions of equipment came from a supplier's printed price list, which we \
had no permission to use. The supplier wrote to us politely, and was right. We will publish our own figures \
from the receipts, with the words of the traders who gave them, when they have agreed to the new text.""",
    ),
    Post(
        key="one-form",
        team="street-markets",
        authors=("yasmin.crowhurst@places.example",),
        title="Why we dropped the idea of one form for every market",
        summary=(
            "We spent 2 years on a shared form. It helped people who had 31 forms and made it worse for "
            "people who had one."
        ),
        tags=("forms", "changing our minds", "traders"),
        body=ONE_FORM,
        story="live",
        started_days_ago=103,
        submitted_days_ago=93,
        released_days_ago=88,
    ),
    Post(
        key="weekly-pitches",
        team="street-markets",
        authors=("lorcan.mistry@places.example", "yasmin.crowhurst@places.example"),
        title="Do weekly pitches bring new traders? The first 6 months",
        summary=(
            "Five markets let some pitches by the week, for £15. This is what we have seen at the halfway "
            "mark of a trial."
        ),
        tags=("rents", "trials", "traders"),
        body=RENTS_OPENING + RENTS_WHAT + RENTS_RESULT_FIRST + RENTS_END_FIRST,
        story="returned_and_resubmitted",
        started_days_ago=31,
        submitted_days_ago=20,
        back_days_ago=17,
        return_reasons="""\
The trial is worth writing about. The text is surer of it than the figures are.

1. "Weekly pitches work" and "every market should have some": after 6 months, with 5 markets? Please say \
what you have seen, and what else might explain it.
2. "As they do about most things" is unkind to people who have been asked to bear a cost. What did they say, \
and how many?
3. The last section says that the grant will go on and that 20 markets can apply. I can find no announcement \
of this. If it has been decided, it has to be announced first. The link leads to a page that is not there \
yet.
4. Are the 38 people who stayed, or people who booked to stay?""",
        body_second=RENTS_OPENING + RENTS_WHAT + RENTS_RESULT_SECOND + RENTS_END_SECOND,
        second_days_ago=3,
    ),
)
