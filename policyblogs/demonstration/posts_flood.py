"""Posts of the Flood Resilience blog."""

from policyblogs.demonstration.shapes import Post

SENSORS_CHART = """\
A bar chart of sensor faults by month, January to December: 41, 38, 25, 17, 14, 29, 31, 18, 13, 16, 24, 40. \
There are most from December to February, and again in June and July, when weed grows fastest."""

SENSORS_CORRECTION = """\
**Correction.** We first said that gaps made up 1.6% of readings, at 214 sensors. A reader who studies \
river gauges asked how we counted sensors that fell silent and never came back. We had not counted them at \
all. The right figures are 2.3%, at 231 sensors. The table and the sentence above it now say so.

"""

SENSORS_OPENING = """\
People who live near rivers rely on level readings to decide what to do next. There are 1,140 sensors in \
our network. They feed warnings, maps and charts that anyone can see. When a reading is wrong, somebody may \
carry their furniture upstairs for nothing. Or they may leave it where it is when they should not.

This post sets out what we found when we checked a full year of readings. It also says what we still do not \
know.

## How we checked

We took every reading for 12 months, which is about 40 million of them, and looked for 4 kinds of fault:

1. **Gaps.** No reading arrived for more than 2 hours.
2. **Flat lines.** The same value came back for a day or more, while sensors nearby were moving.
3. **Jumps.** The level changed by more than half a metre between 2 readings taken 15 minutes apart.
4. **Drift.** The sensor moved slowly away from the painted gauge board beside it.

A computer can find the first 3. It cannot find drift, because somebody has to go and read the board. Our \
field teams made 2,300 visits during the year, so we compared their notes with the readings for the same \
minute.[^1]

## What we found

"""

SENSORS_TABLE = """\
Nearly 97% of readings passed every test. The rest failed in different ways, and the faults were not spread \
evenly.

| Fault | Sensors affected | Share of readings | Usual cause |
|---|---|---|---|
| Gaps | 214 | 1.6% | Weak mobile signal, flat battery |
| Flat lines | 61 | 0.8% | Silt or weed over the sensor |
| Jumps | 88 | 0.1% | Passing debris, electrical noise |
| Drift | 73 | 0.7% | The fixing has moved |

"""

SENSORS_TABLE_CORRECTED = """\
Just over 96% of readings passed every test. The rest failed in different ways, and the faults were not \
spread evenly.

| Fault | Sensors affected | Share of readings | Usual cause |
|---|---|---|---|
| Gaps | 231 | 2.3% | Weak mobile signal, flat battery, sensor lost |
| Flat lines | 61 | 0.8% | Silt or weed over the sensor |
| Jumps | 88 | 0.1% | Passing debris, electrical noise |
| Drift | 73 | 0.7% | The fixing has moved |

"""

SENSORS_REST = f"""\
![{SENSORS_CHART}](image:CHART)

### Faults come when they matter most

Gaps are 3 times as common in the wettest 10 days of the year as in the driest 100. Rain soaks cables, wind \
takes down phone masts and floating branches hit the housing. A yearly average hides this. We had been \
reporting the yearly average.

### Small streams fare worse

Large rivers often have 2 sensors at one place, so a fault in one shows up beside the other. Most small \
streams have a single sensor and no neighbour within 10 kilometres. A flat line there took us 11 days to \
notice, compared with 2 days on a large river.

## What a field engineer told us

We showed the results to 6 field engineers before we wrote anything down. One of them has looked after the \
same valley for 19 years:

> I can tell you which ones are wrong before I open the van door. There is a stretch below the old mill \
where weed comes up every June. Your computer finds out in July.

She was right about 8 of the 9 sensors she named. We had no place to record what she knew, so it was lost \
each time somebody changed jobs. That is the finding that surprised us most.

## What we are changing

- **Showing doubt.** Charts will mark a reading that failed a test, instead of leaving it out without a word.
- **Asking first.** Each sensor now has a page of notes that field engineers can write on, and the people \
who issue warnings can read.
- **Visiting by season.** Sites with weed will be cleared in May, not when the line goes flat.
- **A second sensor.** We will try cheap spare sensors on 40 small streams for 18 months, and publish the \
results either way.

None of this changes how warnings are issued today. The duty officer already looks at more than one source, \
and will go on doing so.

## What we do not know

We do not know how often a wrong reading has led to a wrong warning. The records of the 2 are kept apart, \
and joining them is slow work. We also cannot say whether cheap sensors last through a hard winter.[^2]

We are least sure about drift. A visit every few months finds a sensor that has slipped, but not the day on \
which it slipped. Readings before that visit may be fine or may not.

## How you can help

If you live near one of our gauge boards, you can read it for us. Take the level where the water meets the \
board, and note the time to the nearest 5 minutes. You can leave it in a comment below, or [send it with a \
photograph](https://www.example.org/gauge-reading).

We would most like to hear from people who have stopped trusting a particular sensor. Tell us which one, \
and what you saw. You can find the rest of our work on warnings on [this blog's front \
page](/flood-resilience/).

[^1]: A visit counted only if the engineer wrote down the time. About 1 visit in 8 had to be left out for \
that reason.
[^2]: The makers test them at minus 10 degrees, but in clean water and without ice.
"""

GRANT_FORMS = """\
A year ago we wrote that a longer form would make flood protection grants fairer. We no longer think so. \
This post explains what we believed, what happened and what we will do instead.

## What we believed

The grant pays for things like flood doors, raised sockets and pumps. Any household whose home has flooded \
can apply, up to a limit of £5,000. We had noticed that some people were paid for work that would not have \
kept the water out.

So we asked for more at the start. The form grew from 6 pages to 14. It asked for 2 quotations, a plan of \
the ground floor and a note of how high the water came in each room. Our reasoning went like this:

1. More detail would help us to tell good proposals from weak ones.
2. Weak proposals would be improved or would drop out.
3. Money would go where it did most good.

Each step sounded sensible. We tested the form with 12 people, and all of them finished it.

## What happened

Weak proposals did not drop out. People did.

| | 6-page form | 14-page form |
|---|---|---|
| Started an application | 3,120 | 3,045 |
| Finished it | 2,402 | 1,371 |
| Finished, among people over 70 | 71% | 34% |
| Finished, among private tenants | 66% | 29% |
| Later judged to be good work | 82% | 84% |

The share of good work hardly moved. The number of households protected fell by more than 4 in 10. The \
people who gave up were not those with the poorest plans. They were people with the least time, the least \
help or no printer.

Our test had misled us. All 12 people were paid for their time and sat with one of us at a table. Nobody \
was living in one upstairs room with a wet carpet in the garden.

### What people told us

We telephoned 60 people who had stopped part of the way through. We asked each of them one question: where \
did you stop, and why? Three answers came up again and again:

- They could not get a second quotation, because every builder for miles was busy.
- They did not know how high the water had come, because they had already left.
- The landlord had to sign page 11, and did not answer.

> It asked me to draw my own house. I was not in my own house. I was in my sister's.

## What we will do instead

From the start of next month the form goes back to 6 pages. One quotation is enough. There will be no drawing.

We still want the money to go on work that keeps water out. So a surveyor will visit after the grant is \
agreed and before the work starts. The visit is free to the household. We think it will cost about £140 for \
each home, which is less than we spent on checking long forms.[^1]

For tenants, a landlord will have 15 working days to object. If they say nothing, the application goes on.

## What would change our minds again

We may be wrong a second time, so here is how we shall know. We will publish 3 figures every 3 months:

- the share of people who finish the form, by age and by whether they rent
- the share of work that a surveyor changes for the better
- the number of days from first contact to finished work

If surveyors change fewer than 1 proposal in 10, the visits are not worth their cost and we will stop them. \
If more than 1 visit in 3 comes too late to matter, we will look again at the order of things.

## Why we are writing this

Changing a form is a small matter. Saying that we got it wrong is harder, because we had argued for it in \
public and some of you had argued back. Several comments on this blog at the time described what would \
happen, quite exactly. We answered them politely and carried on.

We should have asked those people to help us test it. If you would like to test the next version, in your \
own home and in your own time, [leave your details](https://www.example.org/form-testing). We pay for an \
hour.

You can read everything we have written about [grants](/flood-resilience/tag/grants/) on this blog.

[^1]: This counts staff time only. It does not count the time that applicants spent, which was much greater.
"""

QUESTIONS = """\
Formal consultations ask for views on a proposal. By then a proposal exists, which means that the main \
choices have been made. We would like to try asking questions sooner, before there is anything to be for or \
against.

## Where we are

We have been asked to look at how flood warnings reach people who do not have a smartphone. We have no \
preferred answer. We have some facts, a list of things that people have suggested and a good many gaps.

What we know so far:

- About 1 household in 9 in the areas we cover has nobody with a smartphone.
- Most of those households have a landline, but many of the lines now stop working in a power cut.
- Where there are volunteer flood wardens, warnings reach nearly every door. Where there are none, we \
cannot tell.

## What we plan to ask

We want to put 5 open questions on this blog, one a week. Each would have a short note on what we know \
already, so that nobody has to repeat it.

1. How did you first hear about the last flood near you?
2. Who in your street would not have heard, and why?
3. What would you have done with 2 more hours?
4. Which ways of warning people have you come to ignore?
5. What should we have asked instead?

We would answer comments within 2 working days. At the end of each week we would write up what we had \
heard, with links to the comments behind each point.

### What counts as an answer

A letter counts as much as a comment. So does something said at a village hall, if the person agrees to \
have it written down. A warden who says "this will not work here, because the bridge goes under first" is \
giving us evidence. We will treat it as evidence.

A number of people saying the same thing is worth knowing. It is not a vote, and we will not report it as one.

## What worries us

| Worry | What we might do |
|---|---|
| We hear only from people who are online | Send the questions to parish newsletters and 30 libraries |
| People expect every idea to be taken up | Say for each idea what became of it, and why |
| Answers come in faster than we can read them | Two people read every day, and say so when they fall behind |
| It delays the formal consultation | Fix the last day now, and keep to it |

We have done this once before, on a smaller scale, with 40 letters and one very good evening in a rowing \
club. The best idea of the year came from it. The second best turned out to be something that a council in \
the next county had been doing since before any of us were born.

## What happens next

If the questions are useful, they will shape what we consult on. If they are not, we will say so here. The \
formal consultation will follow the [usual principles](https://www.example.org/consultation-principles) \
whatever happens.

We would like to know what you think of the plan itself. Are these the right questions? Is a week long \
enough? Who else should be asked?
"""

FLOOD_POSTS = (
    Post(
        key="flood-sensors",
        team="flood-resilience",
        authors=("nadia.farrow@rivers.example",),
        title="What our flood sensors get wrong, and how we know",
        summary=(
            "We checked a year of river level readings. Most were sound. This is what was wrong with the "
            "rest, and what we are changing."
        ),
        tags=("flood warnings", "data quality", "rivers"),
        body=SENSORS_OPENING + SENSORS_TABLE + SENSORS_REST,
        story="live_twice",
        started_days_ago=112,
        submitted_days_ago=101,
        released_days_ago=97,
        body_second=SENSORS_CORRECTION + SENSORS_OPENING + SENSORS_TABLE_CORRECTED + SENSORS_REST,
        note_second="Corrected: gaps made up 2.3% of readings, at 231 sensors, not 1.6% at 214. We had not "
        "counted sensors that fell silent for good.",
        second_days_ago=71,
        image_alt=SENSORS_CHART,
    ),
    Post(
        key="grant-forms",
        team="flood-resilience",
        authors=("tomos.gwilt@rivers.example",),
        title="Why we changed our minds about the grant form",
        summary=(
            "We made the flood grant form longer so that it would be fairer. Fewer people finished it. Here "
            "is what we will do now."
        ),
        tags=("grants", "forms", "changing our minds"),
        body=GRANT_FORMS,
        story="live",
        started_days_ago=57,
        submitted_days_ago=48,
        released_days_ago=43,
    ),
    Post(
        key="questions-first",
        team="flood-resilience",
        authors=("nadia.farrow@rivers.example",),
        title="Asking questions before we write a consultation",
        summary=(
            "We want to ask 5 open questions about flood warnings before there is a proposal. Are they the "
            "right questions?"
        ),
        tags=("consultation", "flood warnings", "questions"),
        body=QUESTIONS,
        story="returned",
        started_days_ago=14,
        submitted_days_ago=6,
        back_days_ago=2,
        return_reasons="""\
This is nearly there, and the questions are good. Three things before I can sign it.

1. "We have been asked to look at" does not say by whom. Please say, or leave it out.
2. "About 1 household in 9" needs a source. If the figure has not been released yet, it has to come out.
3. The last joke about the council in the next county could be read as a dig at other councils. Please \
reword it.

The table of worries is the best part. Please keep it.""",
    ),
)
