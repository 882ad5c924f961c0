"""Posts of the Parks and Allotments blog."""

from policyblogs.demonstration.shapes import Post

WAITING_CHART = """\
Bar chart of 40 allotment lists, showing what became of 1,000 names on them. Took a plot: 180. Still \
waiting: 310. Said no when offered: 140. Did not answer: 220. Had moved away: 110. Had died: 40."""

WAITING_LISTS = f"""\
We are often asked how long people wait for an allotment. The usual answer is a number of years. We have \
come to think that the number is not so much wrong as meaningless, and this post is about why.

## What we did

We asked 40 councils and allotment societies for their lists, without names. Where they agreed, somebody \
there went back to everybody who had joined a list 5 years earlier and found out what had become of them. \
There were 1,000 people, in a mixture of towns and villages.

## What became of a thousand names

![{WAITING_CHART}](image:CHART)

Fewer than 1 in 5 had taken a plot. About 1 in 3 were waiting still. The other half had left the list in \
ways that no list shows: they had moved, they did not answer, or they said no when a plot came up.

> The letter came on the day we were packing. I had waited 6 years. I gave it to the neighbours as a sort of \
joke, and they have it now.

### Why people say no

We were surprised by the 140 who waited for years and then turned a plot down. Ninety of them agreed to say \
why.

| Reason | People |
|---|---|
| The plot was too far to walk to | 31 |
| It was larger than they could manage | 24 |
| It was overgrown, and they were given it as it stood | 17 |
| Their life had changed | 14 |
| They had found a garden elsewhere | 4 |

Four in 5 of the reasons are about the plot, and not about the person. A full plot is 250 square metres, a \
size that was settled when it had to feed a family. Several societies now offer a half or a quarter. In \
those, 1 in 20 said no, against 1 in 6 elsewhere.

## Why years are the wrong measure

A list is not a queue. In a queue, people leave from the front. From these lists they leave from anywhere, \
and nobody sees them go. So a list with 300 names may mean a wait of 15 years or of 3.

There are other things that a number of years cannot tell you:

- 11 of the 40 lists are closed to new names, so the demand that they show can only fall.
- 7 will take your name only if you live in the parish. The next parish may have plots standing empty.
- 3 had not been looked at for over 2 years, because the one person who kept them had stopped.

### The oldest name

One list had a name from 1987 on it. The society telephoned. She had not forgotten, and she took the plot.

## What we do not know

Why 220 people did not answer. Some will have lost interest, and some had an old address or a landline that \
is gone. We cannot separate the two, and they call for opposite remedies.

We also know nothing about those who never joined a list because they had heard how long it was. Sites with \
no list at all did not take part.

## What might be tried

We are not recommending any of this. It is a list of what some people have done:

1. Asking everybody once a year whether they still want a plot. It is cheap, and it shortened one list by 40%.
2. Offering a quarter of a plot first.
3. Telling people where they stand, in plots and not in years: "11 people are before you, and about 4 plots \
come free each year".
4. Sharing a list with the neighbours.

The first may sound like tidying up for the sake of it. We thought so too. But 2 societies had empty plots \
and a list of 60. Each letter went to somebody who had gone, and each was given 28 days to answer.[^1]

## Tell us

Are you on a list? Have you been offered a plot and said no? Do you keep a list, and would you do it \
differently if you could begin again? The [figures for the 40 \
places](https://www.example.org/allotment-lists) are there for anybody to use, and the rest of our work is \
on [this blog](/parks-and-allotments/).

[^1]: The law says nothing about 28 days. Most societies copied the figure from one another.
"""

PARK_GATES = """\
Some parks are locked at dusk and some are never locked. The reasons are mostly forgotten. A number of \
councils have asked us what is known, because locking up costs money and so does not locking up.

Very little is known. Before we look further we want to ask 5 questions, and this post is where we ask them.

## Where things stand

From 118 councils that answered us:

| What happens at night | Parks | Share |
|---|---|---|
| Never locked, or no gates | 2,610 | 71% |
| Locked by staff or a contractor | 690 | 19% |
| Locked by volunteers | 180 | 5% |
| Gates are there, and nobody is sure | 210 | 6% |

The shares come to 101% because of rounding. We are fond of the last row.

It costs a council between £1,100 and £7,400 a year to lock one park, depending on how far the van has to \
come. We have that figure from 23 places.

## What we have been told

People have told us opposite things, and all of them know the park that they are talking about.

- A warden says that the gates keep motorbikes out, and that nothing else ever has.
- A nurse says that her walk home is 9 minutes through the park and 25 round it, on a road without a pavement.
- Somebody who lives beside a gate says that it is the only thing that lets her sleep.
- A fox, we are assured, takes no notice.

> We lock it so that nobody is in there in the dark. And then you find the ones who climbed over, and they \
cannot get out.

That was a park keeper. We do not read it as a case for one side or for the other.

## What the evidence says, so far

We found 4 studies in which a park's hours had changed and somebody had counted before and after. Two found \
fewer complaints when gates were locked. One found more, from the streets around it. One found no \
difference. None lasted more than a year, and none asked people who had stopped using the park.

## Five questions

1. What is your park locked against, and does it work?
2. Who needs to walk through after dark, and what do they do when they cannot?
3. If the hours have changed where you live, what happened next?
4. Is the choice really between locked and open? Some places lock one gate, or light one path.
5. Who should be asked before it changes?

### How we will use the answers

We read each comment for what it tells us: about a place, an hour, a reason. Many people saying one thing is \
worth knowing, and we will say so. It does not settle the matter, and we will not report it as a vote. One \
reply from somebody who has held the keys may change more than 100 that agree with each other.

We have no proposal, and the hours of a park are for its council to decide. What we may do is pay for a \
proper count in a few places that are going to change their hours in any case.

You can also write to us by post, or ring and have your answer written down. Both are explained \
[here](https://www.example.org/park-gates). Comments stay open for 6 weeks. We will then write up what we \
heard, [on this blog](/parks-and-allotments/), with links to the comments behind each point.
"""

TREES_CHART = """\
Bar chart of street trees alive after 3 years, out of each 100 planted, by the care that they had. Nobody \
visited: 41. One visit a year: 58. Watered 14 times a summer: 83. Adopted by a neighbour: 79."""

FEWER_TREES = f"""\
Three years ago we paid 12 councils to plant fewer street trees than they had asked for. It was not a \
popular letter to send. The results are in, and this is what they show.

## Why we did it

Young trees in streets die. Everybody who plants them knows it. Our own figures are from grants paid before \
then. Where nobody went back to the trees, 41 in 100 were alive after the third summer.

A grant paid for planting, by the tree. It paid nothing for watering. So a council that planted 1,000 and \
lost 590 had done what we paid for. We thought that we could do better by paying for 600 and for 3 summers \
of water.

## What happened

The 12 councils planted 7,200 trees in place of 12,000. They chose how to look after them, and most tried \
more than one way.

![{TREES_CHART}](image:CHART)

| | Trees planted | Alive after 3 years | Cost of each living tree |
|---|---|---|---|
| Expected, old way | 12,000 | 4,920 | £610 |
| What happened, new way | 7,200 | 5,330 | £563 |

So there are about 400 more living trees than we would have expected, from 4,800 fewer holes. The money was \
the same.[^1]

### Neighbours did nearly as well as the water cart

This is the part that we had not planned. In 5 councils, people were asked to adopt the tree outside their \
door. It cost a label and a bucket. In dry weeks they watered nearly as often as a contractor would have.

> It has got a name. You are not writing that down, are you?

They were not spread evenly. Where most people stay for less than 2 years, few trees were adopted. Those did \
no better than trees with no care at all. If we paid only for labels and buckets, the trees would live in \
the streets that have most trees already.

## What did not go well

- Two councils had already told residents how many trees there would be. They had to tell them again, and \
some of those streets have none.
- One contractor recorded visits that it had not made. A resident noticed, because the log said "watered" on \
a day when the road was closed.
- Nobody had budgeted for taking the stakes out. About 300 trees were rubbed by their own supports.

The first of these was our doing. The letter came late, in February, when the holes had been marked out.

## How sure are we?

Fairly sure that watering works: the difference is large, and it is in all 12 places. Less sure of the \
comparison with the old way. The summers were wetter than the ones before, and that alone would have kept \
some trees alive. We asked a university to work out how much. Their answer was "between a tenth and a half \
of the difference", and we think that is as good as it gets.

We are not sure at all about the years to come. A tree that lives to 3 has a fair chance of 30. But it has \
been watered, and now it will not be.

## What is next

1. The next round pays for trees **alive after 3 years**, with some of the money at the start.
2. Councils with streets where people move often can use the money for a contractor there.
3. Removing stakes is in the price.

The readings for each street are [here](https://www.example.org/street-trees), with those from the \
contractor taken out. If you have adopted one of these trees, how is it? If yours died, we would like to \
know that too. The rest of our writing on trees is [on this blog](/parks-and-allotments/tag/trees/).

[^1]: Within £20,000. Two councils spent a little less than they were given and sent the difference back.
"""

DOGS_OPENING = """\
Few things fill a park manager's inbox like dogs. Some people want lawns where no dog may go. Others have \
nowhere else to let one run. We have been working with 4 councils on a different way to share the same \
grass, and this is where we have got to.

## The idea

At the moment most parks draw lines on a map. Dogs may run here and not there, all day and all year. The 4 \
councils want to draw lines on a clock instead. A lawn would be open to dogs off the lead at some hours, and \
kept free of them at others.

"""

DOGS_TABLE_FIRST = """\
| Hours | Large lawn | Small lawn |
|---|---|---|
| Before 9am | Off the lead | On the lead |
| 9am to 4pm | On the lead | No dogs |
| After 4pm | Off the lead | On the lead |

Most people in all 4 places are in favour of this. Dogs off the lead will be allowed for 9 hours a day in \
place of 5.

"""

DOGS_TABLE_SECOND = """\
| Hours | Large lawn | Small lawn |
|---|---|---|
| Before 9am | Off the lead | On the lead |
| 9am to 4pm | On the lead | No dogs |
| 4pm to 6pm | On the lead | On the lead |
| After 6pm | Off the lead | On the lead |

We asked 214 people in the 4 parks, on 2 days, whether they could live with these hours. Of those, 139 said \
yes, 48 said no and 27 said that it depended. People who were in a park on those days are not everybody, so \
we take this as a hint.

"""

DOGS_MIDDLE = """\
## What we learned by standing there

Two of us spent 3 days on a bench with a notebook. We had expected to see quarrels. In 22 hours we saw one, \
and it was about a ball.

What we did see was people keeping out of each other's way with some skill. Owners arrive early. Parents \
come after 10. At about 3:30 the whole thing turns over in a quarter of an hour, as if somebody had rung a \
bell.

### Who is not there

A woman with a guide dog told us that she does not use the park at all. Loose dogs come up to hers while he \
is working:

> He is not allowed to say hello, and nobody has told the other dog.

She would use it in the hours when dogs are on the lead, if she could rely on them. That is the strongest \
argument for a clock that we have heard. It is also one person.

"""

DOGS_END_FIRST = """\
## What happens next

The 4 councils will start at the beginning of next month. Wardens will be firm with owners who ignore the \
signs, who are in our experience always the same few. After 6 months we will roll the idea out to other \
parks.

If you use one of these parks, tell us what you think of the hours. Our other posts are on [this \
blog](/parks-and-allotments/).
"""

DOGS_END_SECOND = """\
## What happens next

Each council decides for itself whether to try this. Two have agreed to a trial of 6 months and 2 have not \
decided. Wardens at Fennel Park, where Mr D. looks after the gate, will explain the hours in the first month \
and do nothing more.

Afterwards we will publish what was counted, whatever it shows:

- how many people of each kind use the lawns, hour by hour
- how often wardens had to step in
- what people with an assistance dog say about it

If you use one of these parks, tell us what you think of the hours. Our other posts are on [this \
blog](/parks-and-allotments/).
"""

BENCHES = """\
A bench is the cheapest thing in a park, and for some people it decides how far they can walk. We have \
started to find out who sits on them, where and for how long.

## What we have so far

Volunteers in 6 parks watched 40 benches for a day each. They noted every person who sat down and how long \
they stayed.

| Where the bench is | Benches | People a day | Middle stay |
|---|---|---|---|
| At the gate | 9 | 31 | 4 minutes |
| By a playground | 8 | 44 | 21 minutes |
| With a view | 11 | 17 | 14 minutes |
| On a slope, halfway up | 5 | 38 | 3 minutes |
| By itself | 7 | 6 | 33 minutes |

The bench halfway up the slope is the one that we talk about most. It is not a place to sit. It is a place \
to stop. Three people told the volunteers that they would not come to the park without it.

### The bench by itself

Six people a day looks like a failure. They stay for longest, and several came every day. One of the \
volunteers put her pencil down:

> I stopped timing him. It did not seem right.

We think that a count of people would take away the wrong bench.

## What we want to ask

1. How far apart do benches have to be for somebody who can walk 100 metres?
2. Do arms make a bench easier to get up from, or only harder to lie on?
3. Who decides where a memorial bench goes?

## What is missing

*Still to come: counts from the 2 parks that were rained off, the cost of a bench with a back and without, \
and what the access group thought of the questions. Ask whether we may quote the volunteer.*

The second question has an argument inside it, and we would like to set it out fairly.

People who design benches with a bar in the middle say that it helps others to stand. People who work with \
those who sleep outside say that this is not what the bar is for. Both may be true of the same bench. There \
is [a paper](https://www.example.org/bench-arms) on it that we have not finished reading.

Our other posts are on [this blog](/parks-and-allotments/).
"""

PARKS_POSTS = (
    Post(
        key="waiting-lists",
        team="parks-and-allotments",
        authors=("silas.wetherell@places.example",),
        title="An allotment waiting list is not a queue",
        summary=(
            "We followed 1,000 names on 40 lists. Half had left without anybody noticing, and the reasons "
            "are mostly about the plot."
        ),
        tags=("allotments", "evidence"),
        body=WAITING_LISTS,
        story="live",
        started_days_ago=251,
        submitted_days_ago=240,
        released_days_ago=236,
        image_alt=WAITING_CHART,
        chart=(
            ("Took a plot", 180),
            ("Still waiting", 310),
            ("Said no", 140),
            ("Did not answer", 220),
            ("Moved away", 110),
            ("Died", 40),
        ),
    ),
    Post(
        key="fewer-trees",
        team="parks-and-allotments",
        authors=("adaeze.thornby@places.example", "silas.wetherell@places.example"),
        title="We paid for fewer street trees, and more are alive",
        summary=(
            "Three years ago we paid 12 councils to plant fewer trees and to water them. This is what "
            "happened, and how sure we are."
        ),
        tags=("trees", "outcomes", "evidence"),
        body=FEWER_TREES,
        story="live",
        started_days_ago=137,
        submitted_days_ago=125,
        released_days_ago=121,
        image_alt=TREES_CHART,
        chart=(
            ("Nobody visited", 41),
            ("One visit a year", 58),
            ("Watered 14 times", 83),
            ("Adopted by a neighbour", 79),
        ),
    ),
    Post(
        key="park-gates",
        team="parks-and-allotments",
        authors=("adaeze.thornby@places.example",),
        title="Should park gates be locked at night? Five questions",
        summary=(
            "Some parks are locked at dusk and some never are. Little is known about what that does. We "
            "have 5 questions for you."
        ),
        tags=("park gates", "questions"),
        body=PARK_GATES,
        story="live",
        started_days_ago=38,
        submitted_days_ago=28,
        released_days_ago=24,
    ),
    Post(
        key="dogs-and-lawns",
        team="parks-and-allotments",
        authors=("adaeze.thornby@places.example", "silas.wetherell@places.example"),
        title="Dogs and lawns: sharing the same grass by the clock",
        summary=(
            "Four councils have an idea: rules for dogs that change through the day. We sat on a bench for "
            "22 hours to see if it fits."
        ),
        tags=("dogs", "trials"),
        body=DOGS_OPENING + DOGS_TABLE_FIRST + DOGS_MIDDLE + DOGS_END_FIRST,
        story="returned_twice",
        started_days_ago=34,
        submitted_days_ago=22,
        back_days_ago=19,
        return_reasons="""\
I enjoyed this and would like to see it go out. Four things first.

1. "Most people in all 4 places are in favour": how do we know, and how many were asked?
2. "The 4 councils will start" reads as decided. Two of them tell me that it is not. Please say where each \
has got to.
3. "Always the same few" is about people who could be recognised in a small place. Please take it out.
4. "Roll the idea out" is a commitment that nobody has made.

The part about the guide dog is very good, and so is the sentence after it.""",
        body_second=DOGS_OPENING + DOGS_TABLE_SECOND + DOGS_MIDDLE + DOGS_END_SECOND,
        second_days_ago=11,
        back_second_days_ago=5,
        return_reasons_second="""\
All 4 points are answered, thank you. Two new ones, both in text that you added.

1. "Mr D. looks after the gate" at a named park is a person whom anybody there would know. Has he agreed? If \
not, please leave him out.
2. The table now has dogs on the lead from 4pm to 6pm, and the first version had them off it. If the \
councils changed the hours, say so in a sentence. Somebody will have seen the earlier leaflet.

Nothing else. I have kept tomorrow afternoon free if you want to talk.""",
    ),
    Post(
        key="park-benches",
        team="parks-and-allotments",
        authors=("silas.wetherell@places.example",),
        title="Benches: who sits where, and for how long",
        summary="Volunteers watched 40 park benches for a day each. One kind is hardly for sitting on.",
        tags=("benches", "counting"),
        body=BENCHES,
        story="draft",
        started_days_ago=5,
    ),
)
