"""Comments on the Public Libraries blog."""

from policyblogs.demonstration.shapes import Comment

LIBRARIES_COMMENTS = (
    Comment(
        key="hours-volunteers",
        post="library-hours",
        name="Philippa Achterberg",
        email="p.achterberg@vale-libraries.example",
        perspective="front_line",
        organisation="Branch manager",
        hours_after=22,
        fate="publish",
        body="""\
Two of your seven Saturday closures are not closed. Ours is one and the other is eleven miles up the road. \
Volunteers have opened from half past nine until one since last spring, with the council's blessing, a rota \
and a very large flask.

I think you were sent the staff timetable, which is true as far as it goes. It would be worth asking each \
branch and not each council. We are not hiding. The door is open.""",
        official_reply="""\
Thank you, and our apologies to your volunteers. We asked councils for timetables, as you guessed, and \
nobody had asked the branches. We have now rung all 30. The table will be corrected to 5 closed and 2 opened \
by volunteers, with a note at the top, as soon as the new text is signed. We will ask branches first next \
time.""",
        official_reply_by="marit.oyelaran@places.example",
    ),
    Comment(
        key="hours-volunteers-flask",
        post="library-hours",
        name="Bernard",
        perspective="front_line",
        organisation="Saturday volunteer",
        hours_after=61,
        fate="publish",
        reply_to="hours-volunteers",
        body="""\
I fill the flask. We had 203 through the door in the last four Saturdays by my tally, on the back of the \
rota.""",
    ),
    Comment(
        key="hours-late-shift",
        post="library-hours",
        name="Oluchi Penrose",
        perspective="affected",
        hours_after=30,
        fate="publish",
        body="""\
I finish at six. My library shuts at five. In four years I have been inside it twice, both times on annual \
leave. When you say who did not come, that is me, and there is nothing in your data that would ever show it.

You do not need more hours for me. You need one hour, on one evening, and for it to be the same evening \
every week.""",
        official_reply="""\
"One hour, on one evening, and the same every week" is clearer than anything in our plan. Two of the 3 \
councils had meant to spread their 5 hours over several days. We have sent them your comment, without your \
name. Both are now thinking about a single long evening, and we will say here what they decide.""",
        official_reply_by="gareth.pomfret-singh@places.example",
    ),
    Comment(
        key="hours-sensor",
        post="library-hours",
        name="Dr Ragnhild Pomeroy",
        email="r.pomeroy@eastholm.example",
        perspective="academic",
        organisation="Centre for Public Space, Eastholm University",
        hours_after=47,
        fate="publish",
        body="""\
A sensor over a door counts crossings. Did you halve the total, or does it tell in from out? If it is the \
second, check what happens when two people pass each other, which is most of what happens at 4pm. In our \
tests such sensors lost about one crossing in nine when a doorway was busy, and hardly any when it was \
quiet.

That would make your peaks too low and leave the rest as they are. It does not change your argument. It \
makes it a little stronger.""",
        official_reply="""\
It tells in from out, and we had not tested it on a crowd. We have borrowed a colleague's stopwatch and \
stood at one of the doors for 3 afternoons. We make it 1 lost in 11 at the busiest. We will put both figures \
in the data, and use your method in the next count if you will let us see it.""",
        official_reply_by="silas.wetherell@places.example",
    ),
    Comment(
        key="hours-bench",
        post="library-hours",
        name="",
        perspective="public",
        hours_after=50,
        fate="publish",
        body="""\
Somebody mends that bench out of their own pocket. Just saying.""",
    ),
    Comment(
        key="hours-councillor",
        post="library-hours",
        name="Cllr Winston Ferrante",
        email="winston.ferrante@kelderby.example",
        perspective="elected_representative",
        organisation="Kelderby Borough Council",
        hours_after=95,
        fate="publish",
        body="""\
We moved four hours from Tuesday morning to Thursday evening two years ago. It was done in good faith and \
without asking the story time group, which met on Tuesday mornings and had nowhere else to go. It took us \
eight months to put that right.

My advice to the three councils is to write down who is in the building in the hours that they mean to take \
away, by name of group. Then telephone each of them.""",
        official_reply="""\
This has gone to the 3 councils today. We had asked them to consult staff and had said nothing about groups \
that meet in the building. One of them has since found a lip-reading class in exactly the hours that it \
meant to move.""",
        official_reply_by="gareth.pomfret-singh@places.example",
    ),
    Comment(
        key="hours-morning",
        post="library-hours",
        name="Josephine T",
        perspective="affected",
        hours_after=120,
        fate="publish",
        body="""\
I am 81 and I go in the morning because I do not go out after dark. There are about six of us. We are not \
many on your chart. Please look at it again and ask yourself where we would be.""",
    ),
    Comment(
        key="hours-morning-lift",
        post="library-hours",
        name="Ivo",
        perspective="public",
        hours_after=131,
        fate="publish",
        reply_to="hours-morning",
        body="""\
My gran is one of a six like that, in another town. It is the only reason she gets dressed some days. I used \
to think that was a figure of speech.""",
    ),
    Comment(
        key="hours-party",
        post="library-hours",
        name="A voter",
        perspective="public",
        hours_after=18,
        fate="decline",
        house_rule="party_politics",
        body="""\
Every one of these closures was voted through by the same party and you are too polite to say which. \
Remember it at the ballot box. The other lot at least pretend to read.""",
    ),
    Comment(
        key="hours-personal",
        post="library-hours",
        name="Concerned mum",
        perspective="affected",
        hours_after=33,
        fate="decline",
        house_rule="personal_data",
        body="""\
The man on the desk on Wednesdays, Mr K. Tansley of 14 Orchard Row, told my son to be quiet in front of \
everyone. His wife works at the surgery. Ring him on the number in the window and tell him what you \
think.""",
    ),
    Comment(
        key="loans-series",
        post="loans-measure",
        name="Professor Ines Halvorsen-Pike",
        email="i.halvorsen@northvale.example",
        perspective="academic",
        organisation="Reading Research Group, Northvale University",
        hours_after=26,
        fate="publish",
        body="""\
I am one of the people who depend on the tables. Page six is fine by me, so long as page six is there. What \
worries me is the definition. When a figure stops being the first one, somebody soon decides that it need \
not be collected in quite the same way.

Would you say in writing that the definition of a loan will not change for five years, or that you will \
publish both versions side by side if it does?""",
        official_reply="""\
Yes. There is now a sentence in the notes to the tables: the definition stays as it is for 5 years, and if \
it ever has to change, both will be published together for at least 3. Thank you for asking for it while it \
was still easy to give.""",
        official_reply_by="silas.wetherell@places.example",
    ),
    Comment(
        key="loans-diary",
        post="loans-measure",
        name="",
        perspective="front_line",
        hours_after=34,
        fate="publish",
        body="""\
Nine minutes a day in your test. In your test they were volunteers who wanted to do it. I work alone on \
Mondays and Fridays. When I am writing in a diary there is a person at the desk looking at the top of my \
head.

Let us use tally marks. Five gates and a tick. I could do that without looking down.""",
        official_reply="""\
Tally marks it is. We tried them in 4 of the test libraries after reading this. It took under 3 minutes a \
day, and the totals came out within a tenth of the long diary. We lose the detail, and we can ask for that \
on one day and not on 5. If you would like to see the sheet before it is printed, leave an address with your \
council's library service, marked for me.""",
        official_reply_by="bethan.okafor-reid@places.example",
    ),
    Comment(
        key="loans-authors",
        post="loans-measure",
        name="Cormac Delahunt-Reyes",
        email="cormac@smallpresses.example",
        perspective="organisation",
        organisation="Guild of Small Presses",
        hours_after=72,
        fate="publish",
        body="""\
Writers are paid a little each time a library lends their book. For most of our members it is the most \
regular money they see. Nothing in your post touches that, and I am not claiming that it does. But a council \
which reads "loans come fourth" may buy fewer books, and then it will.

You listed what each figure misses. Please add a line about what each one pays for.""",
        official_reply="""\
The payment is worked out from a sample of loans, and it does not depend on our report. We ought to have \
said so, because you will not be the only one to wonder. The point about buying is harder. We will publish \
spending on books beside the 4 figures, so that anybody can see whether it moves.""",
        official_reply_by="gareth.pomfret-singh@places.example",
    ),
    Comment(
        key="loans-eulogy",
        post="loans-measure",
        name="",
        perspective="affected",
        hours_after=140,
        fate="publish",
        body="""\
I think that the man with the eulogy may have been me. It was about then, and there was a queue, and two \
people at the back with notebooks. The girl at the desk did not charge me for the second copy when I spoiled \
the first one.

I had not been in a library since school. I have a card now. I am on my third book.""",
        official_reply="""\
Thank you for telling us. Nobody here will say whether it was you. We have passed your words to that \
library, for the person who did not charge you for the second copy.""",
        official_reply_by="bethan.okafor-reid@places.example",
    ),
    Comment(
        key="loans-potholes",
        post="loans-measure",
        name="Ken",
        perspective="public",
        hours_after=40,
        fate="decline",
        house_rule="on_topic",
        body="""\
All very well but what about the potholes on the ring road. I have written to everybody. I am now writing to \
you.""",
    ),
    Comment(
        key="press-joke",
        post="press-and-us",
        name="Wanda Quist",
        perspective="public",
        hours_after=9,
        fate="publish",
        body="""\
What was the joke?""",
        official_reply="""\
It was about a stapler. My colleague was right.""",
        official_reply_by="henrik.dalloway@places.example",
    ),
    Comment(
        key="press-returns",
        post="press-and-us",
        name="Dr Leopold Amadi",
        email="l.amadi@holmvale.example",
        perspective="academic",
        organisation="Public Administration, Holm Vale College",
        hours_after=31,
        fate="publish",
        body="""\
On your question: yes, publish it. Not the text of the return, which would make press officers write for the \
gallery, but the fact and the kind. "Returned once: a claim went further than its evidence" would raise my \
trust in a post and not lower it. Referees' reports in journals went through the same argument.

One warning. If only 9 posts in 26 are returned, readers will soon guess at the other 17. Say from the start \
that a post which was signed at once is not a post that nobody read.""",
        official_reply="""\
The warning is the part that we had not thought of. We will try it on our own 3 blogs first, with your 4 \
kinds of reason and that sentence beneath. Authors will be asked before anything is shown about a post of \
theirs.""",
        official_reply_by="marit.oyelaran@places.example",
    ),
    Comment(
        key="press-returns-doubt",
        post="press-and-us",
        name="Eskil",
        perspective="front_line",
        organisation="Policy adviser elsewhere",
        hours_after=55,
        fate="publish",
        reply_to="press-returns",
        body="""\
I would dread it. My first three all came back. But I admit that I would read everyone else's.""",
    ),
    Comment(
        key="press-member",
        post="press-and-us",
        name="Rosamund Eyre-Tolland",
        email="rosamund.eyre-tolland@parliament.example",
        perspective="elected_representative",
        organisation="Member of Parliament for Kelderby and the Vale",
        hours_after=101,
        fate="publish",
        body="""\
I welcome this. May I ask who decides whether a matter "should be told to Parliament first"? Your post gives \
the impression that a press officer does so at his desk. I would have thought that it was for ministers. I \
should be glad of an answer from them.""",
        official_reply="""\
Thank you. It is for ministers, and the post should have said so: a press officer who is in doubt asks their \
office and does not decide. You have asked for an answer from ministers, so your comment has gone to them as \
correspondence, and they will reply to you. We will not treat this note as that reply.""",
        official_reply_by="gareth.pomfret-singh@places.example",
    ),
    Comment(
        key="press-chief",
        post="press-and-us",
        name="Henrik Dalloway (the real one)",
        perspective="front_line",
        organisation="Press office",
        hours_after=28,
        fate="decline",
        house_rule="impersonation",
        body="""\
This is the real Henrik. Someone else wrote my part of this post and I never agreed to any of it. All drafts \
are rewritten by me at night. Ask anyone on the third floor.""",
    ),
    Comment(
        key="press-libel",
        post="press-and-us",
        name="Insider",
        perspective="public",
        hours_after=44,
        fate="decline",
        house_rule="unlawful",
        body="""\
Everyone knows that the head of this team took money from a shelving company to write what it wanted. I \
cannot prove it but I do not need to. Share this before they take it down.""",
    ),
    Comment(
        key="press-waiting-welsh",
        post="press-and-us",
        name="Nest Prydderch",
        perspective="public",
        hours_after=1345,
        fate="waiting",
        body="""\
If a post is written in two languages, does the press officer read both? And if one of them is returned, is \
the other one signed?""",
    ),
    Comment(
        key="quiet-signing",
        post="quiet-questions",
        name="Calliope Renner",
        perspective="front_line",
        organisation="Runs a signing group for deaf children",
        hours_after=6,
        fate="publish",
        body="""\
Our group makes no noise at all by your meter and is the liveliest thing in the building. We have been asked \
to leave a quiet room twice, once because of "the movement". So your sixth question might be what quiet is \
for. Is it about sound, or about not being distracted?""",
        official_reply="""\
That is a better question than any of our 5, and it goes on the list as the sixth. It also tells us that a \
month with a sound meter would have missed you. May one of us come to a session? We will sit still.""",
        official_reply_by="bethan.okafor-reid@places.example",
    ),
    Comment(
        key="quiet-signing-movement",
        post="quiet-questions",
        name="Benedikt",
        perspective="public",
        hours_after=31,
        fate="publish",
        reply_to="quiet-signing",
        body="""\
I am one of those who are distracted by movement. I had never thought of it as my problem to solve. Turning \
my chair round works quite well.""",
    ),
    Comment(
        key="quiet-acoustics",
        post="quiet-questions",
        name="Dr Umberto Nyland",
        email="u.nyland@northvale.example",
        perspective="academic",
        organisation="Building Acoustics Unit, Northvale University",
        hours_after=22,
        fate="publish",
        body="""\
You have found two studies. There are at least five more, on open-plan offices, and they agree: what \
disturbs people is not loudness but being able to follow the words. A room with a steady murmur can be \
easier to read in than a silent one with a single conversation.

So do not measure decibels for a month. Measure how far away a sentence can be understood. It takes an \
afternoon for each building and it would cost a fifth of your figure. I would be glad to show somebody \
how.""",
        official_reply="""\
We would be glad to be shown. If it is an afternoon for each building, we could do 20 and still pay for the \
diaries. We have written to you. The 5 studies are now listed with the figures, marked as sent in by a \
reader.""",
        official_reply_by="marit.oyelaran@places.example",
    ),
    Comment(
        key="quiet-ramble",
        post="quiet-questions",
        name="Everard",
        perspective="public",
        hours_after=27,
        fate="decline",
        house_rule="concise",
        body="""\
Quiet. What is quiet. When I was a boy there was a clock in the library and you could hear the clock, and \
next to the clock there was a man who minded the clock, and his brother had a shop, and in the shop there \
were also clocks, but that is another matter. My point is that in those days, and I am speaking of a time \
before the bypass, one could sit. Then they took away the clock. I wrote to them about the clock. I have the \
letter somewhere. It begins "Dear Sir, with regard to your clock". They did not reply and when they did \
reply it was about something else, I think the bypass. I shall continue this in a second comment, since \
there is a good deal more to say on the clock, and in a third comment I shall come to the question of \
chairs.""",
    ),
    Comment(
        key="quiet-late-anon",
        post="quiet-questions",
        name="",
        perspective="affected",
        hours_after=5,
        fate="waiting",
        body="""\
I am autistic and I keep to the edges, as you put it. A quiet room with a person on the door is worse for me \
than a noisy room with no person. I need to be able to leave without explaining. Has anybody asked where \
people sit, and not only what they hear?""",
    ),
    Comment(
        key="quiet-late-group",
        post="quiet-questions",
        name="Hanneke Aldous",
        email="hanneke@valeparents.example",
        perspective="organisation",
        organisation="Vale Parents and Babies",
        hours_after=10,
        fate="waiting",
        body="""\
We can answer number 1 for babies. We asked 140 parents. Fifty-two had left a library early in the past year \
because of a look. Not a word: a look. We can send you the whole survey.""",
    ),
    Comment(
        key="quiet-waiting-phone",
        post="quiet-questions",
        name="Rufus Okell",
        perspective="front_line",
        organisation="Library assistant",
        hours_after=103,
        fate="waiting",
        body="""\
171 complaints about telephones and 0 in favour. But most of the calls I overhear are to a council, a doctor \
or a landlord, and they are made here because the wi-fi is free. If you ban the calls you will lose the \
people. A booth costs about as much as your diaries.""",
    ),
    Comment(
        key="quiet-waiting-carpet",
        post="quiet-questions",
        name="M. Destry",
        perspective="academic",
        hours_after=113,
        fate="waiting",
        body="""\
On your third question: we kept records when one of our reading rooms was carpeted and nothing else was \
done. May I send them, and to whom?""",
    ),
    Comment(
        key="quiet-likely-pods",
        post="quiet-questions",
        name="HushPod Systems",
        email="sales@hushpod.example",
        perspective="organisation",
        organisation="HushPod Systems",
        hours_after=97,
        fate="likely_spam",
        body="""\
Great article. Transform any library with our award-winning acoustic pods. Government discount this month \
only. Brochure at https://hushpod.example/gov and book a call at https://hushpod.example/call today.""",
    ),
)
