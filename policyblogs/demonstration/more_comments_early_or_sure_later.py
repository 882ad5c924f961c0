"""Comments on the post that asks for an early or a sure warning: the weeks after."""

from policyblogs.demonstration.shapes import Comment

WEEKS_AFTER = (
    Comment(
        key="early-head",
        post="early-or-sure",
        name="Ffion Marchant",
        perspective="front_line",
        organisation="Head teacher, Staithe Primary",
        hours_after=44,
        fate="publish",
        body="""\
I have to decide by 7 in the morning whether 420 children come in. A warning at 8:30 is the worst thing that \
you can send me, whether it is right or wrong. Half of them are on a bus and the other half are in the \
playground.

For a school, 9 hours means the evening before. I would take that at 1 in 3 and plan to open late. I would \
not close on it.""",
    ),
    Comment(
        key="early-head-parent",
        post="early-or-sure",
        name="Keeley",
        perspective="affected",
        hours_after=71,
        fate="publish",
        reply_to="early-head",
        body="""\
When school shuts I do not get paid. It was shut for two floods that never came and that was a week's \
shopping. Nobody ever counts us. So please count us.""",
    ),
    Comment(
        key="early-head-bus",
        post="early-or-sure",
        name="Desmond K",
        perspective="front_line",
        organisation="Bus driver",
        hours_after=93,
        fate="publish",
        reply_to="early-head",
        body="""\
I drive that bus. If she rings the depot the evening before, we send a high one. If she rings at 8:30, I am \
already on the ford road.""",
    ),
    Comment(
        key="early-councillor",
        post="early-or-sure",
        name="Cllr Winifred Oduya-Marsh",
        email="w.oduya-marsh@harrowmere.example",
        perspective="elected_representative",
        organisation="Harrowmere Town Council",
        hours_after=65,
        fate="publish",
        body="""\
Our council opens the rest centres. From the first call to the first cup of tea takes three hours, and each \
opening costs about £3,400 whether anybody comes or not. We opened seven times last year and needed it \
twice.

At 9 hours I would be asking my officers to open for 2 false alarms in every 3. I doubt that we could go on \
doing that. A first step at which we only find out who holds the keys would cost us nothing. Would that be \
possible?""",
        official_reply="""\
It would be possible, and it matches what wardens say above: a first step should ask only for things that \
nobody minds having done. Could we have the figures for your 7 openings, with the hours? No council has \
given us a cost before. We will put them next to the other costs when we write this up, and would show you \
the draft of that part.""",
        official_reply_by="tomos.gwilt@rivers.example",
    ),
    Comment(
        key="early-intervals",
        post="early-or-sure",
        name="Jerome Achterberg",
        email="j.achterberg@tidewell.example",
        perspective="academic",
        organisation="Statistician",
        hours_after=66,
        fate="publish",
        body="""\
Please give the counts as well as the percentages. 91% of what? If there were 400 floods I am interested. If \
there were 40, the difference between 91% and 86% is two floods, and I should want to know which two.

You also say "all rivers together". Places with many small floods will count for most of that table and may \
not be the places where people are hurt.""",
        official_reply="""\
There were 412 floods at 188 places. The 95% range for the second line is 88% to 94%, and for the third 83% \
to 89%, so they do overlap. You are right about the second point too: 30 places account for more than half \
of the floods. We will add both to the post once the press office has signed the change, and will say that \
you asked.""",
        official_reply_by="mei-ling.ashdown@rivers.example",
    ),
    Comment(
        key="early-mp",
        post="early-or-sure",
        name="Hester Vaughan-Ajayi MP",
        email="hester.vaughan-ajayi@parliament.example",
        perspective="elected_representative",
        organisation="Member of Parliament for Kelderby",
        hours_after=91,
        fate="publish",
        body="""\
Eleven constituents have written to me about this post, and I have read all the comments here. I have two \
questions which I think are for the minister. If people are able to choose how early they are warned, will \
that choice be open to tenants as well as to owners? And will any change be tried in one place before it is \
made everywhere?

I am content for the reply to be published here.""",
        official_reply="""\
Thank you. I can answer on the facts: the warning list holds telephone numbers and addresses, and does not \
record who owns a home. Both of your questions are about what the government intends, so they are for the \
minister. I sent them on this morning with your comment. You should have a letter within 20 working days. As \
you are content, we will publish it here when it has been sent to you.""",
        official_reply_by="tomos.gwilt@rivers.example",
    ),
    Comment(
        key="early-caravan",
        post="early-or-sure",
        name="Jocasta Pell",
        email="office@riverbendpark.example",
        perspective="organisation",
        organisation="Riverbend Holiday Park",
        hours_after=112,
        fate="publish",
        body="""\
We have 210 pitches beside the river. In August it takes us 4 hours to clear them, in March about 40 \
minutes. A warning that no flood follows costs us £11,000 in refunds in the one and nothing at all in the \
other.

So the answer to your first question is "it depends on the month", and I cannot be the only one. Could \
people choose by season?""",
        official_reply="""\
You are the first to say so, and we should like to know who else it is true for. Choosing by season is not \
hard for the system that sends the messages. It may be hard for people to remember what they chose. We will \
add it to the list of things to test, and would be glad of your figures month by month if you have them.""",
        official_reply_by="nadia.farrow@rivers.example",
    ),
    Comment(
        key="early-caravan-guest",
        post="early-or-sure",
        name="Rupert Sands",
        perspective="affected",
        hours_after=138,
        fate="publish",
        reply_to="early-caravan",
        body="""\
I was a guest there two summers ago. The money was the least of it. Nobody knew where we ought to drive to, \
and we did not know the name of the river.""",
    ),
    Comment(
        key="early-river",
        post="early-or-sure",
        name="Hamish Dooley",
        perspective="public",
        hours_after=115,
        fate="publish",
        body="""\
You say it yourselves in small print at the end. On the big river here you can see it coming for two days, \
and on the beck behind my house it is up and gone in ninety minutes. One number for both is daft. Ask each \
river what it can do, and then ask the people.""",
    ),
    Comment(
        key="early-allotment",
        post="early-or-sure",
        name="Plot 17",
        perspective="public",
        hours_after=139,
        fate="publish",
        body="""\
I only need long enough to fetch the marrows.""",
    ),
    Comment(
        key="early-baker",
        post="early-or-sure",
        name="Solvei Crane",
        perspective="affected",
        organisation="Baker",
        hours_after=162,
        fate="publish",
        body="""\
I can lift forty sacks of flour in an hour, with my son. Two hours is plenty if you are sure. If you are not \
sure it is forty sacks up and forty sacks down again, at my age. Sure, please.""",
    ),
    Comment(
        key="early-tenant",
        post="early-or-sure",
        name="Top floor flat",
        perspective="affected",
        hours_after=186,
        fate="publish",
        body="""\
I am on the third floor, so I will never be flooded and nobody warns me. But the meters, the bins, the \
bicycles and the lift motor are all in the basement. Last time we had no electricity for nine days. I would \
carry four bicycles upstairs for a false alarm every week of the year.""",
    ),
    Comment(
        key="early-language",
        post="early-or-sure",
        name="Marwa Teshome",
        email="marwa@harbourstreet.example",
        perspective="organisation",
        organisation="Harbour Street Welcome Centre",
        hours_after=209,
        fate="publish",
        body="""\
We read your table out at our Thursday lunch, in five languages. Nobody found the hours hard. "Chance" was \
hard in three of the five. One word for it also means luck, and people thought that they were being wished \
well.

If there are to be two steps, use two colours and two sounds, and try them on people who cannot read the \
words.""",
    ),
    Comment(
        key="early-roadside",
        post="early-or-sure",
        name="Brigid Connors-Lee",
        perspective="front_line",
        organisation="Family support worker",
        hours_after=234,
        fate="publish",
        body="""\
You ask at the end who will never get the early one. I work with families who live on the roadside. There \
are 19 caravans on the low field at Thornmere tonight. None of them is on any list, and the field is the \
first to go under.

They do not want to be on a list, and they have their reasons. They would take a call from me. So would you \
put me on the list, and others who do this work? I would need 5 hours, because of the horses.""",
        official_reply="""\
Yes. The list has only ever held addresses, and your comment shows what is wrong with that. From this week \
people who look after others can be put on it for a place where they do not live. You are the first. We have \
asked the network of family support workers whether others would like the same, and we will not ask anybody \
for the names of those they would ring.""",
        official_reply_by="ifeoma.brandt@rivers.example",
    ),
    Comment(
        key="early-afterwards",
        post="early-or-sure",
        name="",
        perspective="public",
        hours_after=258,
        fate="publish",
        body="""\
Whichever you pick, tell us afterwards how often you were right.""",
    ),
    Comment(
        key="early-network",
        post="early-or-sure",
        name="Cormac Ibbotson",
        email="c.ibbotson@valenetworks.example",
        perspective="organisation",
        organisation="Vale Electricity Networks",
        hours_after=281,
        fate="publish",
        body="""\
We supply electricity to about 60,000 homes in the area. It takes us 6 hours to move a generator and crew to \
a substation, so at 4 hours we are always late for the first two. At 9 hours we would move on most alarms \
and think it money well spent. We would not ask for the public to be woken for our sake. An early notice to \
those who run pumps, power and roads could be quite separate.""",
    ),
    Comment(
        key="early-pharmacy",
        post="early-or-sure",
        name="Tamsin Orrell",
        perspective="front_line",
        hours_after=305,
        fate="publish",
        body="""\
Pharmacist. On the day of a warning I make up three days of tablets for 60 people who cannot do without. It \
takes me 4 hours with the door shut. If nothing happens nothing is lost, they simply have them early. I \
would start at 1 chance in 10, if anybody told me. Nobody does. I find out from customers.""",
    ),
    Comment(
        key="early-when",
        post="early-or-sure",
        name="Beatrix Umber",
        perspective="front_line",
        organisation="Advice worker",
        hours_after=402,
        fate="publish",
        body="""\
There is a good deal here now. When and where will we see what you make of it, and who decides what goes \
in?""",
        official_reply="""\
The questions stay open for 4 weeks from the day of the post. We will publish what we heard 3 weeks after \
that, on this blog. Two of us who did not write the post will make the first draft. Five people who \
commented, drawn by lot, will be asked to read it and say what is missing or leans to one side. If they \
disagree with us, we will print what they say.""",
        official_reply_by="ifeoma.brandt@rivers.example",
    ),
    Comment(
        key="early-school-age",
        post="early-or-sure",
        name="Jaydn",
        perspective="public",
        hours_after=22,
        fate="decline",
        house_rule="age",
        body="""\
im 14 and nobody asks us. my nan cant use a phone so its me that has to wake up and tell her. i didnt ask \
mum about writing this she is at work""",
    ),
    Comment(
        key="early-parties",
        post="early-or-sure",
        name="Had enough",
        perspective="public",
        hours_after=29,
        fate="decline",
        house_rule="party_politics",
        body="""\
Everybody knows whose cuts did this. Vote them out at the first chance you get and do not let the other lot \
off either. I have put a list of who to vote for in each ward below.""",
    ),
    Comment(
        key="early-insult",
        post="early-or-sure",
        name="No nonsense",
        perspective="public",
        hours_after=47,
        fate="decline",
        house_rule="respectful",
        body="""\
The woman with the care home is obviously only after money and the man with the cows ought to be ashamed of \
himself. What a shower of whingers. If you live by a river and get wet, you are too stupid to be helped.""",
    ),
    Comment(
        key="early-advert",
        post="early-or-sure",
        name="FloodBuddy",
        email="sales@floodbuddy.example",
        perspective="organisation",
        organisation="FloodBuddy",
        hours_after=95,
        fate="decline",
        house_rule="promotion",
        body="""\
Why wait for the government? FloodBuddy sends warnings 24 hours ahead with 99.9% accuracy, from just £4.99 a \
month. Readers of this blog can use the code KETTLE for a free first month at https://floodbuddy.example \
today.""",
    ),
    Comment(
        key="early-gutters",
        post="early-or-sure",
        name="gutterking",
        email="jobs@gutterking.example",
        perspective="public",
        hours_after=4,
        fate="spam",
        body="""\
Blocked gutters? We clear all areas, best price, no job too small. https://gutterking.example and \
https://gutterking.example/offers ring today ring now""",
    ),
    Comment(
        key="early-likely-essay",
        post="early-or-sure",
        name="EssayHelpNow",
        email="team@essayhelp.example",
        perspective="public",
        hours_after=532,
        fate="likely_spam",
        body="""\
Such a thoughtful piece about uncertainty. Students, if you need help with your assignment on flood risk, \
our writers are ready day and night at https://essayhelp.example/risk with a discount on the first order.""",
    ),
    Comment(
        key="early-waiting-radio",
        post="early-or-sure",
        name="Perpetua Lowe",
        perspective="public",
        hours_after=522,
        fate="waiting",
        body="""\
Nobody has mentioned local radio. In the last one the power was off, the mast was down, and the only thing \
that worked in our house was my late husband's wind-up set. The presenter read out the river levels every \
half an hour until it was light, and said when she did not know.""",
    ),
    Comment(
        key="early-waiting-walker",
        post="early-or-sure",
        name="Rhodri P",
        perspective="affected",
        hours_after=541,
        fate="waiting",
        body="""\
How would choosing work for somebody with no fixed number? I change mine about every three months, when the \
credit runs out.""",
    ),
)
