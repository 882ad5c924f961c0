"""Comments on the Street Markets blog."""

from policyblogs.demonstration.shapes import Comment

MARKETS_COMMENTS = (
    Comment(
        key="pitches-fish",
        post="empty-pitches",
        name="Agnieszka Dole",
        perspective="front_line",
        organisation="Fish, Thursdays and Saturdays",
        hours_after=10,
        fate="publish",
        body="""\
Your figure for both sides empty is about right for me. What you do not have is the wind. When the stalls \
beside mine are gone the wind comes straight across the ice and I have to cover up, and then nobody can see \
what I have. Two gaps cost me more in February than in June. Did they look at that?""",
        official_reply="""\
The university looked again with the wind speed from the nearest weather station. On calm days a trader with \
2 gaps takes 85 against 100. On windy days it is 74. So you are right, and it is a larger part of the whole \
than we would have thought. They will put it in their paper and have asked whether they may thank you by \
name.""",
        official_reply_by="silas.wetherell@places.example",
    ),
    Comment(
        key="pitches-fish-crates",
        post="empty-pitches",
        name="Ozias",
        perspective="front_line",
        organisation="Cheese, same market",
        hours_after=33,
        fate="publish",
        reply_to="pitches-fish",
        body="""\
We stack our crates in the gap on her windy side. It helps. It is against clause 9.""",
    ),
    Comment(
        key="pitches-manager",
        post="empty-pitches",
        name="Hephzibah Lunt",
        email="h.lunt@ashwellmarkets.example",
        perspective="front_line",
        organisation="Market manager, 12 years",
        hours_after=28,
        fate="publish",
        body="""\
You have put your finger on it: the middle row belongs to nobody. I am judged on the first row. If I let a \
gap for £5 on the day, my income for that pitch goes down on paper, because the £5 is set against a rent \
that nobody was paying. I have tried to explain this upstairs.

If you could say somewhere, in a sentence I can print, that a pitch let cheaply is not a pitch let at a \
loss, I would frame it.""",
        official_reply="""\
Here is one. "At these 22 markets, a pitch that was let for £5 on the day cost nothing in rent and brought \
the stalls beside it about £31." Please print the footnote as well: it is an average, for days when the \
pitch would otherwise have been empty. We are talking with 2 councils about how they show it in their \
accounts.""",
        official_reply_by="yasmin.crowhurst@places.example",
    ),
    Comment(
        key="pitches-economist",
        post="empty-pitches",
        name="Dr Thornton Adeyinka",
        email="t.adeyinka@northvale.example",
        perspective="academic",
        organisation="Applied Economics, Northvale University",
        hours_after=52,
        fate="publish",
        body="""\
"Days with the same weather" is a start. A better test is to find days when a pitch was empty for a reason \
that had nothing to do with trade: a van that broke down, a wedding, a broken wrist. Market managers usually \
know. If the neighbours lose as much on those days, then it is the gap.""",
        official_reply="""\
This is a fine idea and it turns out that we can do it. Three managers keep a note of why somebody did not \
come. There are 96 such days. On those the neighbours' takings are 95 against 100 with one gap, so about two \
thirds of the effect holds up. We will say so in the post when it is next revised.""",
        official_reply_by="silas.wetherell@places.example",
    ),
    Comment(
        key="pitches-awning",
        post="empty-pitches",
        name="",
        perspective="affected",
        hours_after=75,
        fate="publish",
        body="""\
My dad would have said the same about the awning. We lost the pitch when he died and the man who has it now \
still gets asked.""",
    ),
    Comment(
        key="pitches-shopper",
        post="empty-pitches",
        name="Lowri Castell",
        perspective="public",
        hours_after=99,
        fate="publish",
        body="""\
From the other side of the stall: I stop going when I cannot be sure that the egg man will be there. It is \
not gaps as such. It is not knowing. A list on a board of who is coming on Saturday would bring me back.""",
        official_reply="""\
Two of the 3 markets in the trial will put up a board from next month. Traders were against it at first, \
since a name on a board is a promise. They have agreed to "hopes to come", which we rather like.""",
        official_reply_by="lorcan.mistry@places.example",
    ),
    Comment(
        key="pitches-books",
        post="empty-pitches",
        name="",
        perspective="front_line",
        organisation="Trader",
        hours_after=130,
        fate="publish",
        body="""\
We are one of the 31. Rent went up nine weeks after the last time. You called it a reasonable thing to \
remember. It was decent of you to print that.""",
    ),
    Comment(
        key="pitches-gazebo",
        post="empty-pitches",
        name="GazeboKing",
        email="king@gazebo.example",
        perspective="organisation",
        organisation="GazeboKing",
        hours_after=41,
        fate="decline",
        house_rule="promotion",
        body="""\
Empty pitches look sad but a GazeboKing pop-up looks great. Full range for traders, finance available, see \
our page or come to our shop on the Eastholm Road. Mention this blog for a free set of weights.""",
    ),
    Comment(
        key="pitches-coins",
        post="empty-pitches",
        name="Coin Profits",
        perspective="public",
        hours_after=3,
        fate="spam",
        body="""\
I made £4,000 in a week from home and so can you. No stall needed. Message me at \
https://coinprofits.example/join before midnight.""",
    ),
    Comment(
        key="form-curd",
        post="one-form",
        name="Hyacinth Brook",
        perspective="front_line",
        organisation="Lemon curd, 31 markets",
        hours_after=9,
        fate="publish",
        body="""\
I am the woman with the folder. I should like it to be known that I told you in the first month that it was \
not the forms, it was the dates. Every market wants its form back in the same two weeks of January. \
Thirty-one forms over a year is a form every twelve days, and I could do that while the pans are on.""",
        official_reply="""\
We have looked in the notes of the first month and you did. It is on page 2. We wrote "prefers to spread out \
the work" and moved on. We have now asked the 14 markets that will accept the page of facts whether they \
could also take forms all year round. Five can from next year. I am sorry that it took a folder and 2 \
years.""",
        official_reply_by="yasmin.crowhurst@places.example",
    ),
    Comment(
        key="form-curd-dates",
        post="one-form",
        name="Caradoc",
        perspective="front_line",
        organisation="Olives",
        hours_after=36,
        fate="publish",
        reply_to="form-curd",
        body="""\
The dates. Yes. I have filled in forms on Boxing Day.""",
    ),
    Comment(
        key="form-new",
        post="one-form",
        name="Suda Wray",
        perspective="affected",
        organisation="Started this year",
        hours_after=24,
        fate="publish",
        body="""\
I was one of the 107. I will be honest, the long form frightened me. I did not know what "public liability" \
was and I thought that it meant I was liable to the public. I nearly stopped there.

Nobody to ask should be first on your list. A lady from the next stall explained it in one minute. Pay \
her.""",
        official_reply="""\
We would like to. Two of the markets are going to try it: an experienced trader who is paid for an hour each \
week to answer whatever a newcomer asks. May we borrow "I thought that it meant I was liable to the public" \
for the poster? It will tell people that they are not the only one.""",
        official_reply_by="lorcan.mistry@places.example",
    ),
    Comment(
        key="form-slope",
        post="one-form",
        name="Mauricio Heald",
        perspective="front_line",
        organisation="Manager of the market on the slope",
        hours_after=47,
        fate="publish",
        body="""\
The braking question is there because of 2009. I will not go into 2009.""",
    ),
    Comment(
        key="form-insurer",
        post="one-form",
        name="Constance Abiola-Grant",
        email="c.abiola-grant@smallinsurers.example",
        perspective="organisation",
        organisation="Association of Small Insurers",
        hours_after=80,
        fate="publish",
        body="""\
On insurance by the day: the difficulty is not the risk. It is that a policy costs us about £11 to write, \
whether it lasts for a day or a year. If a market took out one policy for all of its pitches and let \
newcomers join it by the day, nobody would have to write anything. There are fairs which do this. I am \
surprised that markets do not.""",
        official_reply="""\
We did not know that fairs do it, and neither did the 2 insurers that we are talking with. May we bring you \
together with them? If it works, it would be an agreement between markets and insurers, with no part in it \
for us but the introductions. We will write about whatever comes of it.""",
        official_reply_by="yasmin.crowhurst@places.example",
    ),
    Comment(
        key="form-professor",
        post="one-form",
        name="Professor Odile Ramsbottom-Iyer",
        perspective="academic",
        organisation="Design for Public Services, Eastholm University",
        hours_after=101,
        fate="publish",
        body="""\
It is rare to see the fourth attempt reported as well as the first. Most tests of forms stop at the first, \
and would have told you to drop this one. Testing only with regular users would have told you to keep it. \
You had both, and they point in opposite directions, so the honest conclusion is that there are two kinds of \
applicant and there should be two ways in. I shall be using this table in lectures.""",
    ),
    Comment(
        key="form-money",
        post="one-form",
        name="R. Tunnicliffe",
        perspective="public",
        hours_after=120,
        fate="publish",
        body="""\
£86,000 on a form nobody will use. I know that you own up to it, and I am glad, and it is still £86,000. \
Where is the page that says what is being looked at now and will be stopped after three months if it does \
not work?""",
        official_reply="""\
There was no such page, and there is now one for markets: https://www.example.org/markets-trials. It lists 4 \
trials, what each has cost so far, and the date on which we will decide whether to go on. We brought 2 of \
those dates forward while writing it.""",
        official_reply_by="yasmin.crowhurst@places.example",
    ),
    Comment(
        key="form-money-fair",
        post="one-form",
        name="",
        perspective="public",
        hours_after=146,
        fate="publish",
        reply_to="form-money",
        body="""\
Fair answer. I will hold you to the dates.""",
    ),
    Comment(
        key="form-third",
        post="one-form",
        name="Ephraim",
        perspective="front_line",
        organisation="Repairs clocks",
        hours_after=170,
        fate="publish",
        body="""\
I am a third kind. I never sent the form back.""",
    ),
    Comment(
        key="form-data",
        post="one-form",
        name="Cross trader",
        perspective="affected",
        hours_after=31,
        fate="decline",
        house_rule="personal_data",
        body="""\
The manager who turned me down is Lynda Farrar, 07700 900123, 3 Bell Court, and she has a bad back so she is \
always in. Give her a call and ask why.""",
    ),
    Comment(
        key="form-party",
        post="one-form",
        name="Plain Speaker",
        perspective="public",
        hours_after=58,
        fate="decline",
        house_rule="party_politics",
        body="""\
Typical of this government, and the opposition would be worse. Vote for the independents in the Vale \
by-election on the 12th, they have a policy on markets, leaflets at my stall.""",
    ),
    Comment(
        key="form-boss",
        post="one-form",
        name="Office of the Permanent Secretary",
        perspective="organisation",
        organisation="Department for Local Places",
        hours_after=66,
        fate="decline",
        house_rule="impersonation",
        body="""\
This is to confirm that the single form has been reinstated and is compulsory from Monday. Traders who do \
not send it in will lose their pitches. Signed on behalf of the department.""",
    ),
    Comment(
        key="form-watches",
        post="one-form",
        name="Luxury Watches",
        perspective="public",
        hours_after=14,
        fate="spam",
        body="""\
Best copy watches 80% off. Same day delivery. https://watches.example/deal""",
    ),
    Comment(
        key="form-waiting-page",
        post="one-form",
        name="Fenella Strang",
        perspective="front_line",
        organisation="Market manager",
        hours_after=2058,
        fate="waiting",
        body="""\
We said that we would accept the page of facts. Seven traders have used it so far. Four of the seven had \
left out the date on which their insurance ends. Could the page ask for it in larger type?""",
    ),
    Comment(
        key="form-waiting-lists",
        post="one-form",
        name="",
        perspective="affected",
        hours_after=2070,
        fate="waiting",
        body="""\
The list of free places has said "updated weekly" for five weeks.""",
    ),
    Comment(
        key="form-likely-forms",
        post="one-form",
        name="FormFlow",
        email="team@formflow.example",
        perspective="organisation",
        organisation="FormFlow",
        hours_after=2064,
        fate="likely_spam",
        body="""\
Loved this post. FormFlow turns any paper form into a smart workflow in minutes, trusted by leading brands. \
Start free at https://formflow.example/gov today.""",
    ),
    Comment(
        key="stall-receipts",
        post="first-stall",
        name="Blodwen Achebe",
        perspective="affected",
        organisation="Cut flowers",
        hours_after=20,
        fate="publish",
        body="""\
I think I am the handcart. It was £262 and then the wheel came off, which was £18. I did not bring that \
receipt.""",
        official_reply="""\
We have put the wheel in. You are still the lowest, by £40.""",
        official_reply_by="yasmin.crowhurst@places.example",
    ),
    Comment(
        key="stall-kite",
        post="first-stall",
        name="Percival Nkemelu",
        perspective="front_line",
        organisation="Trading for 30 years",
        hours_after=66,
        fate="publish",
        body="""\
Tell them about weights. Everybody buys the stall and nobody buys the weights. A gazebo with no weights is a \
kite.""",
    ),
    Comment(
        key="stall-weights",
        post="first-stall",
        name="",
        perspective="public",
        hours_after=92,
        fate="publish",
        reply_to="stall-kite",
        body="""\
Mine is in the canal.""",
    ),
    Comment(
        key="stall-bins",
        post="first-stall",
        name="Marlene",
        perspective="public",
        hours_after=110,
        fate="decline",
        house_rule="on_topic",
        body="""\
Since you are the council, when will you be emptying the brown bins in Fosse Lane? It has been three weeks \
and I have photographs.""",
    ),
)
