"""Comments on the Flood Resilience blog."""

from policyblogs.demonstration.shapes import Comment

SENSORS = (
    Comment(
        key="sensors-silent",
        post="flood-sensors",
        name="Dr Henrike Solberg",
        email="h.solberg@northvale.example",
        perspective="academic",
        organisation="Northvale University, river measurement group",
        hours_after=31,
        fate="publish",
        body="""\
A useful piece, and I am glad to see the gaps broken down by weather. May I ask how you count a sensor that \
goes silent and never comes back?

If a gap is only counted when the next reading arrives, then a sensor that is swept away has no gap at all. \
It simply leaves the data set. We made exactly this mistake in our own work some years ago, and the share \
of missing readings went up by half when we put it right.

A quick test is to count the sensors at the start and at the end of the year and see whether the missing \
ones are in your 214.""",
        official_reply="""\
Thank you. You are right, and we are sorry to have missed it. We ran your test this morning. Seventeen \
sensors were lost during the year and none of them is in the 214. We are working out how many readings that \
comes to. We will correct the table in this post, and say at the top that we did, once the press office has \
signed the new text.""",
        official_reply_by="nadia.farrow@rivers.example",
    ),
    Comment(
        key="sensors-silent-agree",
        post="flood-sensors",
        name="Gethin",
        perspective="front_line",
        organisation="Field engineer, 11 years",
        hours_after=52,
        fate="publish",
        reply_to="sensors-silent",
        body="""\
Can confirm. Two of mine went down the river in the same night and nobody rang me about either of them for \
a fortnight. From the office they looked like sensors with no faults.""",
    ),
    Comment(
        key="sensors-weed",
        post="flood-sensors",
        name="Maud Iveson",
        perspective="front_line",
        organisation="Volunteer flood warden, Kelderby",
        hours_after=44,
        fate="publish",
        body="""\
The weed is not only a June thing here. We get it again in September when the farm upstream cleans its \
ditches and everything floats down in one go.

I have told three different people over the years. Is the page of notes only for your own engineers, or \
could wardens write on it too? We are out there every time it rains hard, and we have the gauge board in \
sight from the bridge.""",
        official_reply="""\
At the moment only our engineers can write on the notes, and that was not a decision. Nobody had asked. We \
will try it with wardens on 10 sites, and Kelderby can be one of them if you are willing. Somebody from the \
team will telephone you through your parish clerk. The September weed is on the notes for your sensor now, \
with your name against it unless you would rather not.""",
        official_reply_by="ifeoma.brandt@rivers.example",
    ),
    Comment(
        key="sensors-trust",
        post="flood-sensors",
        name="",
        perspective="affected",
        hours_after=60,
        fate="publish",
        body="""\
We were flooded twice in four years. The second time the chart for our stream was a flat line all evening, \
so I went to bed. I do not look at the chart any more. I look out of the window with a torch.

I am not writing to complain. You asked who had stopped trusting a sensor, and that is the honest answer. A \
line that said "we are not sure about this reading" would have got me out of bed.""",
        official_reply="""\
We are very sorry that this happened to you, and thank you for telling us so plainly. What you describe is \
the case that we had in mind when we decided to show doubtful readings as doubtful. It should be on every \
chart by the end of the quarter, and on small streams first. If you are willing to tell us which stream, \
please use the link in the post. Nobody will publish it.""",
        official_reply_by="nadia.farrow@rivers.example",
    ),
    Comment(
        key="sensors-trust-same",
        post="flood-sensors",
        name="Petra L",
        perspective="affected",
        hours_after=66,
        fate="publish",
        reply_to="sensors-trust",
        body="""\
Same here. My neighbour has a stick with notches. It has never had a flat battery.""",
    ),
    Comment(
        key="sensors-open-data",
        post="flood-sensors",
        name="Yusuf Adler",
        email="yusuf@riverwatch.example",
        perspective="organisation",
        organisation="Riverwatch Volunteers",
        hours_after=190,
        fate="publish",
        body="""\
Could you publish the readings that failed, and not only the ones that passed? We have 60 volunteers who \
would happily look at pictures of flat lines on a wet Sunday. The method we use for sorting them is at \
https://www.example.org/riverwatch/sorting and anybody may copy it.

One request: please keep the faulty values, with a flag. Once somebody has deleted them, nobody can learn \
from them.""",
    ),
    Comment(
        key="sensors-correction-thanks",
        post="flood-sensors",
        name="Dr Henrike Solberg",
        email="h.solberg@northvale.example",
        perspective="academic",
        organisation="Northvale University, river measurement group",
        hours_after=668,
        fate="publish",
        body="""\
Thank you for the correction, and for leaving the old figures where people can see them. I shall use this \
page with my students, as an example of how it ought to be done.""",
    ),
    Comment(
        key="sensors-cost",
        post="flood-sensors",
        name="R. Okonedo-Vance",
        perspective="public",
        hours_after=212,
        fate="publish",
        body="""\
Nearly 97% sounds good until you ask what a sensor costs. The post says nothing at all about money. How \
much does the network cost each year, and how much of that goes on visits? If a visit costs more than a \
spare sensor, then you are trying the cheap ones about ten years late.""",
    ),
    Comment(
        key="sensors-neighbour",
        post="flood-sensors",
        name="Concerned",
        perspective="affected",
        hours_after=75,
        fate="decline",
        house_rule="personal_data",
        body="""\
The sensor by us is wrong because Mr Dunn at 14 Millrace Row ties his boat to it. Everybody knows. He is 81 \
and has had a stroke, so nobody likes to say anything. His number is 01632 960983 if you want to ring him \
about it.""",
    ),
    Comment(
        key="sensors-long",
        post="flood-sensors",
        name="Edmund Carrow",
        perspective="public",
        hours_after=121,
        fate="decline",
        house_rule="concise",
        body="""\
Part 4 of 11. As I said in parts 1, 2 and 3, the history of the gauge board begins long before any of the \
people on this page were born, and to understand it one has to go back to the first surveys, which I have \
read in full, and which run to some 900 pages not counting the plates.

The second survey, which I shall come to in part 6, repeats the first with small changes. I give the \
changes here in order of the page on which they stand, so that the reader may follow. Page 3: "about" for \
"near". Page 4: "near" for "about". Page 7: a comma. Page 9: the same comma, taken out again. Page 11: a \
new plate, which shows the same bridge from the other side. Page 12: "the other side" for "the far side".

None of this has to do with sensors as such, which did not exist, but it shows the care that was once \
taken. I continue on page 13 in part 5, which I will send tonight.""",
    ),
    Comment(
        key="sensors-battery-ad",
        post="flood-sensors",
        name="Best Batteries Online",
        email="deals@batteries.example",
        perspective="organisation",
        organisation="Best Batteries Online",
        hours_after=18,
        fate="spam",
        body="""\
Great blog, I really enjoy your content. Buy cheap batteries today at https://batteries.example/cheap and \
https://batteries.example/cheaper and get the second one free. Replica watches also in stock.""",
    ),
    Comment(
        key="sensors-waiting-frost",
        post="flood-sensors",
        name="Isla Penhallow",
        perspective="front_line",
        organisation="Reservoir keeper",
        hours_after=2290,
        fate="waiting",
        body="""\
On frost: we have run six of the cheap sensors through two winters at the reservoir. Four are fine. Two \
failed in the first week of ice, both where the cable enters the housing and not in the sensor itself. A \
drip loop and some grease cost less than a pound and we have had no trouble since.

I have photographs, if you can tell me where to send them.""",
    ),
)

GRANTS = (
    Comment(
        key="grants-told-you",
        post="grant-forms",
        name="Beatrix Umber",
        perspective="front_line",
        organisation="Advice worker",
        hours_after=5,
        fate="publish",
        body="""\
I was one of the people who commented at the time. I said that the ones who needed it most would stop at \
the floor plan, and I was thanked for my interest.

So it took something to write this, and I respect it. But I would like to know what happens to the people \
who gave up. There were about a thousand more than there should have been. Will anybody write to them and \
say that the form is short again? I can think of eleven who would not believe it unless it came with a name \
and a telephone number.""",
        official_reply="""\
You were right and we should have listened. Yes: we will write to everyone who started the long form and \
did not finish it, 1,674 households in all. Each letter will carry a name and a direct number. Nobody will \
have to start again, because we kept what they had filled in. If your eleven would rather be telephoned by \
you than by us, we will pay your organisation for the time.""",
        official_reply_by="tomos.gwilt@rivers.example",
    ),
    Comment(
        key="grants-told-you-letter",
        post="grant-forms",
        name="Beatrix Umber",
        perspective="front_line",
        organisation="Advice worker",
        hours_after=51,
        fate="publish",
        reply_to="grants-told-you",
        body="""\
Thank you. That is a proper answer. I will ask the eleven and come back to you.""",
    ),
    Comment(
        key="grants-tenant",
        post="grant-forms",
        name="Kofi",
        perspective="affected",
        hours_after=9,
        fate="publish",
        body="""\
Page 11 was me. I posted it to the letting agent three times. In the end I bought two flood boards with my \
own money, and when I moved out the landlord kept them.

Fifteen working days and then it goes ahead anyway is a big change for us. Please make sure that the \
landlord is told it will go ahead, because otherwise they will say that they never saw it.""",
    ),
    Comment(
        key="grants-landlord",
        post="grant-forms",
        name="M. Thackeray-Osei",
        email="m.osei@lettings.example",
        perspective="organisation",
        organisation="Harrowmere Small Landlords' Association",
        hours_after=30,
        fate="publish",
        body="""\
Most of our members have one or two properties, and would be glad to see them protected. But silence is not \
the same thing as consent. A member who is abroad or in hospital could come home to find holes drilled \
through a wall that he is responsible for.

We would accept 15 working days if the notice went by recorded post to the address on the deposit \
certificate, and if the work had to be put right where it was done badly. Has either of these been \
considered?""",
        official_reply="""\
Both are good points. The notice will go by recorded post, to the address on the deposit certificate and to \
the agent as well if there is one. Bad work is covered already, because the installer has to insure it for \
10 years, but the form does not say so. It will. We had not thought about owners who are in hospital, and \
will look at how other schemes deal with it.""",
        official_reply_by="tomos.gwilt@rivers.example",
    ),
    Comment(
        key="grants-evidence",
        post="grant-forms",
        name="Dr Anselm Roe",
        perspective="academic",
        organisation="Centre for Household Decisions, Wadebank",
        hours_after=98,
        fate="publish",
        body="""\
I welcome the candour, but would be careful with the table. The two forms were in use in different years. \
The second was the drier of the two in most of your area, and people apply, and finish applying, when the \
memory is fresh. Some of the fall may be the weather.

It would have been better to give half of the applicants one form and half the other. It still would be. If \
you return to 6 pages everywhere at once you will not learn from that either. Could 1 area in 5 go \
first?""",
        official_reply="""\
Thank you. We did check for rain, and it explains about a tenth of the fall, but the post should have said \
so. We talked about letting some areas go first. We decided that we could not defend keeping anybody on a \
form which we believe puts them off. We can do it for the surveyors' visits, where we are less sure, and \
will publish the plan before they begin.""",
        official_reply_by="tomos.gwilt@rivers.example",
    ),
    Comment(
        key="grants-short",
        post="grant-forms",
        name="",
        perspective="public",
        hours_after=12,
        fate="publish",
        body="""\
Never thought I would read this from a ministry. Good.""",
    ),
    Comment(
        key="grants-party",
        post="grant-forms",
        name="Tired of it",
        perspective="public",
        hours_after=14,
        fate="decline",
        house_rule="party_politics",
        body="""\
This is what you get with the lot who are in power now. The other side would never have let it happen, and \
everyone reading this knows how to vote in May. Get them out, and tell your friends.""",
    ),
    Comment(
        key="grants-rude",
        post="grant-forms",
        name="Straight Talker",
        perspective="affected",
        hours_after=21,
        fate="decline",
        house_rule="respectful",
        body="""\
The author of this should be ashamed to show his face. People like him have never done a day's work, could \
not fill in a form if their life depended on it, and write this sort of thing so that we will all pat them \
on the head. Pathetic man. I hope that his house floods.""",
    ),
    Comment(
        key="grants-waiting-interpreter",
        post="grant-forms",
        name="Amrit Sandhu-Lowe",
        email="amrit@riversidefoodbank.example",
        perspective="organisation",
        organisation="Riverside Food Bank",
        hours_after=995,
        fate="waiting",
        body="""\
Six pages is better than 14, but both are in English. Of the 40 families we know who were flooded, 13 would \
need somebody to read it to them.

We do not need it translated into everything. A telephone line with an interpreter would do, if the number \
were on page 1 and not on page 6.""",
    ),
)

FLOOD_COMMENTS = SENSORS + GRANTS
