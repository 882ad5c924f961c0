"""Comments on the Local Buses blog."""

from policyblogs.demonstration.shapes import Comment

BUSES_COMMENTS = (
    Comment(
        key="depots-cleaner",
        post="bus-depots",
        name="Marisol",
        perspective="front_line",
        organisation="Night cleaner",
        hours_after=13,
        fate="publish",
        body="""\
I clean 24 buses a night. I know which ones are ill. For six years I told the shift manager, and he said \
thank you, and nothing was done. Then a new fitter put up a board. Now I write, he fixes and he signs his \
name. That is all it is.

If you want other depots to do it, tell them that the name is the important part. A board where nobody \
signs is only a wall.""",
        official_reply="""\
Thank you. "A board where nobody signs is only a wall" says in one line what took us 2 pages. We would like \
to put it at the top of the note for other depots, with your first name or without it, as you prefer. We \
have also gone back to our visits: of the 17 depots with a board or a book, the fitters sign in 15. We had \
not looked at that before.""",
        official_reply_by="leila.montrose@transport.example",
    ),
    Comment(
        key="depots-cleaner-yes",
        post="bus-depots",
        name="Marisol",
        perspective="front_line",
        organisation="Night cleaner",
        hours_after=60,
        fate="publish",
        reply_to="depots-cleaner",
        body="""\
With my name, please.""",
    ),
    Comment(
        key="depots-statistics",
        post="bus-depots",
        name="Dr Ottmar Beale",
        perspective="academic",
        organisation="Transport Statistics Unit, Eastholm University",
        hours_after=47,
        fate="publish",
        body="""\
Two cautions. The first is that if you choose the 20 best depots from 310 in a single year, some of them \
will have been lucky. You would expect them to look more ordinary the next year whatever they did. Were the \
same depots near the top in the year before?

The second is that you looked at a great many habits. With 20 depots on each side, one or two will differ \
by chance. Fourteen against 3 is not chance, in my view. "Does not answer to the one who is blamed" might \
be. The trial with 12 and 12 is the right next step, and I am glad that the plan will come first.""",
        official_reply="""\
Both are fair. Of the 20, 13 were also in the top 40 the year before and 2 were below the middle. We will \
add that to the data. On the second point, we looked at 34 habits and wrote about the 4 with the largest \
differences, and we ought to have said so. We have sent you the plan for the trial, and would welcome \
anything that you find wrong with it.""",
        official_reply_by="leila.montrose@transport.example",
    ),
    Comment(
        key="depots-driver",
        post="bus-depots",
        name="Desmond K",
        perspective="front_line",
        organisation="Bus driver, 17 years",
        hours_after=70,
        fate="publish",
        body="""\
Same driver same bus will not work at our place, and I will tell you why. We have three sheds and half the \
duties start in one and finish in another. You would need the bus to be where the driver is, and it never \
is.

What would work is same bus, same road. The bus stays on the route and the drivers change. Then at least \
everybody who complains about that door is talking about the same door. Try it that way in a few of your \
twelve.""",
    ),
    Comment(
        key="depots-toilet",
        post="bus-depots",
        name="",
        perspective="front_line",
        hours_after=74,
        fate="publish",
        body="""\
Sixty-seven people told you. It is not a small thing. Women I work with do not drink water on a late shift \
in July. Please do not let it disappear into another team.""",
        official_reply="""\
We will not. The team that works with councils on bus stations has agreed to a first step: a list of the \
far ends of all routes, showing which have a toilet that drivers may use, and at what hours. It should be \
ready in 8 weeks. We will publish it here whatever it shows, and we will ask you and your colleagues to \
check it.""",
        official_reply_by="zofia.marchbank@transport.example",
    ),
    Comment(
        key="depots-operator",
        post="bus-depots",
        name="Helen Strome",
        email="h.strome@greenlinebuses.example",
        perspective="organisation",
        organisation="Greenline Buses",
        hours_after=150,
        fate="publish",
        body="""\
We report every lost journey and always have. In your table we sit in the bottom quarter. Councils have \
read that table aloud to us in meetings about contracts. So I read "a difference in honesty, or at least in \
paperwork" with some feeling.

A note on the next release is welcome. It does nothing for the last six. Would you write to the councils \
who were sent the earlier tables? It would take a morning, and it would matter to us.""",
    ),
    Comment(
        key="depots-swearing",
        post="bus-depots",
        name="Fed up",
        perspective="public",
        hours_after=26,
        fate="decline",
        house_rule="offensive",
        body="""\
Forty bloody depots and not one of you sods stood at a bus stop in the rain. You are all a shower of \
useless b******s, and whoever thought this up can shove his clipboard where the sun does not shine.""",
    ),
    Comment(
        key="depots-loans",
        post="bus-depots",
        name="FastCash",
        email="apply@fastcash.example",
        perspective="public",
        hours_after=2,
        fate="spam",
        body="""\
Need money before payday? Instant loans, no checks, any purpose. Apply now at \
https://fastcash.example/apply or reply with your bank details and we will do the rest within one hour.""",
    ),
    Comment(
        key="depots-waiting-rural",
        post="bus-depots",
        name="Bronagh Tully",
        perspective="affected",
        hours_after=1335,
        fate="waiting",
        body="""\
We have one bus, four times a day. If it breaks down it is not a lost journey, it is a lost day. Your \
measure counts it the same as one missed bus in a city where there is another in seven minutes.

Could the new way of counting say how long people had to wait for the next one? That is the only figure \
which means anything out here.""",
    ),
    Comment(
        key="depots-likely-software",
        post="bus-depots",
        name="Fleet Insight Team",
        email="hello@fleetinsight.example",
        perspective="organisation",
        organisation="Fleet Insight",
        hours_after=1320,
        fate="likely_spam",
        body="""\
Interesting read! Predictive maintenance can reduce breakdowns by up to 70%. Book a free demo with one of \
our experts at https://fleetinsight.example/demo?ref=blog to discover how our award-winning platform can \
transform your depots.""",
    ),
)
