"""More comments on the Flood Resilience blog: homes, grants and streams."""

from policyblogs.demonstration.shapes import Comment

SANDBAGS = (
    Comment(
        key="bags-fire",
        post="sandbags",
        name="Conrad Aske",
        perspective="front_line",
        organisation="Fire and rescue, watch manager",
        hours_after=6,
        fate="publish",
        body="""\
I think that I am your fire officer, and I stand by it. I would add one thing. Nobody should lift a wet \
sandbag alone at night. We took two people to hospital with their backs that night and none with anything to \
do with the water.""",
    ),
    Comment(
        key="bags-wall",
        post="sandbags",
        name="Nell Garside",
        perspective="affected",
        hours_after=19,
        fate="publish",
        body="""\
You asked whether anybody had watched one work. Ashwell Vale, the lane by the chapel, about 20 centimetres \
and running fast. We laid 60 in a line at an angle, not across, so that it turned towards the field. It held \
for 5 hours. At the doors they did nothing.

It was my grandfather who said to do it at an angle. He had done it before, in the same place.""",
        official_reply="""\
You kept 3 houses dry and are the only good example in our post, so thank you twice. The angle is a detail \
that none of the 4 studies mentions. We would like to lay the bags in the trial in both ways. Could one of \
us telephone, so that you can say how steep the angle was and how you bedded the bottom row?""",
        official_reply_by="tomos.gwilt@rivers.example",
    ),
    Comment(
        key="bags-wall-photo",
        post="sandbags",
        name="Nell Garside",
        perspective="affected",
        hours_after=67,
        fate="publish",
        reply_to="bags-wall",
        body="""\
You can ring after six. My aunt has a photograph of it from the year she was married.""",
    ),
    Comment(
        key="bags-hour",
        post="sandbags",
        name="Olu",
        perspective="affected",
        hours_after=30,
        fate="publish",
        body="""\
Spent the last hour carrying my mother's letters upstairs. The kitchen was lost either way. Best hour I ever \
spent.""",
    ),
    Comment(
        key="bags-council",
        post="sandbags",
        name="Imelda Royce",
        perspective="front_line",
        organisation="Council resilience officer",
        hours_after=42,
        fate="publish",
        body="""\
I made the list of people who cannot lift. It did not take one week but one week and the eleven years that I \
had been a home help before that. Please say so, or somebody will give it to a temp.""",
        official_reply="""\
That is an important correction. We wrote "one week" because that is what the time sheet said. The note that \
goes with the example will say that it was made by somebody who knew the doors, and will suggest that others \
start by asking home helps, district nurses and the people who bring meals.""",
        official_reply_by="ifeoma.brandt@rivers.example",
    ),
    Comment(
        key="bags-maker",
        post="sandbags",
        name="H. Brandreth",
        email="h.brandreth@floodproducts.example",
        perspective="organisation",
        organisation="Flood Products Association",
        hours_after=90,
        fate="publish",
        body="""\
Our members make flood boards, so I shall be brief. Fitted badly they let in more than your sandbags. In the \
trial, please have half of the boards put up by people who have read only the leaflet.""",
    ),
    Comment(
        key="bags-cat-litter",
        post="sandbags",
        name="Anon",
        perspective="public",
        hours_after=140,
        fate="publish",
        body="""\
A warden told me to use bags of cat litter from the garage, and they were as good as any. You can buy those \
on a Sunday.""",
    ),
    Comment(
        key="bags-oath",
        post="sandbags",
        name="Seen it all",
        perspective="affected",
        hours_after=27,
        fate="decline",
        house_rule="offensive",
        body="""\
Two months to find out that sand is heavy. You bunch of f***ing clowns want dropping in the river with a bag \
tied to each leg.""",
    ),
    Comment(
        key="bags-pills",
        post="sandbags",
        name="HealthDirect4u",
        email="info@healthdirect4u.example",
        perspective="public",
        hours_after=3,
        fate="spam",
        body="""\
Back pain from lifting? Natural remedy doctors do not want you to know about. Order at \
https://healthdirect4u.example/back and https://healthdirect4u.example/order with free shipping.""",
    ),
)

DRYING = (
    Comment(
        key="dry-tenants",
        post="drying-out",
        name="Beatrix Umber",
        perspective="front_line",
        organisation="Advice worker",
        hours_after=19,
        fate="publish",
        body="""\
Where are the people who never went back? I can think of seven families from one terrace. The landlords \
ended the tenancies while the plaster was wet. They were in a hostel, then at a sister's, then in another \
town. If your clock stops when somebody has an address, they will all look as if they had gone home.""",
        official_reply="""\
You are right. The clock did stop when somebody had an address that they called settled, and that is not the \
same as going home. We are going through all 410 again. We know already that it will change the figure for \
private tenants and probably for nobody else. We will correct the post and show these households by \
themselves. It will take about 3 weeks.""",
        official_reply_by="mei-ling.ashdown@rivers.example",
    ),
    Comment(
        key="dry-tenants-after",
        post="drying-out",
        name="Beatrix Umber",
        perspective="front_line",
        organisation="Advice worker",
        hours_after=640,
        fate="publish",
        reply_to="dry-tenants",
        body="""\
Thirty-six, then. It was kind of you to print "only 4 said that they had wanted to move". That is the \
sentence I shall use.""",
    ),
    Comment(
        key="dry-meter",
        post="drying-out",
        name="Cuthbert Moyle",
        perspective="front_line",
        organisation="Damp and drying contractor",
        hours_after=41,
        fate="publish",
        body="""\
I have dried houses for 29 years. The three ways do not disagree. They measure three things: the skin, the \
middle and the air. A wall can have a dry skin and a wet middle, and you can paint it and it will look \
lovely until about March.

Ask for all three, on the same day, in the same place, and write down the weather. It takes 20 minutes.""",
        official_reply="""\
That is clearer than anything in the 3 manuals we read. We have sent your comment to the people from the 3 \
trades, and it will come first at their next meeting. Would you join us there, with a wet wall if you can \
find one? We will pay for the day.""",
        official_reply_by="tomos.gwilt@rivers.example",
    ),
    Comment(
        key="dry-meter-wall",
        post="drying-out",
        name="Cuthbert Moyle",
        perspective="front_line",
        organisation="Damp and drying contractor",
        hours_after=92,
        fate="publish",
        reply_to="dry-meter",
        body="""\
I can always find a wet wall.""",
    ),
    Comment(
        key="dry-waiting",
        post="drying-out",
        name="The Osgoods",
        perspective="affected",
        hours_after=44,
        fate="publish",
        body="""\
Eleven months. Not one of them was spent on work. First we waited for the loss adjuster, then for a second \
one because the first had retired. Then they waited for us to prove that we had owned a carpet.""",
    ),
    Comment(
        key="dry-health",
        post="drying-out",
        name="Dr Shirin Calloway-Fry",
        perspective="academic",
        organisation="Institute of Public Health, Tidewell",
        hours_after=116,
        fate="publish",
        body="""\
You are right to say that you did not ask how people slept. We did, in a smaller study: 130 adults, two \
years on. Those who had waited longest for decisions were worse off than those who had been flooded deepest. \
We could not tell which way it runs. The summary is at https://www.example.org/sleep-after-floods and I \
would be glad to see it taken further with your 410, if they are willing.""",
    ),
    Comment(
        key="dry-trade",
        post="drying-out",
        name="Sam",
        perspective="affected",
        hours_after=260,
        fate="publish",
        body="""\
No shops in it. My hairdresser's was shut for 14 months and nobody anywhere has that written down.""",
    ),
    Comment(
        key="dry-crook",
        post="drying-out",
        name="Burnt once",
        perspective="affected",
        hours_after=70,
        fate="decline",
        house_rule="unlawful",
        body="""\
The surveyor who did our road takes money from the drying firm, and everybody in the trade knows it. He has \
been had up for it before and got off because the judge plays golf with him. You should print his name.""",
    ),
    Comment(
        key="dry-potholes",
        post="drying-out",
        name="Les",
        perspective="public",
        hours_after=165,
        fate="decline",
        house_rule="on_topic",
        body="""\
Never mind walls. What about the potholes on the Northvale road? I have lost two tyres since Easter and the \
council say it is the county and the county say it is you.""",
    ),
)

DAMS = (
    Comment(
        key="dams-farmer",
        post="leaky-dams",
        name="Hester Grange",
        perspective="front_line",
        organisation="Farmer, above Harrowmere",
        hours_after=20,
        fate="publish",
        body="""\
I am the one with the saw. It is 11 dams, and each takes me between ten minutes and an hour and a half after \
a storm, so a day, near enough. Sixty pounds a dam is fair and I thank you for it.

But please ask somebody to look at number 7 with me. It has scoured out underneath, and I do not want to be \
the one who decides whether it is safe.""",
        official_reply="""\
Nobody should have left you to decide that. An engineer will ring you today and come this week. I have also \
read your agreement to see who decides. It says nothing, and the other 13 are copies of it. That will be put \
right before the next payment, and we will send you the words first to see whether they make sense in a wet \
field.""",
        official_reply_by="mei-ling.ashdown@rivers.example",
    ),
    Comment(
        key="dams-farmer-seven",
        post="leaky-dams",
        name="Hester Grange",
        perspective="front_line",
        organisation="Farmer, above Harrowmere",
        hours_after=190,
        fate="publish",
        reply_to="dams-farmer",
        body="""\
He came. Number 7 is out and will go back in two yards lower down. He was very taken with number 4.""",
    ),
    Comment(
        key="dams-sixty",
        post="leaky-dams",
        name="Professor Tadeusz Wren",
        perspective="academic",
        organisation="Institute for Water Systems, Thornmere",
        hours_after=43,
        fate="publish",
        body="""\
"Something like 60 years" is about right for one group of streams and it is the best sentence in the piece. \
Borrowing storms will help, but only if streams differ less from one another than storms do. I doubt it. \
Soil alone will give you a factor of three.

I would put the new gauges on soils that differ, not only on streams without dams.""",
        official_reply="""\
I had the gauges down for the easiest places to reach, so this stings a little and is right. Four of the 6 \
will now go on clay and 2 on sandy soil. I have asked the other 4 groups what their soils are. One has \
answered already, and does not know.""",
        official_reply_by="mei-ling.ashdown@rivers.example",
    ),
    Comment(
        key="dams-kitchen",
        post="leaky-dams",
        name="Frank Illingworth",
        perspective="affected",
        organisation="Harrowmere",
        hours_after=69,
        fate="publish",
        body="""\
I am the man with the kitchen. It is a decent answer. I still want it dry.""",
    ),
    Comment(
        key="dams-beetles",
        post="leaky-dams",
        name="Upper Beck Beetle Group",
        perspective="organisation",
        organisation="Upper Beck Beetle Group",
        hours_after=140,
        fate="publish",
        body="""\
Twenty. We found another on Saturday.""",
    ),
    Comment(
        key="dams-essay",
        post="leaky-dams",
        name="A Student of Rivers",
        perspective="public",
        hours_after=100,
        fate="decline",
        house_rule="concise",
        body="""\
In what follows I shall set out the whole history of the small dam, in 14 sections with notes. Section 1 \
deals with the beaver before people, section 2 with the beaver after people, and sections 3 to 6 with the \
monks, of whom more than is commonly thought built weirs. I omit the plates. Section 7 is a list of monks. \
Section 8 is a list of weirs. Section 9 compares the lists, and finds that they are not in the same order, \
which I put right in section 10. Sections 11 to 13 were in the parcel that I sent to your office in March, \
to which I have had no reply.""",
    ),
    Comment(
        key="dams-timber",
        post="leaky-dams",
        name="Cheap Logs Direct",
        email="sales@cheaplogs.example",
        perspective="organisation",
        organisation="Cheap Logs Direct",
        hours_after=9,
        fate="spam",
        body="""\
Kiln dried logs, bulk bags, next day delivery. Perfect for stoves and dams. Order now at \
https://cheaplogs.example and save 15% with code BEAVER. More offers: https://cheaplogs.example/offers""",
    ),
)

LETTERS = (
    Comment(
        key="letters-eleven",
        post="letters-answered",
        name="Beatrix Umber",
        perspective="front_line",
        organisation="Advice worker",
        hours_after=17,
        fate="publish",
        body="""\
The one who asked to be left alone rang me yesterday. So it is ten. Thank you for paying for the fourteen \
hours. It was the first time that anybody had, and it paid for the heating in the room where I make the \
calls.""",
        official_reply="""\
Ten is better than any of us hoped for. We have started to write down what you did, with the help of your \
colleague, so that others can be paid for the same thing from the start. It will say that it takes somebody \
whom people know already, because that is what we cannot supply.""",
        official_reply_by="tomos.gwilt@rivers.example",
    ),
    Comment(
        key="letters-drawer",
        post="letters-answered",
        name="",
        perspective="affected",
        hours_after=28,
        fate="publish",
        body="""\
You asked why. I had the letter in my hand for two weeks. When you have been told no by a form, you do not \
want to be told yes by a letter and then no again.""",
    ),
    Comment(
        key="letters-paid",
        post="letters-answered",
        name="Kofi",
        perspective="affected",
        hours_after=42,
        fate="publish",
        body="""\
I am one of the 71. £2,100, and it is on a card. I would like to know the answer about the rules, even if it \
is no. Not knowing is costing me 24% a year.""",
    ),
    Comment(
        key="letters-votes",
        post="letters-answered",
        name="Fair's fair",
        perspective="public",
        hours_after=20,
        fate="decline",
        house_rule="party_politics",
        body="""\
Funny how the letters went out just before the local elections. The party running this place is buying votes \
with our money and this blog is its poster. Remember it at the ballot box.""",
    ),
    Comment(
        key="letters-number",
        post="letters-answered",
        name="Still waiting",
        perspective="affected",
        hours_after=44,
        fate="decline",
        house_rule="personal_data",
        body="""\
I have rung three times. My reference is 40-1182, my name is Irene Tolley, date of birth 3 May 1951, and my \
bank details are on the form. Can somebody please look at it and ring me on 01632 960571 after 4?""",
    ),
    Comment(
        key="letters-late-prison",
        post="letters-answered",
        name="Marcus Feeney",
        perspective="front_line",
        organisation="Housing officer",
        hours_after=79,
        fate="waiting",
        body="""\
Some of your 203 letters came back because people are in temporary homes, and the council that put them \
there knows where. Under our rules I cannot give you the addresses, but I could post your letter on for you. \
Nobody has asked us to. I expect that the same is true of every council in the list.""",
    ),
    Comment(
        key="letters-late-sister",
        post="letters-answered",
        name="Pauline",
        perspective="affected",
        hours_after=83,
        fate="waiting",
        body="""\
My sister had one of these and she cannot read. She thought that it was a bill. What should I tell her to \
do? She has the letter here.""",
    ),
    Comment(
        key="letters-waiting-random",
        post="letters-answered",
        name="Dr Anselm Roe",
        perspective="academic",
        organisation="Centre for Household Decisions, Wadebank",
        hours_after=138,
        fate="waiting",
        body="""\
When you telephone your 100, please keep on until you have nearly all of them. Those who are hard to reach \
are the ones you want to know about. If you stop at 60, you will have learned about people who answer the \
telephone.""",
    ),
    Comment(
        key="letters-waiting-polite",
        post="letters-answered",
        name="T. Okonjo-Reay",
        perspective="public",
        hours_after=152,
        fate="waiting",
        body="""\
What did the letter cost to send, and what would it have cost not to lose them in the first place?""",
    ),
    Comment(
        key="letters-likely-loans",
        post="letters-answered",
        name="Home Improvement Finance",
        email="hello@homefinance.example",
        perspective="organisation",
        organisation="Home Improvement Finance",
        hours_after=141,
        fate="likely_spam",
        body="""\
Refused a grant? We say yes when others say no. Borrow from £1,000 to £25,000 for your home. Decision in 5 \
minutes at https://homefinance.example/yes""",
    ),
)

HOMES_COMMENTS = SANDBAGS + DRYING + DAMS + LETTERS
