"""Posts of the Public Libraries blog."""

from policyblogs.demonstration.shapes import Post

HOURS = "9am 10am 11am Noon 1pm 2pm 3pm 4pm 5pm 6pm".split()
HOURS_VISITORS = (14, 31, 38, 29, 26, 33, 52, 61, 44, 19)
HOURS_CHART = """\
Bar chart of people through the door of an open library in each hour of a weekday, on average. 9am: 14. \
10am: 31. 11am: 38. Noon: 29. 1pm: 26. 2pm: 33. 3pm: 52. 4pm: 61. 5pm: 44. 6pm: 19. The busiest hour begins \
at 4pm."""

HOURS_CORRECTION = """\
**Correction.** We first said that 7 of the 30 libraries are closed on Saturdays. The right number is 5. Two \
are opened by volunteers on Saturday mornings, with the council's agreement, and the timetable that we had \
been sent did not show it. A branch manager told us in a comment below. The table of Saturdays and the \
paragraph after it have been changed.

"""

HOURS_OPENING = f"""\
Most library timetables were set a long time ago, often to suit a building or a bus that has since gone. \
Councils ask us what the best hours would be. We do not think that there is one answer, but it helps to know \
when people come.

So we counted. For 4 weeks, a sensor over the door of 30 libraries noted each person who came in.[^1] The \
libraries are of all sizes, in 9 council areas that offered to take part.

## What we found on weekdays

Two peaks stand out. A small one comes before lunch, when there are story times and when most classes visit. \
A much larger one comes after school.

![{HOURS_CHART}](image:CHART)

Each figure is an average over the libraries that are open in that hour. That matters most at the ends of \
the day. At 9am, 22 of the 30 are open, and at 6pm only 8.

### The busiest hours are the ones most often cut

Eleven of the 30 libraries close at 5pm or earlier. In those places the count falls from 58 people in the \
last full hour to none, because the door is locked. We watched the last 10 minutes at 6 of them:

> They do not drift out. They all look up at once when the lights go down at one end, and then it is coats \
and bags and a phone call to somebody's mum.

That was a library assistant of 20 years. She keeps a bench by the bins in good repair, because that is \
where they wait.

"""

HOURS_SATURDAY = """\
## What we found on Saturdays

| Saturday hours | Libraries | People in each open hour |
|---|---|---|
| Open all day | 11 | 57 |
| Morning only | 12 | 63 |
| Closed | 7 | Not counted |

Seven libraries do not open on Saturday. We cannot say what people in those 7 places do instead.

"""

HOURS_SATURDAY_CORRECTED = """\
## What we found on Saturdays

| Saturday hours | Libraries | People in each open hour |
|---|---|---|
| Open all day | 11 | 57 |
| Morning only, with staff | 12 | 63 |
| Morning only, with volunteers | 2 | 49 |
| Closed | 5 | Not counted |

Five libraries do not open on Saturday. We cannot say what people in those 5 places do instead. The 2 that \
volunteers open are almost as busy as the rest, which we would not have guessed. Two is too few to conclude \
anything from.

"""

HOURS_REST = """\
## What the counts do not show

- **Why people came.** The sensor cannot tell a reader from somebody sheltering from the rain. Both may be \
good reasons.
- **Who did not come.** A person who works until 6pm is invisible to a door that shuts at 5pm.
- **What an hour is worth.** One long visit by a person with nowhere else to study counts the same as a book \
dropped into a box.
- **The rest of the year.** Four weeks in one season is a sample, and not a large one.

We also know that a sensor counts people who work there. We took off 2 for each member of staff on each \
shift. That is a guess, and we say so.

## What we are doing with this

1. Each of the 9 councils now has its own counts, with the same cautions.
2. Three of them will move 5 hours a week from the morning to the early evening, for 6 months. They chose \
which hours, and staff were asked first.
3. We will count again in those places and in 6 that change nothing, and publish both.

Nobody is being asked to open for longer. This is about whether the same number of hours could be better \
placed. It may turn out that mornings matter more than their numbers, because the people who come then have \
fewer other places to go.

### What would show that we are wrong

The early evening may fill up only with people who used to come in the morning. Then we have moved a queue \
and served nobody new. We will ask a sample of visitors one question on the way out: could you have come at \
another time?

## Tell us

When did you last find your library shut? What did you do? The counts for all 30 are \
[here](https://www.example.org/library-hours), hour by hour. You can follow this work under [opening \
hours](/public-libraries/tag/opening-hours/).

[^1]: It notes that something the height of a person crossed a line, and the time. It takes no picture and \
cannot tell one person from another.
"""

LOANS = """\
For as long as anybody here can remember, the first figure in our yearly report on libraries has been the \
number of books lent. Next year it will not be. This post says why, what we argued about and what we may \
lose.

## What we used to think

Loans are easy to count, hard to dispute and the same everywhere. If loans go up, something is going well. \
We leaned on that for years. In a post on this blog we once called loans "the pulse of a library".

## What changed

Three things happened within a few months of each other.

**A visit.** Two of us spent a day at a library where loans had fallen by a third in 5 years. It was full. \
There was a queue for the tables, a class on filling in forms and a man printing his late brother's eulogy. \
Four people borrowed a book.

**A sum.** We looked at 180 libraries for which we have both loans and visits. We expected the two to move \
together. They hardly do:

| Over 5 years | Visits rose | Visits fell |
|---|---|---|
| Loans rose | 31 | 22 |
| Loans fell | 64 | 63 |

If you know that loans fell, you know next to nothing about whether visits did.

**A letter.** A retired branch librarian wrote to us in pencil, on the back of a date label. She said that a \
figure which goes down when you help somebody for 40 minutes is a strange one to put at the top.

### What we got wrong

We had read falling loans as falling use. In 2 reports we used the words "libraries are used less". The \
figures did not say so, and we have added a note to both. Some councils will have read that sentence while \
they were deciding things. We do not know what difference it made, and we are sorry for it.

## What we will publish instead

There will be 4 figures, side by side, with none of them first:

1. **Visits**, counted at the door.
2. **Loans**, on paper and on screen, shown apart.
3. **Hours of help**, from a one-week diary that staff keep twice a year.
4. **Hours open**, because the other 3 depend on it.

| Figure | What it misses | What could go wrong |
|---|---|---|
| Visits | Why people came | A busy door is mistaken for a good library |
| Loans | Everything that is not lent | Buying what lends most, and little else |
| Hours of help | Help too short to write down | Staff keep a diary in place of helping |
| Hours open | Whether anybody could come then | Long hours with nobody to ask |

## What we argued about

One of us wanted a single score made of all 4. It would be easy to print, and it would hide exactly what we \
have just learned. We decided against it.

Another of us thinks that the diary is a burden. She is probably right. We tested it in 12 libraries, and it \
took 9 minutes a day on average.[^1] If it takes more than 15 when everybody does it, we will stop.

> I do not mind writing it down. I mind writing it down for somebody who will not read it.

Somebody will. All 12 of the test diaries were read by 2 of us, and each library has had a page back.

## What we may lose

There is a long line of figures on loans, and people who study reading depend on it. We will go on \
publishing the same tables, in the same form, on the same day. They will only move from page 1 to page 6.

If you use those tables, or if you think that we are giving up the only honest figure we had, please say so \
below. The [full comparison](https://www.example.org/loans-and-visits) of the 180 libraries can be \
downloaded. Our earlier posts are on [the Public Libraries blog](/public-libraries/).

[^1]: The shortest was 4 minutes. The longest was 26, on a day when the heating failed.
"""

CLEARANCE = """\
People ask us who reads these posts before they are published, and what gets taken out. It is a fair \
question. One of us writes for this blog and the other works in the press office. We wrote this together to \
show both sides of the desk.

## What happens, step by step

1. The author writes the post. Nobody writes it for them.
2. A colleague reads it for sense, and looks up each figure.
3. The author states that the words are theirs, and submits the post.
4. A press officer reads it. They sign it, or return it with reasons.
5. When it is signed it is live. Nothing is altered between the signature and the page.

A press officer cannot change a word. If something has to be different, the author has to agree and to write \
it. That takes longer, and both of us think it is worth the time.

## What the press officer looks for

This is Henrik writing. People imagine that I look for trouble. Mostly I look for 5 things:

- Does it say something that has not been announced, and should be told to Parliament first?
- Is each figure released, and does it mean what the sentence says it means?
- Would somebody who knew nothing about us think that it takes a side between parties?
- Could a person be recognised who has not agreed to it?
- Is it clear who decides: officials, ministers or a council?

I do not look for things that are awkward. A post that says "we got this wrong" has never been returned for \
saying so.

### How it has gone so far

In the past year, 26 posts from our 3 teams came to the press office. Of those, 17 were signed as they were. \
Nine were returned once or more.

| Why it was returned | Posts |
|---|---|
| A claim went further than its evidence | 4 |
| A figure was not released yet | 2 |
| It was not clear whose decision it was | 2 |
| A person could be recognised | 1 |

The middle post took a day and a half. The slowest took 11 working days, because I was on leave and we had \
not arranged who would read in my place. We have now.

## What it is like for the author

This is Marit. My first post came back with 3 reasons, and I was cross about 2 of them for a whole evening. \
By the morning I was cross about one.

That one was a sentence in which I said that small libraries "need" later hours. Henrik asked how I knew. I \
did not. I knew that people had told me so in 4 places. The post now says that, and I think it is better.

> Say what you saw. Then say what you think it means. Leave a gap between them that a reader can stand in.

### What I would still change

I would like a return to say which sentences are fine. When I get 3 reasons, I start to doubt the other 40. \
Henrik says that this is a good idea, and that he will forget. I intend to remind him.

## What you cannot see, and what you can

You cannot see the drafts. They are working papers, and people write better when they may be wrong for a \
while. You can see who signed, and on what day. When a post is changed after it went live, the page says so \
and why.

Because one of us is a press officer and wrote half of this, he may not sign it. His colleague has, and she \
asked us to cut a joke.

We have a question for you. Would it help to know, on each post, whether it was returned and for what kind \
of reason? We can see arguments both ways. There is more on [how blogs like this one are meant to \
work](https://www.example.org/about-policy-blogs), and the rest of ours are [here](/public-libraries/).
"""

QUIET = """\
Almost everybody has a view about noise in libraries. There is surprisingly little that anybody knows. \
Before we fund a study, we would like to check that we are asking about the right things. This post lists 5 \
things that we do not know. It makes no proposal.

## What we do know

We have complaints and compliments from 64 libraries over 2 years. They do not agree, even within one \
building and one week.

| What people wrote about | Wanted less of it | Wanted more of it |
|---|---|---|
| Children's sessions | 118 | 204 |
| People on the telephone | 171 | 0 |
| Staff talking | 39 | 12 |
| Music or radio | 22 | 31 |
| Silence | 27 | 143 |

People who write in are not a fair sample of people who come in. We would not draw anything from these \
numbers but this: "quiet" does not mean one thing.

## Five things that we do not know

### 1. Who stays away

We hear from people who came and were disturbed. We do not hear from those who never came because they \
thought that they would be told off. Both groups may be large. Parents of babies, and people who make sounds \
that they cannot help, have each told us that they keep to the edges.

### 2. Whether a quiet room is enough

Some libraries have one room for silence and let the rest be lively. It sounds like a good answer. In 3 of \
the 8 that we visited, the quiet room was locked for want of somebody to watch it.

### 3. What the building does

A carpet, a high ceiling or a shelf in the right place may do more than any rule. Architects tell us so. We \
have found 2 studies, both of university libraries and both before and after a refit that changed 20 other \
things as well.

### 4. What happens between 3pm and 5pm

That is when the counters are busiest and when most of the complaints come. It is also when people need a \
table most. Our [counts of visitors](/public-libraries/tag/opening-hours/) say when, and nothing about what \
it sounds like.

### 5. What staff would do if it were up to them

> I can hear the difference between noise and trouble from the back office. Nobody has ever asked me to \
write down how.

We would like to ask, and we are not sure how to do it well. A questionnaire will not catch what she means.

## What we might do

| Idea | What it would tell us | Rough cost |
|---|---|---|
| Measure sound in 20 libraries for a month | How loud, and when | £30,000 |
| Diaries by staff, one week | What they step into and what they let go | £9,000 |
| Ask people who do not come | Why not | £45,000, and difficult |
| Do nothing until somebody else has | Nothing | £0 |

We can pay for one of these this year, or for the cheaper 2. The last row is a real choice.[^1]

## What we are asking you

1. Which of the 5 would change something where you are, if we knew?
2. Has somebody studied one of them already?
3. What is the sixth?

We will read everything until the end of next month, and write up what we heard. A letter to your library \
will reach us too, if you mark it "quiet". The 64 libraries' figures, without names, are \
[here](https://www.example.org/library-quiet).

[^1]: We put it in every such table. Twice it has won.
"""

AFTER_SCHOOL = """\
Last year, 14 libraries were given £4,000 each to try something in the 2 hours after school, for 30 weeks. \
They could spend it as they liked, so long as they wrote down what happened. This is what they wrote, and \
what we make of it.

## What they tried

Nobody was told what to do, and the ideas were more alike than we had expected:

- 6 paid somebody to help with homework
- 4 bought food
- 3 opened a room that had been used for storage
- 1 bought 30 pairs of ear defenders and changed nothing else

## What happened

| What was tried | Libraries | Regular visitors before | Regular visitors after |
|---|---|---|---|
| Homework help | 6 | 21 | 26 |
| Food | 4 | 18 | 41 |
| A room | 3 | 24 | 37 |
| Ear defenders | 1 | 15 | 19 |

These are averages for each library. A regular visitor is somebody of school age who came at least once a \
week for 4 weeks.[^1]

Food drew the most people, and we should be careful about what that shows. Free toast would draw a crowd \
anywhere. What surprised us was how long they stayed: in the 4 places with food, the middle visit went from \
35 minutes to an hour and 20.

### Homework help was used for other things

The helpers were students, 2 for each session. They kept notes. Only a third of what they were asked about \
was homework. The rest was forms, letters home that a parent could not read, and how to talk to a teacher \
after a row.

> I was hired for maths. I have done a lot of maths. I have also rung a bus company about a lost trumpet.

### A room is not only a room

Two of the 3 rooms worked well. The third was beside the reference shelves, and people who had used those \
shelves for years stopped coming at that time. The library counted them too, although our plan did not ask \
for it. Eight people, most of them over 70, had moved to the morning or gone.

## What went wrong

- One library could not find anybody to hire until the second term.
- Two had trouble with waste and mice. Both have solved it, with lidded bins.
- A school asked its pupils to say where they went each afternoon. Some of them stopped going.

## What we do not know

We do not know whether anybody's schoolwork got better, and this was never going to tell us. We do not know \
where those who came had been before. And 14 libraries that offered to take part are not like the rest.

## What comes next

Thirteen of the 14 have gone on with some of it from their own money. The note in which they tell others how \
is [here](https://www.example.org/after-school-note). It is 4 pages long, and 2 of those are about toast.

We would like to know what you have tried, and above all what you stopped. Our figures on when people come \
are [on this blog](/public-libraries/tag/opening-hours/).

[^1]: Staff kept the count by sight, without names. Two people counting on the same day differed by 1 in 10.
"""

LIBRARIES_POSTS = (
    Post(
        key="library-hours",
        team="public-libraries",
        authors=("marit.oyelaran@places.example",),
        title="When are libraries open, and when do people come?",
        summary=(
            "We counted people at 30 library doors for 4 weeks. By the end of the busiest hour of the day, "
            "11 of the doors are locked."
        ),
        tags=("opening hours", "evidence", "counting"),
        body=HOURS_OPENING + HOURS_SATURDAY + HOURS_REST,
        story="live_twice",
        started_days_ago=228,
        submitted_days_ago=217,
        released_days_ago=214,
        body_second=HOURS_CORRECTION + HOURS_OPENING + HOURS_SATURDAY_CORRECTED + HOURS_REST,
        note_second="Corrected: 5 of the 30 libraries are closed on Saturdays, not 7. Volunteers open the "
        "other 2.",
        second_days_ago=203,
        image_alt=HOURS_CHART,
        chart=tuple(zip(HOURS, HOURS_VISITORS, strict=True)),
    ),
    Post(
        key="loans-measure",
        team="public-libraries",
        authors=("gareth.pomfret-singh@places.example", "silas.wetherell@places.example"),
        title="Why loans are no longer our first figure",
        summary=(
            "We called loans the pulse of a library. Then we compared them with visits in 180 places, and "
            "changed our minds."
        ),
        tags=("evidence", "changing our minds", "counting"),
        body=LOANS,
        story="live",
        started_days_ago=163,
        submitted_days_ago=153,
        released_days_ago=150,
    ),
    Post(
        key="press-and-us",
        team="public-libraries",
        authors=("marit.oyelaran@places.example", "henrik.dalloway@places.example"),
        title="How a post on this blog gets from a draft to you",
        summary=(
            "An adviser and a press officer write together about who reads these posts first, and what is "
            "sent back and why."
        ),
        tags=("working in the open", "writing"),
        body=CLEARANCE,
        story="live",
        started_days_ago=71,
        submitted_days_ago=62,
        released_days_ago=58,
    ),
    Post(
        key="quiet-questions",
        team="public-libraries",
        authors=("marit.oyelaran@places.example",),
        title="Five things we do not know about quiet in libraries",
        summary=(
            "Everybody has a view about noise in libraries. Before we pay for a study, are these the right "
            "things to ask?"
        ),
        tags=("questions", "evidence", "quiet"),
        body=QUIET,
        story="live",
        started_days_ago=15,
        submitted_days_ago=8,
        released_days_ago=6,
    ),
    Post(
        key="after-school",
        team="public-libraries",
        authors=("gareth.pomfret-singh@places.example",),
        title="What 14 libraries learned about the hours after school",
        summary=(
            "Fourteen libraries had £4,000 each to try something after school. Food, help, a room: this is "
            "what they wrote down."
        ),
        tags=("young people", "trials", "evidence"),
        body=AFTER_SCHOOL,
        story="submitted",
        started_days_ago=19,
        submitted_days_ago=7,
    ),
)
