"""Comments on the Parks and Allotments blog."""

from policyblogs.demonstration.shapes import Comment

VOICES = (
    Comment(
        key="lists-secretary",
        post="waiting-lists",
        name="Mungo Fairweather",
        perspective="front_line",
        organisation="Secretary, Saltwick Lane Allotment Society",
        hours_after=20,
        fate="publish",
        body="""\
I have kept our list for 14 years, in a ledger and then on a computer and now in the ledger again. Writing \
once a year sounds cheap. It is 212 stamps, and I lick them.

The other thing is that a good many of my 220 "did not answer" did answer. They answered late, after their \
28 days, and by then the plot had gone to the next one down. I know because they ring me at tea time.""",
        official_reply="""\
We had counted those as people who did not answer, and that was wrong of us. Nine of the 40 societies kept a \
note of late answers. Going by those, about 50 of our 220 would be late and not silent. The figures now say \
so. On stamps: is there anything that would make it less work for you, short of a computer?""",
        official_reply_by="silas.wetherell@places.example",
    ),
    Comment(
        key="lists-secretary-stamps",
        post="waiting-lists",
        name="Mungo Fairweather",
        perspective="front_line",
        organisation="Secretary, Saltwick Lane Allotment Society",
        hours_after=71,
        fate="publish",
        reply_to="lists-secretary",
        body="""\
Yes, there is. A grandson.""",
    ),
    Comment(
        key="lists-refused",
        post="waiting-lists",
        name="Xanthe Morrow",
        perspective="affected",
        hours_after=38,
        fate="publish",
        body="""\
I am one of the 140. Five years on the list, and then a photograph of brambles as high as the shed. I am 63. \
I said no and was told that I had gone to the bottom.

That last part is not in your table. In how many places does saying no once put you back to the end? If I \
had known it I would have said yes and given up in June, like everyone else does.""",
        official_reply="""\
In 26 of the 40. In 9 you may say no once, and in 5 as often as you like. We had the answer in our notes and \
did not see that it mattered. It may explain part of what happens next: in the 26, one new plot in 4 is \
given up within a year, and in the other 14 it is one in 9. We have added this to the post's figures.""",
        official_reply_by="adaeze.thornby@places.example",
    ),
    Comment(
        key="lists-refused-same",
        post="waiting-lists",
        name="",
        perspective="affected",
        hours_after=64,
        fate="publish",
        reply_to="lists-refused",
        body="""\
I said yes to the brambles. Gave up in June.""",
    ),
    Comment(
        key="lists-survey",
        post="waiting-lists",
        name="Dr Perpetua Langstrom",
        email="p.langstrom@ashwell.example",
        perspective="academic",
        organisation="Institute for Land and Food, Ashwell University",
        hours_after=90,
        fate="publish",
        body="""\
A pleasure to see a list treated as what statisticians call a leaky queue. There are standard ways to \
estimate a wait when people leave unseen. You need three numbers from each site: joins in a year, plots that \
fall free in a year, and the share who have gone when their turn comes. Your third suggestion uses the first \
two already.

With your 1,000 names I get a middle wait of 3.5 years for those who stay to the end. I would not trust it \
to better than a year either way.""",
        official_reply="""\
We had been calling it "a bucket with holes", so thank you for the proper name. We asked each site for the 3 \
numbers and 33 have them. Would you look over a one-page sheet that lets a secretary work out the estimate \
with a pencil? We would put your name on it, and your warning.""",
        official_reply_by="silas.wetherell@places.example",
    ),
    Comment(
        key="lists-councillor",
        post="waiting-lists",
        name="Cllr Peregrine Oduya",
        email="peregrine.oduya@holmvale.example",
        perspective="elected_representative",
        organisation="Clerk's committee, Holm Vale Parish Council",
        hours_after=130,
        fate="publish",
        body="""\
We are one of the seven that take only parishioners. The rule dates from when the field was given to us. I \
raised it last week and was told that the deed requires it. I have now read the deed. It does not mention \
the parish. It mentions sheep.""",
        official_reply="""\
This made our week. Would your council be willing to share the page of the deed? Two of the other 6 have \
told us that their rule comes from a deed as well, and neither has looked at it lately.""",
        official_reply_by="bethan.okafor-reid@places.example",
    ),
    Comment(
        key="lists-renting",
        post="waiting-lists",
        name="Kerensa",
        perspective="affected",
        hours_after=210,
        fate="publish",
        body="""\
I rent. I have had five addresses in six years and joined a list at each. I am on all of them and will never \
get to the top of one. Could the years that I have waited come with me?""",
    ),
    Comment(
        key="lists-age",
        post="waiting-lists",
        name="Jago",
        perspective="public",
        hours_after=52,
        fate="decline",
        house_rule="age",
        body="""\
Im 12 and I want an allotment for pumpkins. The man said you have to be 18. I didnt tell anyone I was \
writing this.""",
    ),
    Comment(
        key="lists-seeds",
        post="waiting-lists",
        name="Seeds4U",
        perspective="public",
        hours_after=8,
        fate="spam",
        body="""\
MIRACLE SEEDS grow 10 x bigger guaranteed, doctors hate them, order now https://seeds4u.example/order and \
https://seeds4u.example/win""",
    ),
    Comment(
        key="trees-named",
        post="fewer-trees",
        name="Thelma Oyekan",
        perspective="affected",
        hours_after=12,
        fate="publish",
        body="""\
Mine is called Gerald. You can write that down. He has had two buckets a week for three summers, apart from \
one week when my hip was done, and then number 40 did it.

He was leaning, because of the stake. I took it out myself in the end. I hope that is allowed.""",
        official_reply="""\
It is allowed, and you did what we should have paid somebody to do. About 300 trees were rubbed by stakes \
that nobody took out. We have asked your council whether people who look after a tree may remove the stake \
after the second winter. They said that they had assumed you already did.""",
        official_reply_by="adaeze.thornby@places.example",
    ),
    Comment(
        key="trees-renters",
        post="fewer-trees",
        name="Dashiell Kone",
        email="dash@eastholmrenters.example",
        perspective="organisation",
        organisation="Renters' Union, Eastholm",
        hours_after=29,
        fate="publish",
        body="""\
Thank you for writing the paragraph about streets where people move often. It is usually left out. But "few \
trees were adopted" makes it sound as though renters do not care for trees. I have moved four times in three \
years. I did not adopt a tree because each time the card came through the door it was addressed to "the \
owner".""",
        official_reply="""\
We checked, and you are right about the card in 3 of the 5 councils. We had drawn a conclusion about people \
from something that was true of an envelope. The next round will say "to whoever lives here", and the card \
will go out every spring and not once. We will report whether that makes a difference, and have added a note \
to the post's data.""",
        official_reply_by="adaeze.thornby@places.example",
    ),
    Comment(
        key="trees-renters-hmo",
        post="fewer-trees",
        name="",
        perspective="affected",
        hours_after=55,
        fate="publish",
        reply_to="trees-renters",
        body="""\
Five of us in our house, one letterbox, no card.""",
    ),
    Comment(
        key="trees-contractor",
        post="fewer-trees",
        name="Gwilym Pask",
        perspective="front_line",
        organisation="Waters street trees, night shift",
        hours_after=47,
        fate="publish",
        body="""\
Fourteen visits a summer is what is in the contract. It is the wrong way to write it. In a wet July I am \
paid to pour water on a puddle. In a dry May I am not there yet. Pay us for keeping the soil damp at a \
hand's depth and let us work out when. I carry a stick for it.""",
        official_reply="""\
We asked 3 other contractors whether they could be paid in that way. Two said yes at once, and one asked who \
would check. Do you mean that you push the stick in and look at it? If so, could a warden do the same on one \
tree in 20? We would like to try it in 2 places next summer.""",
        official_reply_by="silas.wetherell@places.example",
    ),
    Comment(
        key="trees-contractor-stick",
        post="fewer-trees",
        name="Gwilym Pask",
        perspective="front_line",
        organisation="Waters street trees, night shift",
        hours_after=102,
        fate="publish",
        reply_to="trees-contractor",
        body="""\
Yes. A bit of dowel. If it comes out clean it wants water. One in twenty would keep anyone honest.""",
    ),
    Comment(
        key="trees-weather",
        post="fewer-trees",
        name="Dr Sunita Marchetti-Wynne",
        perspective="academic",
        organisation="Urban Ecology, Ashwell University",
        hours_after=80,
        fate="publish",
        body="""\
You write that wet summers explain "between a tenth and a half of the difference". That is our estimate, and \
I am grateful that you gave the whole range and not the middle. May I add one thing which the post leaves \
out? We could only work it out because four of the twelve councils had kept records of the trees that died. \
The other eight kept records of trees.""",
    ),
    Comment(
        key="trees-fraud",
        post="fewer-trees",
        name="Whistle",
        perspective="public",
        hours_after=33,
        fate="decline",
        house_rule="unlawful",
        body="""\
The firm that faked the visits is Northgreen of Mill Road and its director is a thief who has done the same \
in three other towns. His trial starts on Monday and he is guilty as sin. The jury should read this.""",
    ),
    Comment(
        key="trees-swearing",
        post="fewer-trees",
        name="Done with it",
        perspective="affected",
        hours_after=70,
        fate="decline",
        house_rule="offensive",
        body="""\
You cut down a bloody beautiful lime outside my house and stuck a dead twig in a bag. Stick your f****** \
twig where it came from, you useless shower of b*******.""",
    ),
    Comment(
        key="gates-nurse",
        post="park-gates",
        name="Solveig Marsh",
        perspective="front_line",
        organisation="Night sister",
        hours_after=7,
        fate="publish",
        body="""\
I may be your nurse, or there are two of us. Nine minutes through and 25 round is about right. What I would \
like to add is that I do not feel safe in the park at 11 at night either. I choose it because I can see all \
the way across it, and on the road I cannot see past the parked vans.

So the question is not locked or open. It is whether I can see.""",
        official_reply="""\
Thank you. "Whether I can see" is now the first thing that we shall ask about in any place where the hours \
change. We had been asking about lamps, which is not the same. We went to look at your kind of road. The \
vans are the reason that people cross.""",
        official_reply_by="adaeze.thornby@places.example",
    ),
    Comment(
        key="gates-keyholder",
        post="park-gates",
        name="Florian Stubbs",
        perspective="front_line",
        organisation="Park warden, 22 years",
        hours_after=21,
        fate="publish",
        body="""\
I have held the keys of three parks. What they are locked against is people's idea of what would happen. In \
22 years I have turned out two lads with a motorbike, a wedding and a great many courting couples. When one \
park lost its gates in a storm, nothing changed but my bedtime.

I will say one thing for locking. Walking round to do it means that somebody has looked in every corner once \
a day.""",
        official_reply="""\
That last sentence is in none of the 4 studies. If the good of locking up comes from the walk and not from \
the lock, it could be tested: the same round, with the gates left open. One council has said that it might \
try. May we ring you before they draw it up?""",
        official_reply_by="bethan.okafor-reid@places.example",
    ),
    Comment(
        key="gates-bedroom",
        post="park-gates",
        name="Araminta Crewe",
        perspective="affected",
        hours_after=44,
        fate="publish",
        body="""\
I am the sort of person who lives beside the gate. Before it was locked there were engines until two in the \
morning, three nights a week, under the room where my children sleep. It was reported for four years. Then \
it was locked and it stopped.

I have every sympathy with people who walk home late. I would only ask that whoever counts how many pass \
through also counts who lies awake.""",
    ),
    Comment(
        key="gates-bedroom-barrier",
        post="park-gates",
        name="Idris Vane",
        perspective="public",
        hours_after=68,
        fate="publish",
        reply_to="gates-bedroom",
        body="""\
Would a barrier that stops engines and lets people on foot through have done the same for you? Ours has had \
one for ten years. It is awkward with a pram, and that is the only complaint I know of.""",
    ),
    Comment(
        key="gates-chair",
        post="park-gates",
        name="Lettice Brandon-Oke",
        perspective="affected",
        hours_after=90,
        fate="publish",
        body="""\
Please be careful with barriers. The one which "stops engines" stops me as well. I use a powered chair and I \
have measured 11 parks. I can get into four.""",
    ),
    Comment(
        key="gates-leaflet",
        post="park-gates",
        name="Hubert",
        perspective="public",
        hours_after=140,
        fate="publish",
        body="""\
You will be getting a lot of the same letter. A leaflet came round with the words on it. I agree with most \
of them and did not send it, because they are not mine. I have never walked home at 11 at night. The people \
who have should be heard, and I am not sure that they are the ones who got the leaflet.""",
    ),
    Comment(
        key="gates-rude",
        post="park-gates",
        name="Sid",
        perspective="public",
        hours_after=160,
        fate="decline",
        house_rule="respectful",
        body="""\
Anybody who copies out a leaflet is a sheep and the woman who wrote the leaflet is the stupidest person in a \
stupid town. I have met her. Baa.""",
    ),
    Comment(
        key="gates-late-college",
        post="park-gates",
        name="Dr Aurelio Finch",
        email="a.finch@eastholm.example",
        perspective="academic",
        organisation="Criminology, Eastholm University",
        hours_after=372,
        fate="waiting",
        body="""\
Of your four studies, the two that found fewer complaints both began after an unusually bad summer. \
Complaints tend to fall after such a summer, whatever is done. I would set them aside, and then you have two \
that disagree.""",
    ),
    Comment(
        key="gates-waiting-bats",
        post="park-gates",
        name="Marguerite Lisle",
        email="bats@valebats.example",
        perspective="organisation",
        organisation="Vale Bat Group",
        hours_after=524,
        fate="waiting",
        body="""\
Nobody has mentioned lamps and bats. If the answer is to light a path, please light it low and amber, and \
from one side. We can lend a detector.""",
    ),
    Comment(
        key="gates-likely-locks",
        post="park-gates",
        name="AutoGate Solutions",
        email="info@autogate.example",
        perspective="organisation",
        organisation="AutoGate Solutions",
        hours_after=530,
        fate="likely_spam",
        body="""\
Tired of paying for a van? AutoGate closes any park gate from an app. See prices at \
https://autogate.example/parks and claim your free survey this week.""",
    ),
)

CAMPAIGN_GREETINGS = ("Dear team,", "Hello,", "To whom it may concern,", "Good evening,", "Dear all,")
CAMPAIGN_TEXT = """\
{greeting}

I am writing about your second question. Please keep the gates of {place} open at night. People who work \
late need a straight way home that they know, and a locked gate sends them round by roads with no pavement. \
The money that is spent on locking up would pay for lamps along the main path. Please ask those who walk \
home before any gate is locked.

{ending}"""
CAMPAIGN_SENDERS = (
    ("Alma Reddish", "Larkfield Park", "I finish at 10 most nights."),
    ("Boris Tennant-Wu", "Larkfield Park", "Thank you for asking."),
    ("Clementine Ash", "Mill Meadow", "My daughter comes home that way from the hospital."),
    ("Dermot Y", "Larkfield Park", "Yours faithfully"),
    ("Effie Sandoval", "our park", "I have walked it for 30 years and never had any trouble."),
    ("F. Ibekwe", "Larkfield Park", "I clean offices and nobody ever asks us."),
    ("Cosima Wells", "Canal Gardens", "I deliver papers at 5 in the morning and it is shut then too."),
    ("Hamza Lorimer", "Mill Meadow", "The road round is not lit either."),
    ("Iona", "Larkfield Park", ""),
    ("Jarvis Mbeki-Holt", "Larkfield Park", "I drive the last bus and I see them walking round."),
    ("Kitty Amberson", "Larkfield Park", "I am sending this for my husband, who is at work."),
    ("Leopold Sze", "Canal Gardens", "I would be happy to talk to somebody about it."),
    ("Minnie Carrick", "our park", "Yours faithfully"),
    ("Nathaniel Oyston", "Larkfield Park", "I cycle and the road is worse for that as well."),
    ("Oriel Banks", "Mill Meadow", "Thank you."),
    ("P. Dunmore", "Larkfield Park", "We all signed one of these at the launderette."),
    ("Queenie Fosdyke", "Larkfield Park", "I am too old to walk round."),
    ("Ravi Stonehouse", "Larkfield Park", "I work in the kitchen at the Bell."),
    ("Sabine Okoro", "Canal Gardens", ""),
    ("Thaddeus Prill", "Larkfield Park", "I have put my name so that you can see I am a real person."),
    ("Ursula", "Mill Meadow", "There are eleven of us on my shift and we all come through together."),
    ("Vikram Eastaugh", "Larkfield Park", "The gate was shut on me twice last month."),
    (
        "Winifred Lamb",
        "Larkfield Park",
        "I do not walk there at night but I think that others should be able to.",
    ),
    ("Xavier Poole", "our park", "Please write back."),
    ("Yolanda Tripp", "Larkfield Park", "My son is 17 and works late on Fridays."),
    ("Zeke Armitage-Lowe", "Larkfield Park", "I have only just heard about this."),
    ("Annis Corey", "Mill Meadow", "I hope that it is not too late to write."),
    ("Barnaby Oduro", "Larkfield Park", ""),
    ("Gudrun Palethorpe", "Canal Gardens", "Please listen."),
    ("Dorothea Hume", "Larkfield Park", "Yours faithfully"),
)
CAMPAIGN_PERSPECTIVES = ("affected", "public", "affected", "front_line")
CAMPAIGN_DECIDED = 25
"""So many of the campaign's comments were published; the rest are waiting."""

CAMPAIGN_ANSWERED = 23
CAMPAIGN_ANSWER = """\
Thank you, and thanks to everybody at the launderette. We have had this letter from a number of people, and \
we have read each copy for what its sender added. Two things in the additions are new to us: the gates are \
shut at 5 in the morning as well, and people come through in groups when a shift ends. Both are now in what \
we would count. We have no proposal to lock or to open any park, and the hours of yours are for its council. \
If you can tell us which gate and at what time, that helps most."""


def campaign_comment(number: int) -> Comment:
    """Return one sender's copy: the common text, with what that person changed."""
    name, place, ending = CAMPAIGN_SENDERS[number]
    is_decided, is_answered = number < CAMPAIGN_DECIDED, number == CAMPAIGN_ANSWERED
    greeting = CAMPAIGN_GREETINGS[number * 3 % len(CAMPAIGN_GREETINGS)]
    return Comment(
        key=f"gates-campaign-{number + 1:02}",
        post="park-gates",
        name=name,
        perspective=CAMPAIGN_PERSPECTIVES[number % len(CAMPAIGN_PERSPECTIVES)],
        hours_after=100 + 4 * number + number % 3 if is_decided else 520 + 5 * (number - CAMPAIGN_DECIDED),
        fate="publish" if is_decided else "waiting",
        body=CAMPAIGN_TEXT.format(greeting=greeting, place=place, ending=ending).strip(),
        official_reply=CAMPAIGN_ANSWER if is_answered else "",
        official_reply_by="bethan.okafor-reid@places.example" if is_answered else "",
    )


PARKS_COMMENTS = VOICES + tuple(campaign_comment(number) for number in range(len(CAMPAIGN_SENDERS)))
