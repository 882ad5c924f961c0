"""Comments on the post that asks for an early or a sure warning: the first days."""

from policyblogs.demonstration.shapes import Comment

FIRST_DAYS = (
    Comment(
        key="early-shop",
        post="early-or-sure",
        name="Haseeb Lindley",
        perspective="affected",
        organisation="Shopkeeper",
        hours_after=18,
        fate="publish",
        body="""\
I have a shop on Staithe Street. A false alarm costs me about £900: an afternoon's trade, two people sent \
home on full pay and the food that goes out of the freezers and does not come back.

Here is something that is not in your table. My insurance says that I must take reasonable steps on receipt \
of a warning. So I do not choose. If you send me "1 chance in 3" at 9 hours, I am not being informed, I am \
being shut. Has anybody asked the insurers?""",
        official_reply="""\
Nobody had. Thank you. We have read 4 policies since this morning, and 3 have words like the ones you quote. \
None says what a warning is. We have written to the insurers' forum to ask whether a first message, with a \
chance in it, would count. What they say will be put here, whatever it is.""",
        official_reply_by="tomos.gwilt@rivers.example",
    ),
    Comment(
        key="early-shop-insurers",
        post="early-or-sure",
        name="Rosamund Peake",
        email="r.peake@insurersforum.example",
        perspective="organisation",
        organisation="Property Insurers' Forum",
        hours_after=94,
        fate="publish",
        reply_to="early-shop",
        body="""\
We were asked whether a message such as "1 chance in 3" would oblige a policyholder to act. I can only speak \
for our 22 members. Nobody intended the words to mean that, and none of our members could name a claim that \
was refused for it.

But no policy says so. We are willing to write one paragraph that members could adopt, and to do it before \
any change is made.""",
    ),
    Comment(
        key="early-shop-frame",
        post="early-or-sure",
        name="Haseeb Lindley",
        perspective="affected",
        organisation="Shopkeeper",
        hours_after=117,
        fate="publish",
        reply_to="early-shop",
        body="""\
In writing, please, and I will frame it.""",
    ),
    Comment(
        key="early-ten-times",
        post="early-or-sure",
        name="",
        perspective="affected",
        hours_after=8,
        fate="publish",
        body="""\
I would rather be woken ten times for nothing than not be woken once.""",
    ),
    Comment(
        key="early-ten-times-not",
        post="early-or-sure",
        name="",
        perspective="affected",
        hours_after=23,
        fate="publish",
        reply_to="early-ten-times",
        body="""\
I have been woken ten times. I would not.""",
    ),
    Comment(
        key="early-terse",
        post="early-or-sure",
        name="Moira",
        perspective="public",
        hours_after=9,
        fate="publish",
        body="""\
Early. Every time, please.""",
    ),
    Comment(
        key="early-care-home",
        post="early-or-sure",
        name="Gwenda Pryor",
        perspective="front_line",
        organisation="Manager of a care home",
        hours_after=17,
        fate="publish",
        body="""\
The last time, it took us 6 hours and 40 minutes. I know because I wrote it down. Thirty-eight residents, 11 \
who need a hoist, one lift, and medicines that cannot be moved without two signatures. At 4 hours' notice we \
would still have had people in the corridor when the water came.

A false alarm costs me about £1,900 in extra staff. I would pay that three times a year and not complain. \
What I could not bear is to be told at 4 hours that somebody had thought it likely at 9.

So I am not asking for an early warning for everybody. I am asking for a person I can ring at 9 hours, who \
will tell me honestly what she thinks.""",
        official_reply="""\
Thank you, above all for the time that you wrote down. We warn 71 care homes and do not know how long any of \
the other 70 would need. We are asking them this week. We have also asked the duty officers whether they \
could take calls of the kind you describe. They said "perhaps", and would like to hear from you first. If \
you are willing, please ring 01632 960144 and ask for me.""",
        official_reply_by="nadia.farrow@rivers.example",
    ),
    Comment(
        key="early-care-home-ambulance",
        post="early-or-sure",
        name="Idris",
        perspective="front_line",
        organisation="Ambulance crew",
        hours_after=26,
        fate="publish",
        reply_to="early-care-home",
        body="""\
Paramedic here. No argument with any of that, but if six homes all start moving at 9 hours, that is every \
ambulance in the valley for the afternoon. Somebody needs to be looking at the total.""",
    ),
    Comment(
        key="early-care-home-daughter",
        post="early-or-sure",
        name="Lorna Veitch",
        perspective="affected",
        hours_after=43,
        fate="publish",
        reply_to="early-care-home",
        body="""\
My mother was moved twice in one night for a flood that did not come. She is 91, and she was frightened and \
confused for three weeks. I still think that the manager was right. But please put that in the column for \
what it costs, next to the £1,900.""",
    ),
    Comment(
        key="early-care-home-board",
        post="early-or-sure",
        name="Ambrose Kell",
        perspective="front_line",
        organisation="Small care home, Ashwell Vale",
        hours_after=67,
        fate="publish",
        reply_to="early-care-home",
        body="""\
Ours is only 14 rooms. We do not wait for you. When the board on the bridge says 2.1 metres we start with \
the top of the list. It has been right six times out of eight.""",
    ),
    Comment(
        key="early-warden",
        post="early-or-sure",
        name="Bart Ince",
        perspective="front_line",
        organisation="Flood warden, Kelderby quay",
        hours_after=18,
        fate="publish",
        body="""\
We have had two steps here for years, only nobody calls it that. When the river gets to the second stair on \
the quay I go round and say "kettle". It means not yet, but do not go to bed. People put the kettle on, move \
the car and find the cat. When it gets to the fourth stair I say "now".

In nine years I have said "kettle" about thirty times and "now" four times. Nobody has ever told me that I \
said "kettle" for nothing. They had a cup of tea.""",
        official_reply="""\
I read this aloud to the team at lunch, and nobody wanted to go back to the agenda. What strikes us is that \
your first step asks for something that people do not mind having done. If we try 2 steps, that may matter \
more than the number of hours. May we come and see the stairs, and hear from some of the people you say it \
to?""",
        official_reply_by="nadia.farrow@rivers.example",
    ),
    Comment(
        key="early-warden-boots",
        post="early-or-sure",
        name="Sal",
        perspective="front_line",
        organisation="Flood warden",
        hours_after=31,
        fate="publish",
        reply_to="early-warden",
        body="""\
Ours is "boots by the door". Same thing.""",
    ),
    Comment(
        key="early-warden-visitors",
        post="early-or-sure",
        name="Conrad Aske",
        perspective="front_line",
        organisation="Fire and rescue, watch manager",
        hours_after=50,
        fate="publish",
        reply_to="early-warden",
        body="""\
A caution from the fire service. These words are splendid for people who know them. On our last night out, \
most of the people we carried were visitors, or had moved in since the spring. "Kettle" means nothing to \
somebody who came on Friday. If it becomes official, it has to be a word that works the first time you hear \
it.""",
    ),
    Comment(
        key="early-crywolf",
        post="early-or-sure",
        name="Dr Ilse Marchetti-Boone",
        email="i.marchetti-boone@eastholm.example",
        perspective="academic",
        organisation="Eastholm University, risk and behaviour group",
        hours_after=19,
        fate="publish",
        body="""\
I worked on the third of your three studies, so let me be precise about what it found. Where a named person \
explained within a day why the flood had not come, people's readiness to act next time did not fall, even \
after five false alarms. Where the explanation came a week later, or from an office with no name, it fell as \
if there had been none.

We had 840 households on two rivers, and I would not swear to it anywhere else. But it suggests that your \
question may be the wrong way round. It is less a matter of how often you are wrong than of what you say the \
next morning.

Would you publish a list of past warnings that no flood followed, with the reason for each? We would gladly \
help to sort them.""",
        official_reply="""\
This is very useful, and so is the warning not to stretch it. We will publish the list: 176 warnings in 11 \
years. It will take 6 weeks, because the reasons are in people's notebooks. We can also try what you \
describe at once. From this week the duty officer will write 3 sentences by noon on the day after any \
warning that no flood followed, and sign them.""",
        official_reply_by="nadia.farrow@rivers.example",
    ),
    Comment(
        key="early-crywolf-notes",
        post="early-or-sure",
        name="Maud Iveson",
        perspective="front_line",
        organisation="Volunteer flood warden, Kelderby",
        hours_after=45,
        fate="publish",
        reply_to="early-crywolf",
        body="""\
The notes that wardens get now, to say how it ended, do just this. People stop me in the shop the next day \
and ask what happened, and I can tell them. Before, I used to say "search me". I had not noticed how often I \
said it.""",
    ),
    Comment(
        key="early-crywolf-signed",
        post="early-or-sure",
        name="P. Hathersage",
        perspective="public",
        hours_after=70,
        fate="publish",
        reply_to="early-crywolf",
        body="""\
Signed by a person is the bit that matters. I have never believed a word that came from "the team".""",
    ),
    Comment(
        key="early-child",
        post="early-or-sure",
        name="Danuta",
        perspective="affected",
        hours_after=20,
        fate="publish",
        body="""\
I think it is my boy in your post, or one just like him. He was five when it came in. He is nine now. When \
the telephone goes at night he is sick before I have answered it, and then he sits on the stairs with his \
shoes on until it is light.

I do not want no warning. I want to be able to choose, and to be the one who decides when he is told. At 9 \
hours he would be at school, and the other children would tell him.""",
        official_reply="""\
Thank you for writing this, and I am sorry. It was a different family, and that makes 2 who have told us the \
same thing in a month. We had thought of choosing as a matter of hours. You are telling us that it is also \
about who hears first. We have added that to what we are asking, and I have passed on to the school nurses' \
network what you say about school, with nothing that would show who you are.""",
        official_reply_by="ifeoma.brandt@rivers.example",
    ),
    Comment(
        key="early-sceptic",
        post="early-or-sure",
        name="G. Rawnsley",
        perspective="public",
        hours_after=40,
        fate="publish",
        body="""\
With respect, you are paid to know this and I am not. Twenty years ago somebody decided on 4 hours without \
asking a single person, and nobody has complained about that half as much as they will about this. Ask the \
experts, decide, tell us. I have a job.""",
        official_reply="""\
That is a fair challenge. Experts can tell us how often a warning at 9 hours will be wrong, and they have. \
They cannot tell us what it is like to be woken for nothing, or that a shop may be made to shut by its \
insurance. We learned the second from a comment above yours. Somebody will decide, and it will not be \
decided by comments. Nobody has to answer who would rather not.""",
        official_reply_by="ifeoma.brandt@rivers.example",
    ),
    Comment(
        key="early-sceptic-not",
        post="early-or-sure",
        name="Thea Lindqvist-Obi",
        perspective="affected",
        hours_after=59,
        fate="publish",
        reply_to="early-sceptic",
        body="""\
I disagree. Nobody complained about the 4 hours because nobody knew that it had been chosen. I thought that \
it was as soon as they could tell. I am quite angry, in fact.""",
    ),
    Comment(
        key="early-nurse",
        post="early-or-sure",
        name="Nurse on nights",
        perspective="front_line",
        hours_after=33,
        fate="publish",
        body="""\
I sleep from nine in the morning until four. At 4 hours I may never hear it. If I knew at 9 hours I could \
leave the car at my sister's before I went to bed. For people like me early is not about being anxious. It \
is the only one that exists.""",
    ),
    Comment(
        key="early-farm",
        post="early-or-sure",
        name="Evan Trask",
        perspective="front_line",
        organisation="Dairy farmer, Ashwell Vale",
        hours_after=40,
        fate="publish",
        body="""\
You asked how long it took the last time. A hundred and forty cows, two of us and the dog: 5 hours, and that \
was in daylight with the top gate already open.

The hour matters as much as the number of hours. Milking is 4 to 7, morning and evening. If a warning comes \
at 5 in the morning I have 140 cows with full udders who are not going anywhere until 7. So your 4 hours is \
2.

A false alarm costs me a day's yield from upset cows, call it £300. Cheap.""",
        official_reply="""\
Thank you. We had worked out everything from the time at which the water comes, and nothing from the time at \
which the message does. We will go back to the 11 years and look at how many warnings fell in milking hours. \
We will also look at school hours, shift changes and the middle of the night. It may change the table.""",
        official_reply_by="nadia.farrow@rivers.example",
    ),
    Comment(
        key="early-farm-modest",
        post="early-or-sure",
        name="Next farm down",
        perspective="front_line",
        hours_after=66,
        fate="publish",
        reply_to="early-farm",
        body="""\
He is leaving out that he came and moved mine as well.""",
    ),
    Comment(
        key="early-forecaster",
        post="early-or-sure",
        name="Anneliese Thorold",
        perspective="front_line",
        organisation="River forecaster, retired",
        hours_after=41,
        fate="publish",
        body="""\
I made river forecasts for 26 years and I am glad to see the table. I spent much of that time being asked \
for a yes or a no.

One question. "1 chance in 3" is only honest if it floods about 10 times in every 30 that you say it. Have \
you gone back to see whether it does? In my day our "1 in 3" was nearer to 1 in 6 on the steep rivers, \
because nobody wished to be the one who had said 1 in 10 before a flood.""",
        official_reply="""\
We checked after your comment, and we should have before. Where the model said between 30% and 36% at 9 \
hours ahead, a flood followed 27% of the time. On large rivers it was 33%, and on small, steep ones 18%. So \
you are right about the steep ones, and it is in the model now as well as in the people. We will not offer \
anybody a "1 in 3" until it means that. The counts are at https://www.example.org/chances-checked for you to \
look over.""",
        official_reply_by="mei-ling.ashdown@rivers.example",
    ),
    Comment(
        key="early-forecaster-class",
        post="early-or-sure",
        name="Mr Adeyemi-Stokes",
        perspective="public",
        organisation="Teacher",
        hours_after=65,
        fate="publish",
        reply_to="early-forecaster",
        body="""\
I teach mathematics to 14-year-olds. I tried it on them. "One chance in three" meant "it will not happen" to \
more than half the class. "It happens once in every three times that we send this" meant "get ready" to \
nearly all of them. Same number.""",
    ),
    Comment(
        key="early-forecaster-likely",
        post="early-or-sure",
        name="Professor Sunniva Harkaway",
        perspective="academic",
        organisation="School of Language and Risk, Wadebank",
        hours_after=89,
        fate="publish",
        reply_to="early-forecaster",
        body="""\
That agrees with what we find. People also read "likely" as anything from 40% to 95%, and the same person \
will read it as higher when the thing is worse. If you use words, print the number beside them, as a count \
and not as a percentage.""",
    ),
    Comment(
        key="early-deaf",
        post="early-or-sure",
        name="Caspian Rudd",
        perspective="affected",
        hours_after=42,
        fate="publish",
        body="""\
I am deaf. A call does not wake me at 2 hours or at 12. I have a pad under my pillow that shakes when \
somebody presses my doorbell, and there must be thousands of us with one. If your warning could ring a \
doorbell, you would reach all of us at no cost to speak of.

Asking whether I would like it early or sure is rather like asking which colour of radio I would like.""",
        official_reply="""\
You are right that the question assumes an answer that you do not have. Most of these pads can also take a \
signal over the telephone network, and a maker whom I rang today thinks that it could be done within a few \
months. I did not know until you wrote. I would like to test it with you and with 30 other people. Some of \
our next evenings will have a sign language interpreter, and the list of dates will say which.""",
        official_reply_by="ifeoma.brandt@rivers.example",
    ),
    Comment(
        key="early-deaf-pad",
        post="early-or-sure",
        name="Ottilie",
        perspective="affected",
        hours_after=68,
        fate="publish",
        reply_to="early-deaf",
        body="""\
Yes to this. I sleep without my hearing aids, like everybody who has them. There are far more of us than \
there are deaf people, and nobody counts us at all.""",
    ),
)
