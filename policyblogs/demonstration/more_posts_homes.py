"""More posts of the Flood Resilience blog: homes, grants and streams."""

from policyblogs.demonstration.shapes import Post

SANDBAGS = """\
After every flood the first question at every public meeting is the same. Where were the sandbags?

It deserves a straight answer, so we spent 2 months looking for one. We read what has been published, we \
weighed and timed, and we talked with the people who fill and carry them. The short version is that sandbags \
are worth less than people hope and more than officials like to admit.

## What is known

A sandbag does not keep water out. It slows it down and it catches silt. Water comes through the gaps, under \
the bottom row and, after a few hours, through the bag.

| | Sandbags at a door | A fitted flood board |
|---|---|---|
| Time to put in place | 50 minutes, for 2 people | 4 minutes, for 1 person |
| Water let through in the first hour[^1] | 40 to 90 litres | Under 5 litres |
| Weight to carry | About 280 kilograms | About 12 kilograms |
| Cost for each doorway | £45 each time | £400 to £750 once |
| Afterwards | Waste that has to be taken away | Rinse and put back |

There is one thing that they do well. Laid across a lane or along the foot of a wall, they can turn shallow, \
moving water to one side. A row of 60 did this at Ashwell Vale and kept 3 houses dry.

## What is not known

We could find only 4 studies that measured anything in a real street, and all 4 are more than 20 years old. \
Nobody seems to have asked whether carrying sandbags takes time that people need for something else.

That may be what matters most. An hour spent on the doorway is an hour not spent on taking medicines, papers \
and photographs upstairs. We do not know how often people are hurt while lifting, either. A bag that has \
lain in the rain weighs up to 25 kilograms.

## What the front line says

We talked with 14 people who have handed out sandbags at night. They did not agree with one another, and we \
learned most from where they differed.

> It is the only thing I can put in somebody's hands. You cannot give a frightened man a leaflet.

A highways worker said that, after 22 winters. A fire officer said nearly the opposite:

> Every lorry full of sand that goes to people who saw us on the news is a lorry not going to the pumping \
station.

Both are describing the same thing. A sandbag is a help to the person who gets one, because someone came. \
That is worth something even when the door leaks. It is also a poor use of a lorry on the worst night of the \
year.

### Who gets them

In 3 councils out of 5, sandbags go to whoever rings first. People who ring first tend to have been flooded \
before, to have a telephone that works and to be at home. One council keeps a list of households where \
nobody can lift, and starts there. It took one person a week to make the list.

## Where this leaves us

We are not going to tell councils what to do with their sand. These are our own conclusions, about the money \
that we look after:

1. The grant will go on paying for boards and not for sandbags.
2. We will pay for a proper trial. Two streets will have boards, 2 will have sandbags and 2 will have \
neither, with water from a hose and not from a river.
3. We will share the one-week list as an example, with the agreement of the people who made it.

If the trial shows that we are wrong about the first, we will change it and say so under \
[evidence](/flood-resilience/tag/evidence/).

## What we would like to ask

Have you ever watched a sandbag work? Where was it, how deep was the water and how long did it hold? We \
would also like to hear from anybody who spent the last hour before a flood on something else, and was glad \
of it. Our measurements are [here](https://www.example.org/sandbag-measurements).

[^1]: Measured at a test doorway 90 centimetres wide, in 30 centimetres of still water. Moving water is \
worse for both. The bags were laid by people who had been shown how, in daylight.
"""

DRYING_OUT_CHART = """\
A bar chart of the share of households back home, by months since the flood. 3 months: 9%. 6 months: 34%. 9 \
months: 52%. 12 months: 71%. 15 months: 84%. 18 months: 91%."""

DRYING_OUT_CORRECTION = """\
**Correction.** We first left out 36 households who had moved away for good. A reader who advises tenants \
asked where they were. We had counted them as "home", because they had an address.

They are now shown apart, and the figure for private tenants has gone from 13 months to 18. The chart shows \
everybody with a settled home, whether it was the old one or not.

"""

DRYING_OUT_OPENING = """\
When the water goes, the news goes with it. For the people whose home it was, the longest part is only \
starting. We wanted to know how long it takes to get back in, and found that nobody was counting.

So we asked. With the help of 6 councils we followed 410 households for 18 months, from the day that the \
water came in.[^1]

"""

DRYING_OUT_FOUND = f"""\
## What we found

![{DRYING_OUT_CHART}](image:CHART)

The chart shows the percentage of households who were home. Half of them were within 9 months. After a year \
and a half, nearly 1 in 10 was still somewhere else.

### What made the difference

We had expected the depth of the water to matter most. It did matter, but less than 3 other things:

| Households | Number | Months until half were home |
|---|---:|---:|
| Owned, insured | 214 | 7 |
| Owned, not insured | 41 | 6 |
| Rented from a council or housing association | 88 | 10 |
| Rented from a private landlord | 67 | 13 |
| Had flood boards or raised sockets before | 52 | 4 |
| Had a named person to ring | 119 | 7 |

"""

DRYING_OUT_FOUND_CORRECTED = f"""\
## What we found

![{DRYING_OUT_CHART}](image:CHART)

The chart shows the percentage of households in a settled home. Half of them were within 9 months. After a \
year and a half, 1 in 10 was still somewhere else and hoping to go back.

### Those who did not go back

Thirty-six households left for good. Of these, 22 had rented from a private landlord. Most told us that the \
tenancy was ended or that they could not go on paying for 2 homes. Only 4 said that they had wanted to move.

### What made the difference

We had expected the depth of the water to matter most. It did matter, but less than 3 other things:

| Households | Number | Months until half were home | Left for good |
|---|---:|---:|---:|
| Owned, insured | 214 | 7 | 5 |
| Owned, not insured | 41 | 6 | 4 |
| Rented from a council or housing association | 88 | 10 | 5 |
| Rented from a private landlord | 67 | 18 | 22 |
| Had flood boards or raised sockets before | 52 | 4 | 1 |
| Had a named person to ring | 119 | 7 | 6 |

"""

DRYING_OUT_REST = """\
The last 2 lines overlap with those above them.

The line about owners without insurance is a trap for the reader, and it nearly caught us. They were home \
sooner because they went back to rooms that were not dry. When we visited after a year, 23 of the 41 still \
had wet walls.

### What takes the time

We asked 60 of the households to keep a diary. On average, of the days that they were away:

1. About a third went on drying, which cannot be hurried very much.
2. About a quarter went on building work.
3. All the rest, more than 4 days in 10, went on waiting for somebody to decide something.

> The plaster took 7 weeks. Agreeing that it was plaster took 11.

## Drying is badly understood

There are 3 common ways to tell whether a wall is dry, and they give different answers. We had 12 walls \
measured by all 3 on the same morning. They agreed about 5 of them. Builders, insurers and surveyors each \
tend to use their own. So a wall can be dry on Tuesday and wet on Thursday, and nothing has happened to it.

This is a dull finding. We think that it may also be the most useful, because it could be put right without \
any money.

## What we do not know

- **What a home is like afterwards.** We counted the day when people went back. We did not ask how they \
slept.
- **Whether a named person helps.** Those who had somebody to ring were home sooner. They may also be people \
who are good at finding somebody to ring.
- **Anything about small businesses.** We left them out and should not have.
- **Other places.** All 6 councils had been flooded before and had a plan. Where there is none, it may take \
longer.

## What we are doing

1. We have asked the 3 trades to agree on one way to measure a wall. They have met once, and will meet \
again.
2. We are paying 2 of the 6 councils to give every flooded household a named person, for the next 2 years. \
The other 4 will carry on as they are, so that we can compare.
3. We have written to councils to say that grants can pay for sockets and boilers to be raised *during* \
repairs. They always could. Four of the 6 had told people to put everything back first, and then apply to \
have it moved.

## Your experience

If you have been out of your home after a flood, what were you waiting for? If you dry houses for a living, \
how do you know when to stop? You can answer below, or [write to us](https://www.example.org/drying-out) \
without being published. There is more under [evidence](/flood-resilience/tag/evidence/).

[^1]: We asked 655 households, and 410 agreed. Those who said no were more often tenants. We do not know \
what became of them.
"""

LEAKY_DAMS = """\
A leaky dam is a few logs laid across a stream. In dry weather the water runs underneath. When the stream \
rises the logs hold some of it back, and it spills into the wood on either side and takes its time.

Three winters ago we paid for 132 of them on 9 streams above Harrowmere. People often ask me whether they \
work. I am an analyst, so the answer has a table in it.

## What we measured

On each stream we had one gauge above the dams and one below. On 4 similar streams nearby we had gauges and \
no dams. We compared them in every storm.

| Size of storm | Storms | Peak, compared with streams without dams | Likely range |
|---|---:|---:|---:|
| Small (several times a year) | 41 | 14% lower | 9% to 18% |
| Medium (about once a year) | 7 | 8% lower | 1% to 15% |
| Large (once in 10 years) | 1 | 2% lower | Cannot be said |

The first line is solid. The second is likely. The third is one storm, on one night, and 2 of the 22 gauges \
had stopped.

## How to read this

I have seen our results quoted as "dams cut floods by 14%". The 14% is ours. The sentence is still wrong, \
because small storms do not flood anybody. The storms that do are in the line that I would not put money on.

It does not follow that the dams fail in a big storm. We do not know. Waiting for enough big storms to be \
sure would take something like 60 years, and I expect to have retired.

> You want proof, and I want a dry kitchen. How long have we both got?

A man at our last meeting in Harrowmere put it like that. He is right that not deciding is also a decision. \
What I can offer in place of proof is a list of what would make us more sure, sooner.

## What else happened

### Some of them moved

After 3 winters, 118 of the 132 dams are where we put them. Nine have shifted, 3 have gone and 2 were taken \
apart by somebody who needed the wood. None of the 3 that were lost blocked a bridge. We had been asked \
about this more than anything else, so I went to look for each log. I found 11 of 12.

### Things moved in

Woodland beside the dams is wetter. A survey by volunteers found 19 kinds of water beetle where there had \
been 11. Nobody had asked us to count beetles and we had not planned to. They are in [the \
data](https://www.example.org/leaky-dams-data) with everything else.

### Who pays and who gains

The dams are on land that belongs to 14 farmers. The kitchens are 9 kilometres away. The farmers were paid \
£350 for each dam, once. Several told us that it was fair for the building and not for the looking after.

One walks to hers after every storm with a saw. Nobody pays for that.

## What we got wrong

We put the gauges too near to the dams. Two of them measure the pond behind the logs as much as the stream. \
A retired engineer noticed this from a photograph in our first report. Those 2 are left out of the table, \
which is why the ranges are as wide as they are.[^1]

We also promised the farmers a visit each spring, and missed the second one.

## What we are doing now

1. **Moving the gauges**, and adding 6 on the streams without dams. It is cheaper than more dams and tells \
us more.
2. **Borrowing storms.** Four groups elsewhere have dams and gauges. If all of us measure in the same way, 5 \
years may bring as many large storms as one of us would see in 25.
3. **Paying for upkeep.** From now on each farmer is offered £60 a year for each dam that is walked and \
mended.

We will not build more above Harrowmere until there is something better to say about large storms. Other \
places may choose differently. If the land is there and the cost is small, that could be quite reasonable.

## Please pull this apart

If you work with rivers, what have I missed? If you live below a set of dams, have you seen any difference \
that you would swear to? And if you look after one, how long does it take you? Our sensors have a [post of \
their own](/flood-resilience/tag/data-quality/), faults and all.

[^1]: With them in, the first line would read 17% and look better.
"""

LETTERS_ANSWERED = """\
When we wrote about [the grant form](/flood-resilience/tag/grants/), an advice worker asked us a question. \
Would anybody write to the people who had given up, and tell them that the form was short again? We said \
yes. This is what happened.

## What we sent

One page, signed by one of us, with a direct number. It said 3 things: the form is short again, we have kept \
what you sent us, and you can finish it by telephone. We wrote to everybody who had started the long form \
and not finished it, which was 1,674 households.

We tried the letter on 8 people first. The first version began with the words "Further to". Nobody got past \
them.

## What came back

| | Households |
|---|---:|
| Want to go on | 541 |
| Paid for the work themselves | 71 |
| Have moved | 49 |
| Do not want to go on | 27 |
| Letter came back | 203 |
| No answer yet | 783 |
| **All** | **1,674** |

So 688 households answered, which is more than 4 in 10. We had expected about 2 in 10 and had asked for \
enough people to answer that many telephones. For the first week, callers waited 25 minutes. Some gave up a \
second time, which is exactly what we had set out to mend.

> I nearly did not ring. You had already taught me not to.

### How they answered

Of the 688, there were 402 who rang, 197 who sent back the slip and 52 who used the website. Another 22 \
walked into an office, and for 15 somebody else did it. If we had sent an email with a link, we would have \
reached the 52.

## The 11 who would not believe it

The advice worker had told us of 11 people who would not believe a letter unless it came with a name and a \
number. It did, and 8 of them still did not believe it. She rang them all. Nine have now applied, 1 has \
moved and 1 asked to be left alone.

We paid her organisation for 14 hours. We know of no cheaper way to reach anybody.

## What the money says

Seventy-one households had paid for the work themselves, at £2,350 on average. They had been entitled to the \
grant and our form had stood in the way. Under the rules we cannot pay for work that was finished before it \
was agreed.

We have asked for advice on whether the rules can be read differently, and we will say here what the answer \
is. I do not want to raise hopes. It may well be no.

## What we still do not know

- **Who the 783 are.** They may have moved, lost interest or not opened it. We are telephoning 100 of them, \
drawn at random, to find out.[^1]
- **Whether people finish.** Of the 541, there are 318 who have sent the short form. The others have had no \
reminder yet, because we do not want to press them.
- **Whether the work is any good.** The first visits by surveyors are next month. We said that if they \
change fewer than 1 proposal in 10 we will stop them, and that still stands.

## What we have changed

1. From now on, anybody who stops halfway gets a telephone call within 10 working days. It asks one thing: \
what got in the way?
2. Letters about money have a name and a number that is answered, in every scheme that our team looks after.
3. When we expect a number of calls, we will plan for twice that.

The figures that we promised for every 3 months are not due yet. They will be here on time, whatever they \
show. The [letter itself](https://www.example.org/grant-letter) is there for anybody who would like to copy \
it, with the first version beside it as a warning.

If you had one of these letters and did not answer, we would like to know why. You can tell us in a comment \
without giving your name.

[^1]: So far we have reached 34. Twelve had put the letter somewhere safe.
"""

HOMES_POSTS = (
    Post(
        key="sandbags",
        team="flood-resilience",
        authors=("tomos.gwilt@rivers.example",),
        title="Sandbags: what they do, and what they do not",
        summary=(
            "Everybody asks for sandbags and the evidence for them is thin. We set out what is known, and "
            "what we would rather spend on."
        ),
        tags=("sandbags", "evidence", "front line"),
        body=SANDBAGS,
        story="live",
        started_days_ago=221,
        submitted_days_ago=210,
        released_days_ago=204,
    ),
    Post(
        key="drying-out",
        team="flood-resilience",
        authors=("tomos.gwilt@rivers.example", "mei-ling.ashdown@rivers.example"),
        title="How long does it take to go home after a flood?",
        summary=(
            "We followed 410 households for 18 months. Drying took a third of the time. Waiting for "
            "decisions took more."
        ),
        tags=("recovery", "evidence", "tenants"),
        body=DRYING_OUT_OPENING + DRYING_OUT_FOUND + DRYING_OUT_REST,
        story="live_twice",
        started_days_ago=165,
        submitted_days_ago=151,
        released_days_ago=146,
        body_second=DRYING_OUT_CORRECTION + DRYING_OUT_OPENING + DRYING_OUT_FOUND_CORRECTED + DRYING_OUT_REST,
        note_second="Corrected: 36 households who moved away for good are now shown apart. For private "
        "tenants the time to be home is 18 months, not 13.",
        second_days_ago=120,
        image_alt=DRYING_OUT_CHART,
        chart=(
            ("3 months", 9),
            ("6 months", 34),
            ("9 months", 52),
            ("12 months", 71),
            ("15 months", 84),
            ("18 months", 91),
        ),
    ),
    Post(
        key="leaky-dams",
        team="flood-resilience",
        authors=("mei-ling.ashdown@rivers.example",),
        title="Leaky dams: what 3 winters can and cannot tell us",
        summary=(
            "We built 132 log dams on small streams to hold back floods. The evidence is encouraging, and "
            "thinner than it sounds."
        ),
        tags=("natural flood management", "evidence", "rivers"),
        body=LEAKY_DAMS,
        story="live",
        started_days_ago=79,
        submitted_days_ago=67,
        released_days_ago=61,
    ),
    Post(
        key="letters-answered",
        team="flood-resilience",
        authors=("tomos.gwilt@rivers.example",),
        title="We wrote to 1,674 households. Here is who answered",
        summary=(
            "A reader asked whether we would write to the people who gave up on the long grant form. We "
            "did, and this is what came back."
        ),
        tags=("grants", "you said, we did", "letters"),
        body=LETTERS_ANSWERED,
        story="live",
        started_days_ago=17,
        submitted_days_ago=12,
        released_days_ago=8,
    ),
)
