"""More posts of the Flood Resilience blog: warnings."""

from policyblogs.demonstration.shapes import Post

WARNING_WORDS_CHART = """\
A bar chart of the share of people who named a useful first step, by the length of the text in words. 190 \
words: 35%. 140 words: 38%. 100 words: 48%. 70 words: 63%. 40 words: 75%. 20 words: 65%."""

WARNING_WORDS = f"""\
A flood warning that nobody finishes reading warns nobody. Ours was 190 words long. We wrote a shorter one \
and took both to people's doors.

This post says how we tested them, what happened and what we are still unsure of.

## How it came to be so long

Nobody set out to write 190 words. We laid every version side by side, back to the first, and we could watch \
it grow. After each flood somebody asked for one more sentence. Each sentence had a good reason, and none \
was ever taken out.

By last year the text opened with the name of the catchment, the name of an office and the number of the \
warning. What to do came in the ninth sentence.

> I read as far as "catchment" and thought it was the water company.

That was a woman in Kelderby. She had kept the message on her telephone for 2 years, because she felt that \
she ought to understand it one day.

## Choosing a length

We wrote 6 versions, from 190 words down to 20. In 5 libraries we asked 240 people to read one of them for \
half a minute. Then we took it away and asked what they would do first. We counted an answer as useful if a \
flood warden would have agreed with it. The chart shows the percentage of people who gave one.

![{WARNING_WORDS_CHART}](image:CHART)

### Shorter is better, up to a point

At 40 words, 3 in 4 people named a useful first step. At 20 words fewer did. There was no room left to say \
*what* to move, so people said that they would "get ready" and could not tell us how.

## On the doorstep

Libraries are warm and people there like to read. So we took the old text and the 40-word one to 4 places \
that have flooded in the last 10 years. We knocked on doors between 5pm and 8pm. The toss of a coin settled \
which text each household saw.[^1]

The new text reads, in full:

> Flooding is likely in Millrace Row and in Staithe Street from 9pm tonight. Move people, pets, medicines \
and cars now. Turn off gas and electricity if water is close. Ring 01632 960100 for help. We will write \
again at 8pm.

We asked 3 questions: what is going to happen, when, and what would you do first?

| | Old text | New text |
|---|---:|---:|
| People who were shown it | 154 | 158 |
| Could say what would happen | 61% | 91% |
| Could say when | 38% | 87% |
| Named a useful first step | 29% | 72% |
| Asked who had sent it | 8% | 31% |

The last line stopped us. Nearly a third of the people who saw the new text wanted to know who was writing. \
One man asked whether it was a trick to get him out of the house. He had been burgled the year before, and \
it was a good question.

So we added 6 words: "From the national flood warning service." That makes 46, and it is the version we are \
now using.

## What we are changing

- The 46-word text is in use in 2 areas out of 11, and will be compared with the old one for 6 months.
- Everything else that used to be in the warning is now on a page that it links to.
- Any new sentence has to replace an old one. The person who asks for it chooses which.

The last rule was suggested by a warden. It has already been used twice, and both times the new sentence was \
withdrawn.

## What we do not know

We showed people a text in the evening, in dry weather, with one of us on the step. We do not know what \
anybody does with it at 3am. We cannot test that by knocking.

Our 312 people all read English well enough to talk with us. Around Staithe Street, by the council's own \
figures, about 1 household in 14 would not. And we tested words on a telephone screen. The same words read \
aloud by a recorded voice may work quite differently.

There is also a cost that we may not see for years. Somebody asked for each of those sentences after \
something went wrong. We have kept a list of them all, with the flood each one came from, so that we can \
look back.

## Show us yours

You may have kept a warning that you could not make sense of, from us or from anyone else. If so, please \
[send us a picture of it](https://www.example.org/confusing-warnings). Tell us where you stopped reading. \
There is more about this work under [flood warnings](/flood-resilience/tag/flood-warnings/).

[^1]: A coin takes away the temptation to give the short text to whoever looks busiest. Of the people who \
answered the door, 41 did not want to take part.
"""

NIGHT_DRILL = """\
At 3am on a dry Wednesday in Kelderby, we tried to wake 1,200 households. They had agreed to it a month \
before and did not know which night it would be. We were in the village hall with a clipboard and a great \
deal of tea.

We had a question that could not be answered by day. When a warning comes at night, who wakes up, and what \
happens next?

## How it was set up

Households could join or not, and could leave at any time. Of 2,050 that were asked, 1,200 said yes.[^1] \
Each was warned in one of 4 ways. Which one was decided by lot.

| How they were warned | Households | Somebody woke | Somebody did what was asked within 30 minutes |
|---|---:|---:|---:|
| Text message | 300 | 31% | 19% |
| Recorded call to a mobile | 300 | 68% | 44% |
| Recorded call to a landline | 300 | 83% | 61% |
| A warden at the door | 300 | 92% | 85% |

What they were asked to do was small: to hang a tea towel out of a front window. Wardens walked the streets \
and counted.

## What we noticed

### The telephone is in the kitchen

Most of the mobiles that rang were on silent, downstairs, or both. People had been careful to charge them. \
For years we have told people to keep their telephone charged. We have never told them where.

### Waking is not the same as acting

About a third of those who woke to a call went back to sleep. We asked some of them why at the hall next \
morning.

> It was a recording. I thought, if it mattered, it would be a person.

We hear this often, and we have not found a way round it. A recorded voice that is obviously a recording \
sounds like somebody selling windows. One that sounds like a person annoys people when they find out.

### A door wakes a street

When a warden knocked at one house, people in the next houses woke too. Seventy of them had been drawn for a \
text message and had slept through it. That makes our table less clean than it looks. It makes the warden \
look more useful than the table says.

### What nobody had thought of

- Eleven dogs got out.
- Two people set off for the hall in the wrong direction, because the sign had been turned round by a lorry \
in the spring.
- One man put his tea towel out, went to check on his neighbour and was locked out until 6.
- The hall key was with a person who was on holiday in Saltwick.

The last would have mattered more than anything else on this list. There are now 3 keys.

## What we changed our minds about

We had intended to recommend text messages as the first way to warn people at night. They are cheap and \
reach every telephone in a minute. We no longer intend to. A text is a good *second* message, for somebody \
who is awake. As the first, it wakes fewer than 1 in 3.

We are not sure what to put in its place. Wardens reach nearly everybody, but 300 doors took 19 of them 50 \
minutes. There are places with one warden and 300 doors.

## What this cannot tell us

It was one village, on one night. The people who took part had all thought about it beforehand, which is \
already more than most of us do. It was dry. Rain on the window wakes some people by itself, and drowns the \
telephone for others.

Nobody was frightened, either. We do not know whether fear makes people quicker or slower, and we do not \
intend to find out by experiment.

## What happens next

1. Three more places have asked for a drill, and one wants it on the coldest night of the year. We will run \
all 3.
2. In each, half of the households will get a leaflet with one line on it: *keep your telephone where you \
sleep*.
3. We will publish the [counts, house by house](https://www.example.org/night-drill), with nothing that \
would show which house it was.

If you were in Kelderby that night, please tell us what we did not see. And if you live where the only \
warning is a text message, would it wake you? Our earlier posts about \
[warnings](/flood-resilience/tag/flood-warnings/) say how they are written and sent.

[^1]: We left out 35 households with a new baby, somebody who was ill, or a shift worker asleep by day. Two \
of them wrote to ask if they could take part all the same.
"""

EARLY_OR_SURE_CHART = """\
A bar chart of the share of warnings that no flood would have followed, by hours of notice. 2 hours: 20%. 4 \
hours, as now: 32%. 6 hours: 45%. 9 hours: 58%. 12 hours: 69%."""

EARLY_OR_SURE = f"""\
A warning can be early or it can be sure. The further ahead we look, the more often we are wrong. For most \
of the places that we warn, somebody chose 4 hours, about 20 years ago. We cannot find out who, or why.

We have no proposal to make. Before there is one, we want to understand what different people would do with \
more time, and what a false alarm costs them. Please tell us below.

## The choice, in figures

We took 11 years of forecasts and asked what would have happened if we had always warned at a certain time \
ahead.

| Hours of notice | Floods that were warned of | Warnings that no flood followed |
|---|---:|---:|
| 2 | 94% | 20% |
| 4 (as now) | 91% | 32% |
| 6 | 86% | 45% |
| 9 | 79% | 58% |
| 12 | 71% | 69% |

The last column is easier to see as a chart, in per cent:

![{EARLY_OR_SURE_CHART}](image:CHART)

At 12 hours we would miss more floods *and* raise more false alarms. Nobody would want that for its own \
sake. But a warning at 2 hours is no use to somebody who needs 5.

### A false alarm is not always false

Of the warnings that no flood followed, about half were near misses. The river came within 20 centimetres of \
the wall, or flooded the fields and not the street. Some people count these as a warning that worked. Others \
lost a day's pay.

## What is known about false alarms

It is often said that people stop listening after a few. There are 3 good studies that we know of.[^1] One \
found this and one found the opposite. The third found that it depends on whether anybody explains \
afterwards. We have never explained afterwards, except to wardens.

## What we have heard so far

We asked 30 people before writing this. We chose them to be as different as we could find.

> Give me 7 hours. I have 38 residents and 2 people on at night.

> Do not ring me until you can see it. My boy is sick with fright each time.

> I would open the shop either way. I would just like to know whether to lift the freezers.

The first 2 cannot both have what they need from one warning. That is why we are asking.

## Four things we would like to know

1. **How long do you need?** Not how long you would like: how long did it take, the last time?
2. **What does a false alarm cost you?** Money, sleep, trust, or something that we have not thought of.
3. **Would 2 steps help?** For example, "it may flood, 1 chance in 3" at 9 hours, and "it will very likely \
flood" at 3.
4. **Should people be able to choose** for themselves how early they are told? What might go wrong?

## What we do not know

We do not know how many people act on a warning now. We do not know whether people who choose an early \
warning would still trust it in the tenth year. And the figures above are for all rivers together. A large, \
slow river can be forecast for days, and a small, steep one hardly at all.[^2]

We also know very little about those who would *never* get the early one. They may be in temporary homes, on \
the road or staying with a friend.

## What happens next

We will read every comment and answer questions here for 4 weeks. Then we will write up what we heard, with \
the arguments side by side. We will say what each would mean in practice and what we still cannot tell. How \
many people take a view will not settle it, because the people who need most time are the fewest.

Any proposal would be for ministers, and there would be a formal consultation first. You can also [write or \
ring](https://www.example.org/early-or-sure), or come to one of 5 evenings. What is said there will be added \
to the same record. What we have done about [warnings](/flood-resilience/tag/flood-warnings/) until now is \
on this blog.

[^1]: They were made in 3 countries, with different rivers and different warnings, so they may all be right.
[^2]: We are working on figures for 60 single rivers, and will add a link to them here.
"""

WARNINGS_POSTS = (
    Post(
        key="warning-words",
        team="flood-resilience",
        authors=("nadia.farrow@rivers.example",),
        title="From 190 words to 46: rewriting a flood warning",
        summary=(
            "We cut the text of a flood warning and tried it out on 312 doorsteps. Here is what people did "
            "with it, and what worries us."
        ),
        tags=("flood warnings", "plain English", "testing"),
        body=WARNING_WORDS,
        story="live",
        started_days_ago=249,
        submitted_days_ago=237,
        released_days_ago=232,
        image_alt=WARNING_WORDS_CHART,
        chart=(
            ("190 words", 35),
            ("140 words", 38),
            ("100 words", 48),
            ("70 words", 63),
            ("40 words", 75),
            ("20 words", 65),
        ),
    ),
    Post(
        key="night-drill",
        team="flood-resilience",
        authors=("nadia.farrow@rivers.example",),
        title="What a flood drill at 3am taught us",
        summary=(
            "We tried to wake 1,200 households on a dry night, with their consent. How we did it mattered "
            "more than we expected."
        ),
        tags=("flood warnings", "exercises", "night"),
        body=NIGHT_DRILL,
        story="live",
        started_days_ago=92,
        submitted_days_ago=81,
        released_days_ago=75,
    ),
    Post(
        key="early-or-sure",
        team="flood-resilience",
        authors=("nadia.farrow@rivers.example", "tomos.gwilt@rivers.example"),
        title="Would you rather have an early warning or a sure one?",
        summary=(
            "We could warn people sooner, if we accept being wrong more often. Before anybody decides, we "
            "would like to hear from you."
        ),
        tags=("flood warnings", "questions", "uncertainty"),
        body=EARLY_OR_SURE,
        story="live",
        started_days_ago=38,
        submitted_days_ago=29,
        released_days_ago=24,
        image_alt=EARLY_OR_SURE_CHART,
        chart=(("2 hours", 20), ("4 hours", 32), ("6 hours", 45), ("9 hours", 58), ("12 hours", 69)),
    ),
)
