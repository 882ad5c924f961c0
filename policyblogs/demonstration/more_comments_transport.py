"""More comments on the blogs of the Ministry of Everyday Transport."""

from policyblogs.demonstration.shapes import Comment

SENSORS = (
    Comment(
        key="doors-step",
        post="door-sensors",
        name="Agnieszka Holm",
        perspective="front_line",
        organisation="Bus driver",
        hours_after=18,
        fate="publish",
        body="""\
I drive one of the older buses on a country route. There is a low step by the handrail, and my older \
passengers come in by that and hold on. They go past the edge of your light. On Thursday it counted nine, \
and I had sixteen, because I know all their names.""",
        official_reply="""\
Thank you. I have booked a seat on your route for Tuesday, with a clipboard. The makers think that it can \
happen on 31 buses, and that a setting may mend it. I will bring the table up to date when we know. Until \
then nobody should use the figure for country routes.""",
        official_reply_by="leila.montrose@transport.example",
    ),
    Comment(
        key="doors-step-setting",
        post="door-sensors",
        name="Agnieszka Holm",
        perspective="front_line",
        organisation="Bus driver",
        hours_after=430,
        fate="publish",
        reply_to="doors-step",
        body="""\
The setting was changed last week. It has been right every day but one, and that was the dog.""",
    ),
    Comment(
        key="doors-fairness",
        post="door-sensors",
        name="Cllr Emeka Harcourt",
        email="emeka.harcourt@eastholm.example",
        perspective="elected_representative",
        organisation="Eastholm City Council",
        hours_after=44,
        fate="publish",
        body="""\
I could defend the first of the three at a public meeting, if it has a date on it and if the date is kept. I \
could not defend the third. People would ask me which of the two figures is true.""",
    ),
    Comment(
        key="doors-privacy",
        post="door-sensors",
        name="Ravi Thistlewood",
        email="ravi@travellersprivacy.example",
        perspective="organisation",
        organisation="Travellers' Privacy Group",
        hours_after=66,
        fate="publish",
        body="""\
"It does not take pictures" is good to read. Please publish what the box could do as well as what it does. A \
map of shapes can tell the height of a person, and a height and a stop and a time can be somebody. Who could \
turn that on, and who would know?""",
        official_reply="""\
A fair question, and we have asked the makers. The box works out the shapes and forgets them within a \
second. It could keep them if somebody loaded other software, and that needs a key that the operator holds. \
The 5 contracts that we have seen forbid it. We will publish the full description with the method, and will \
ask for somebody outside to check it on a bus of their choice.""",
        official_reply_by="zofia.marchbank@transport.example",
    ),
    Comment(
        key="doors-revenue",
        post="door-sensors",
        name="Dr Ottmar Beale",
        perspective="academic",
        organisation="Transport Statistics Unit, Eastholm University",
        hours_after=118,
        fate="publish",
        body="""\
If money follows passengers and the correction differs by kind of route, the first thing that will happen is \
an argument about which kind each route is. Decide that before anyone knows the numbers.""",
    ),
    Comment(
        key="doors-fares",
        post="door-sensors",
        name="Gordon",
        perspective="public",
        hours_after=91,
        fate="decline",
        house_rule="on_topic",
        body="""\
Sensors, sensors. What I want to know is why my gas bill has doubled and when somebody is going to do \
something about the noise from the airport. You never answer letters.""",
    ),
)

CHARGING = (
    Comment(
        key="charging-winter",
        post="kerbside-charging",
        name="Marta Fell",
        perspective="front_line",
        organisation="Highway inspector",
        hours_after=114,
        fate="publish",
        body="""\
I look after one of the seven trials. Your list of 6 things to measure has nothing about salt. The first \
winter the gritter filled the channels and the lids stuck. It is cheap to write down and it will save \
somebody a street.""",
        official_reply="""\
Salt is now the seventh. Thank you. We have asked all 7 trials to note each time that a lid would not open, \
with the weather and whether the street had been gritted. If you have notes from the first winter, even on \
paper, we would like to put them with the rest.""",
        official_reply_by="callum.strand@transport.example",
    ),
    Comment(
        key="charging-winter-notes",
        post="kerbside-charging",
        name="Marta Fell",
        perspective="front_line",
        organisation="Highway inspector",
        hours_after=138,
        fate="publish",
        reply_to="charging-winter",
        body="""\
They are on the back of the rota. I will take a picture.""",
    ),
)

COMMENTS = SENSORS + CHARGING
