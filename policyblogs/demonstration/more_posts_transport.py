"""More posts of the Ministry of Everyday Transport."""

from policyblogs.demonstration.shapes import Post

DOOR_SENSORS_CHART = """\
A bar chart of the share of passengers that ticket machines see, by kind of journey. Towns: 92%. Between \
towns: 95%. Country: 82%. One school journey: 61%. Sundays: 79%."""

DOOR_SENSORS_OPENING = """\
Ten weeks ago we began to count bus passengers by hand, and we stopped after 2 weeks. Operators had agreed \
to fit sensors over the doors of every bus on the routes. We said that a post about the sensors would \
follow, and this is it.

It has some good news, one embarrassing week and a question that we did not expect.

## How a door sensor works

A small box above the door sends out light that nobody can see, and measures how far away things are. It \
makes a rough map of shapes going in and out. It does not take pictures, and it cannot tell one person from \
another. Nothing leaves the bus except 2 numbers for each stop: on and off.

## What we have so far

The 90 routes have 214 buses, and all of them have sensors now. For 4 weeks we also had people with \
clipboards on one bus in 10, to see whether the 2 counts agree.

"""

DOOR_SENSORS_COUNTS = """\
| Routes | Clipboard count | Sensors | Ticket machines |
|---|---:|---:|---:|
| In towns | 18,240 | 18,011 (99%) | 16,780 (92%) |
| Between towns | 6,905 | 6,871 (100%) | 6,560 (95%) |
| In the country | 2,130 | 2,044 (96%) | 1,747 (82%) |

"""

DOOR_SENSORS_COUNTS_NEW = """\
| Routes | Clipboard count | Sensors | Ticket machines |
|---|---:|---:|---:|
| In towns | 18,240 | 18,011 (99%) | 16,780 (92%) |
| Between towns | 6,905 | 6,871 (100%) | 6,560 (95%) |
| In the country | 2,130 | 2,044 (96%) | 1,747 (82%) |
| In the country, since the step was allowed for | 1,266 | 1,254 (99%) | 1,041 (82%) |

"""

DOOR_SENSORS_COMPARED = f"""\
Ticket machines miss more people on some journeys than on others. This is the percentage that they see:

![{DOOR_SENSORS_CHART}](image:CHART)

The driver who told us that half of her passengers do not exist was nearly right about one journey. On the \
3:25pm from the school, the machine sees 61% of them. For her route as a whole it is 84%.

### Why the country routes are different

We think that there are 2 reasons. More people there travel on a pass, and drivers tell us that the older \
readers fail when it is cold. And drivers know people. If somebody's pass has been left at home, a driver \
who has seen it 200 times does not send them back for it.

Nobody should be told off for that. We mention it because a route that looks empty on paper may be cut, and \
it may not be empty.

## The embarrassing week

In the second week, the sensors on one route counted 340 more people getting off than getting on. For 2 days \
we had 3 explanations, all of them clever. Then a cleaner at the depot told us that the sensor had been \
fitted upside down.

> It has "this way up" on it. It is only that the writing is on the side you cannot see.

All 214 have now been checked. There were 5 more.

"""

DOOR_SENSORS_STEP = """\
## The step

Since we first wrote, a driver has told us that sensors on older country buses missed people who use the \
lower step by the handrail, most of them elderly. The makers have sent a new setting. The last line of the \
table shows the first 2 weeks with it.

"""

DOOR_SENSORS_REST = """\
## What we do not know

- **Pushchairs and small children.** A child who is carried counts as nobody. A large suitcase sometimes \
counts as a child.
- **Winter.** The sensors have not had ice, or 40 people in wet coats who all stand near the door.
- **Sundays.** Only 22 of the routes run then, and we had a clipboard on 6.
- **How long it lasts.** The makers say 8 years. None of these has been on a bus for more than 8 weeks.[^1]

## A question of fairness

Here is what we did not expect. If each council corrects its own figures with its own sensors, the councils \
with sensors will show more passengers than those without. Some money follows passengers. So those who could \
afford to count would gain from those who could not.

We have talked about 3 ways to deal with it:

1. Give every council a correction for its kind of route, worked out from these 90.
2. Let nobody use corrected figures until everybody can.
3. Use both, and show both.

The first is quick and will be wrong for some. The second is fair and slow. The third is honest, and may be \
too complicated to be of use. We lean towards the first with a date on it, and are not certain.

## What happens next

The first full figures are due in 6 months. They will come out with the other bus statistics, on the day and \
at the time that is announced. Nobody on our team will write about them before then. What we publish here is \
about how well we count, not how many we counted.

If you drive one of these buses, does the number look right to you at the end of a journey? If you plan \
routes, which of the 3 ways could you defend at a public meeting? The \
[method](https://www.example.org/door-sensors) is there to be picked at, and our earlier posts are on [this \
blog](/local-buses/).

[^1]: Two have been hit by a ladder.
"""

BENCHES = """\
Ask somebody who tires easily how they plan a walk, and they will not tell you about distance. They will \
tell you where they can sit.

We have been looking at what the edge of the street is for. Loading, parking and charging all have somebody \
who speaks for them. Sitting down does not. So we went for 60 walks with people who need to.

## What we did

In 4 towns we asked people who cannot walk far to choose a walk that they make, or used to make. It might be \
to a doctor, a shop or a friend. We walked with them and stopped when they stopped. We noted where, for how \
long and on what.

| What people sat on | Stops |
|---|---:|
| A bench | 88 |
| A low wall | 74 |
| A bus shelter seat | 41 |
| A window ledge | 19 |
| The seat of their own walking frame | 57 |
| Nothing: they leaned or stood | 36 |

So fewer than a third of all the stops were made on a bench. Walls do nearly as much, and no plan of a \
street shows which walls are the right height.

## What we learned

### Distance is the wrong measure

Guidance that we know of asks for a seat every 50 metres, or every 100. The people we walked with wanted one \
at the top of a slope and one within sight of the door that they were going to. Halfway along a flat stretch \
they often went past it.

> I do not need a bench here. I need one where I can see that there is another one.

### Arms and backs

More than half of the benches had no arms. Some people could sit down on them and could not get up again, so \
they did not sit. One woman has worked out which of the strangers in her street will give her a hand, and at \
what time they walk their dogs.

### Benches go

We looked at photographs of the same streets from 10 years ago. Of 71 benches that we could see, 23 have \
gone. In 9 cases people told us why: somebody had complained about who sat there.

We do not think that this is only about benches. A seat is for everyone or it is for nobody, and it is not \
always pleasant to share.

## What we do not know

- Whether people walk more when there is a bench. Everybody we asked thought so. We found one small study, \
and it cannot say.
- What it costs to look after a bench for 20 years. Four councils gave 4 figures, from £900 to £6,200.[^1]
- What people do who have stopped walking altogether. By asking about walks, we missed them.

## What we are thinking about

1. Asking 6 councils to add seats at 40 places that were chosen by the people who need them, and 40 chosen \
in the usual way, and counting for a year.
2. Writing down what makes a wall good to sit on, for anyone who is about to build one.
3. Asking, whenever a bench is taken away, that somebody write down why.

None of this is decided, and there is no money set aside for it. We would like to know whether it is worth \
asking for. Where do you sit, and where would you go if you could? The [walks are drawn on a \
map](https://www.example.org/sixty-walks), and the rest of our work is on [the Kerbside blog](/kerbside/).

[^1]: The highest includes a court case about a plaque.
"""

POSTS = (
    Post(
        key="door-sensors",
        team="local-buses",
        authors=("leila.montrose@transport.example",),
        title="Counting bus passengers with a sensor over the door",
        summary=(
            "We stopped counting by hand and fitted sensors. They agree well with people, apart from the 6 "
            "that were upside down."
        ),
        tags=("buses", "data quality", "statistics"),
        body=DOOR_SENSORS_OPENING + DOOR_SENSORS_COUNTS + DOOR_SENSORS_COMPARED + DOOR_SENSORS_REST,
        story="live_with_new_draft",
        started_days_ago=49,
        submitted_days_ago=41,
        released_days_ago=35,
        body_second=DOOR_SENSORS_OPENING
        + DOOR_SENSORS_COUNTS_NEW
        + DOOR_SENSORS_COMPARED
        + DOOR_SENSORS_STEP
        + DOOR_SENSORS_REST,
        note_second="Added the first 2 weeks of counts with a setting for older country buses.",
        second_days_ago=2,
        image_alt=DOOR_SENSORS_CHART,
        chart=(
            ("Towns", 92),
            ("Between towns", 95),
            ("Country", 82),
            ("One school journey", 61),
            ("Sundays", 79),
        ),
    ),
    Post(
        key="benches",
        team="kerbside",
        authors=("zofia.marchbank@transport.example", "callum.strand@transport.example"),
        title="How far is it to the next bench?",
        summary=(
            "For some people, whether they can walk to the shops depends on where they can sit down. We "
            "measured 60 walks."
        ),
        tags=("streets", "accessibility", "walking"),
        body=BENCHES,
        story="recalled",
        started_days_ago=16,
        submitted_days_ago=5,
        back_days_ago=3,
    ),
)
