"""More comments on the Flood Resilience blog: warnings and the people who pass them on."""

from policyblogs.demonstration.shapes import Comment

WORDS = (
    Comment(
        key="words-trick",
        post="warning-words",
        name="Mr Penrose",
        perspective="affected",
        hours_after=5,
        fate="publish",
        body="""\
I am the one who thought that it was a trick, or somebody very like me. Six words are better than none, but \
a burglar can type six words. Put the same words on a card through my door once a year, with the number that \
you will ring from. Then I can hold the one against the other.""",
    ),
    Comment(
        key="words-dyslexia",
        post="warning-words",
        name="Sunita Bray",
        perspective="affected",
        hours_after=18,
        fate="publish",
        body="""\
I am dyslexic and I got all the way to the end. I have never done that with anything from a government. The \
two street names in the first line are what did it. I looked for mine, found it, and read on.""",
        official_reply="""\
Thank you. We had put the street names first to save words and had not thought of them as a reason to read \
on. There is a catch: some warnings cover 60 streets. We are trying a version that names only the streets \
near the person who gets it, and will test that one with people who find reading hard. Would you take part? \
The link in the post reaches us.""",
        official_reply_by="nadia.farrow@rivers.example",
    ),
    Comment(
        key="words-gas",
        post="warning-words",
        name="Gas engineer",
        perspective="front_line",
        hours_after=43,
        fate="publish",
        body="""\
"Turn off gas and electricity if water is close." A lot of people do not know where. Three quarters of the \
call-outs that I had in the last flood were to show somebody a tap under their own stairs. "Find the taps \
today" is only four more words.""",
    ),
    Comment(
        key="words-length",
        post="warning-words",
        name="Dr Piers Malloy-Danso",
        perspective="academic",
        organisation="Northvale University, psychology",
        hours_after=66,
        fate="publish",
        body="""\
The fall at 20 words is interesting, but with 40 people for each length the difference between 75% and 65% \
is well within chance. I would not hang "up to a point" on it. The rest of the curve is convincing.""",
        official_reply="""\
You are right. We have gone back to it: 30 people out of 40 against 26, which is nothing to build on. The \
heading says more than we know. We still believe it for the reason in the text, that there was no room to \
say what to move, but that is an opinion. We will test 20, 30 and 40 words again with more people before we \
say so again.""",
        official_reply_by="nadia.farrow@rivers.example",
    ),
    Comment(
        key="words-length-thanks",
        post="warning-words",
        name="Dr Piers Malloy-Danso",
        perspective="academic",
        organisation="Northvale University, psychology",
        hours_after=114,
        fate="publish",
        reply_to="words-length",
        body="""\
A proper answer. If you have 200 people for each length, I shall eat the heading.""",
    ),
    Comment(
        key="words-recorded",
        post="warning-words",
        name="Peg",
        perspective="affected",
        hours_after=139,
        fate="publish",
        body="""\
I cannot see the screen any more, so mine is read out. "01632" comes out as one million six hundred and \
something. Put spaces in it.""",
    ),
    Comment(
        key="words-fool",
        post="warning-words",
        name="Taxpayer",
        perspective="public",
        hours_after=21,
        fate="decline",
        house_rule="respectful",
        body="""\
It takes a whole department to make a sentence shorter. My dog could have done it. The woman from Kelderby \
who kept her message for two years must be soft in the head.""",
    ),
)

QUESTIONS = (
    Comment(
        key="wardq-dog",
        post="warden-questions",
        name="Maud Iveson",
        perspective="front_line",
        organisation="Volunteer flood warden, Kelderby",
        hours_after=5,
        fate="publish",
        body="""\
1. I put the dog in the kitchen and my boots on, and I look at the bridge before I look at the telephone.
2. Biscuits. For other people's dogs.
3. The lad who works nights at the bakery. Four years, and I have never once found him in.
4. The whistle with the instructions.
5. Having to do the training again from the start because the office lost the form.""",
    ),
    Comment(
        key="wardq-alone",
        post="warden-questions",
        name="Stan",
        perspective="front_line",
        organisation="Flood warden",
        hours_after=17,
        fate="publish",
        body="""\
I am one of your 203. I am 78. When I go to my daughter's at Christmas there is no warden. I have asked for \
somebody to share it with for six years, and each time I am sent a form to nominate a deputy. If I knew of a \
deputy I would not need the form.""",
        official_reply="""\
Stan, thank you, and we are sorry about the form. I would like to try something simpler. If you tell us the \
place, two of us will come and knock on doors with you for an afternoon. We have no evidence that it works. \
We looked at the form this morning. It has found 3 deputies in 9 years, and it will be withdrawn. Please \
ring 01632 960144 and ask for me.""",
        official_reply_by="ifeoma.brandt@rivers.example",
    ),
    Comment(
        key="wardq-alone-two",
        post="warden-questions",
        name="Stan",
        perspective="front_line",
        organisation="Flood warden",
        hours_after=430,
        fate="publish",
        reply_to="wardq-alone",
        body="""\
They came. It rained. We have two names, one of them a nurse.""",
    ),
    Comment(
        key="wardq-annex",
        post="warden-questions",
        name="Corinne Ashe",
        perspective="front_line",
        organisation="Trainer of wardens",
        hours_after=20,
        fate="publish",
        body="""\
Annex F. I have trained wardens for you since the second edition and I made one up. It is a perfectly good \
annex and everybody in this county uses it. I can send it to you if you like.""",
        official_reply="""\
Please do. I laughed out loud, and then I looked, and yours is better than anything we were going to write. \
May we put it in the next edition, under a name that tells people what it is, and say that it is yours?""",
        official_reply_by="nadia.farrow@rivers.example",
    ),
    Comment(
        key="wardq-annex-yes",
        post="warden-questions",
        name="Corinne Ashe",
        perspective="front_line",
        organisation="Trainer of wardens",
        hours_after=70,
        fate="publish",
        reply_to="wardq-annex",
        body="""\
You may. Call it "Who to ring when nobody answers".""",
    ),
    Comment(
        key="wardq-stop",
        post="warden-questions",
        name="",
        perspective="front_line",
        hours_after=44,
        fate="publish",
        body="""\
5. I stopped. It was not the work. In the inquiry afterwards I was asked why I had gone to number 9 before \
number 11, in front of the family from number 11. Nobody from your side said a word to me, before or since. \
I still do not know whether I did right.""",
        official_reply="""\
We are very sorry. You gave your time in the dark to help your neighbours, and somebody should have stood \
beside you. We cannot undo it. If you would like to talk with somebody who has sat through such an inquiry \
as a warden, there is a person who has offered to. Ring the number in the post on any afternoon and say that \
it is about comment 5. You need not give your name.""",
        official_reply_by="ifeoma.brandt@rivers.example",
    ),
    Comment(
        key="wardq-neighbour",
        post="warden-questions",
        name="Number 23",
        perspective="affected",
        hours_after=68,
        fate="publish",
        body="""\
Not a warden. Ours is called Hyacinth and she carried my budgie out under her coat. That is all I have to \
say.""",
    ),
    Comment(
        key="wardq-rural",
        post="warden-questions",
        name="Rev. Aldous Finch",
        perspective="public",
        organisation="Parish of Upper Ashwell",
        hours_after=92,
        fate="publish",
        body="""\
You ask whom wardens never reach. In a parish of nine hamlets it is a matter of lanes, not of people. Two \
are under water before the warning comes. Whoever lives beyond the second ford has to be their own warden, \
and nobody has ever trained them to be.""",
    ),
    Comment(
        key="wardq-training",
        post="warden-questions",
        name="Efe",
        perspective="front_line",
        organisation="Flood warden",
        hours_after=118,
        fate="publish",
        body="""\
Wednesday, 10am, 40 miles away. I am a plasterer. Have a guess how many of those I have been to.""",
    ),
    Comment(
        key="wardq-names",
        post="warden-questions",
        name="Just being helpful",
        perspective="front_line",
        hours_after=48,
        fate="decline",
        house_rule="personal_data",
        body="""\
3. You want to know who we never reach. Mrs Ida Colley at 6 Weir Bank, who drinks, and the Barrett lad at \
number 10, who is on tag and not allowed to answer the door. Her key is under the blue pot.""",
    ),
)

ANSWERS = (
    Comment(
        key="said-chalk",
        post="wardens-said",
        name="Maud Iveson",
        perspective="front_line",
        organisation="Volunteer flood warden, Kelderby",
        hours_after=7,
        fate="publish",
        body="""\
Chalk. I said that at the evening in Kelderby and I thought the young man was only being polite when he \
wrote it down.""",
    ),
    Comment(
        key="said-minutes",
        post="wardens-said",
        name="Bart Ince",
        perspective="front_line",
        organisation="Flood warden, Kelderby quay",
        hours_after=18,
        fate="publish",
        body="""\
Ten minutes earlier is worth more than the torch, the card and the training put together. Last Thursday I \
was at the first door before the telephones went. I did not think that I would see the day.""",
    ),
    Comment(
        key="said-widow",
        post="wardens-said",
        name="",
        perspective="affected",
        hours_after=41,
        fate="publish",
        body="""\
I am the widow in your post. I did not mind you printing it. A young woman rang to say sorry and we talked \
for half an hour, mostly about him. You may go on sending the newsletter if it is no trouble.""",
        official_reply="""\
It is no trouble at all. Thank you for letting us print it, and for telling us about him. The newsletter \
will come as before, with your own name on it.""",
        official_reply_by="ifeoma.brandt@rivers.example",
    ),
    Comment(
        key="said-app",
        post="wardens-said",
        name="Bridget Vane-Amadi",
        email="bridget@civicsoftware.example",
        perspective="organisation",
        organisation="Civic Software Collective",
        hours_after=66,
        fate="publish",
        body="""\
We are one of the organisations that suggested an app, and I accept that wardens did not ask for one. I \
should have liked to see the reason and not only "hardly any wardens did". People do not ask for what they \
have not seen.""",
    ),
)

DRILL = (
    Comment(
        key="drill-towel",
        post="night-drill",
        name="Number 14",
        perspective="affected",
        hours_after=6,
        fate="publish",
        body="""\
I am the one who was locked out until 6. I would do it again. My neighbour had slept through the lot.""",
    ),
    Comment(
        key="drill-downstairs",
        post="night-drill",
        name="Dr Anselm Roe",
        perspective="academic",
        organisation="Centre for Household Decisions, Wadebank",
        hours_after=18,
        fate="publish",
        body="""\
The finding about where the telephone is kept is worth more than the comparison, because it can be changed. \
When you test the leaflet, please do not ask people where they keep it. They will tell you what the leaflet \
says. Count tea towels, as you did.

One worry. Households under the text message were next door to some where a warden knocked. You say so, but \
then the 31% is too high. What is it for streets where nobody knocked?""",
        official_reply="""\
It is 24%, from 88 households in 5 streets where nobody knocked, so the true figure is lower than our table \
says. I have put it in the published counts. In the next 3 drills, whole streets will be drawn and not \
single houses. That was Ifeoma's idea before it was ours, and we should have listened the first time.""",
        official_reply_by="nadia.farrow@rivers.example",
    ),
    Comment(
        key="drill-voice",
        post="night-drill",
        name="Lowri Pask",
        perspective="front_line",
        organisation="Control room",
        hours_after=42,
        fate="publish",
        body="""\
I answer the emergency line at night. When the recording comes from a local number and starts with the name \
of the street, people stay on. When it starts with "this is an important message", I can hear them put it \
down. It takes about two seconds.""",
        official_reply="""\
We had the words "this is an important message" at the start of both recordings. They will come out of both. \
The next drill will try the name of the street first, from a local number. Thank you. If you have other \
things that you can hear people do, we would like to come and sit beside you for a night.""",
        official_reply_by="ifeoma.brandt@rivers.example",
    ),
    Comment(
        key="drill-landline",
        post="night-drill",
        name="Wynn",
        perspective="affected",
        hours_after=66,
        fate="publish",
        body="""\
83% for the landline, and ours are all being replaced next year by ones that die when the power goes. Has \
anybody put those two facts next to one another?""",
    ),
    Comment(
        key="drill-dogs",
        post="night-drill",
        name="Kelderby Dog Rescue",
        perspective="organisation",
        organisation="Kelderby Dog Rescue",
        hours_after=91,
        fate="publish",
        body="""\
All eleven were home by breakfast. One had brought a friend.""",
    ),
    Comment(
        key="drill-fake-officer",
        post="night-drill",
        name="Duty Officer, Flood Warning Service",
        perspective="front_line",
        organisation="Flood Warning Service",
        hours_after=30,
        fate="decline",
        house_rule="impersonation",
        body="""\
This is the duty officer. The drill in Kelderby found that all telephone warnings are unsafe, and they will \
be switched off from Monday. Residents should ignore any message that they get from us until further notice. \
This is official.""",
    ),
)

WARNINGS_COMMENTS = WORDS + QUESTIONS + ANSWERS + DRILL
