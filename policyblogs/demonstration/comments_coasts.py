"""Comments on the Coastal Change blog."""

from policyblogs.demonstration.shapes import Comment

COASTS_COMMENTS = (
    Comment(
        key="backlog-slipways",
        post="coast-backlog",
        name="Captain Ottoline Grieve",
        perspective="front_line",
        organisation="Harbour master, Port Selwen",
        hours_after=7,
        fate="publish",
        body="""\
Line 19, a national list of slipways. It exists. A sailing charity has kept one for forty years: \
https://www.example.org/slipway-list. It is better than anything that you or I could make, and it is \
brought up to date by people who get wet when it is wrong.

Please do not build another. Ask them what they need. I think it is about two days a week of somebody's \
time.""",
        official_reply="""\
Thank you. We did not know about it, and that says something in itself. We have spent an hour with the list \
and agree that we should not make another. Line 19 will move to "Not doing", with a link to theirs and your \
reason. We have also written to the charity to ask what would help them. The list will show the change on \
the first Monday of next month.""",
        official_reply_by="mei-ling.ashdown@rivers.example",
    ),
    Comment(
        key="backlog-slipways-also",
        post="coast-backlog",
        name="Wilf Tranter",
        perspective="public",
        hours_after=29,
        fate="publish",
        reply_to="backlog-slipways",
        body="""\
Seconded. I am one of the people who get wet. We found four slipways last year that are on the official \
chart and not on the beach.""",
    ),
    Comment(
        key="backlog-photographs",
        post="coast-backlog",
        name="Noor Halloran",
        email="noor@cressmouthramblers.example",
        perspective="organisation",
        organisation="Cressmouth Ramblers",
        hours_after=33,
        fate="publish",
        body="""\
You have cliff edge photographs under "Later". Our club has taken a picture from each of 22 posts between \
Cressmouth and Holm Head on the first Saturday of every month, for fifteen years. There are gaps, because \
of weather and one broken ankle.

They are in shoe boxes and on a computer that we are afraid to switch off. You are welcome to all of them.""",
        official_reply="""\
This is the best offer we have had all year. Fifteen years from fixed posts is more than we could have \
collected, whatever we spent. We would like to visit with a scanner, and with somebody who knows about old \
computers. The line has moved to "Doing" and your club is named on it. You will have the first look at \
anything that we make from them.""",
        official_reply_by="ifeoma.brandt@rivers.example",
    ),
    Comment(
        key="backlog-critic",
        post="coast-backlog",
        name="Selwyn Prue",
        perspective="affected",
        hours_after=58,
        fate="publish",
        body="""\
I live 60 metres from the edge, and I have read all 47 lines. It is tidy. I counted the lines that would \
make any difference to me before I have to leave, and I got to two. Both of them say "Later".

Publishing a list is open, I grant you. But an open door with nobody behind it is still just a door. What \
would it take to move line 33 up, and who do I have to talk to?""",
    ),
    Comment(
        key="backlog-councillor",
        post="coast-backlog",
        name="Cllr Dilys Marren",
        email="dilys.marren@ashwellvale.example",
        perspective="elected_representative",
        organisation="Ashwell Vale District Council",
        hours_after=83,
        fate="publish",
        body="""\
I represent a ward with eleven kilometres of soft cliff. "Sea wall records: not before next year" is the \
most useful sentence I have read on this subject, because it lets us stop waiting. Our officers will start \
their own survey in the spring.

Could you say which form of record you would be able to use later? We would rather collect it once.""",
    ),
    Comment(
        key="backlog-expert",
        post="coast-backlog",
        name="The Chief Engineer of the Department",
        perspective="front_line",
        organisation="Department for Rivers and Coasts",
        hours_after=96,
        fate="decline",
        house_rule="impersonation",
        body="""\
Speaking as the chief engineer of this department, I can tell readers that lines 1 to 10 have been \
cancelled in secret and that nobody should rely on this list. I have instructed the team to take it down. \
Please telephone my office to confirm.""",
    ),
    Comment(
        key="backlog-school",
        post="coast-backlog",
        name="Freya",
        perspective="public",
        hours_after=110,
        fate="decline",
        house_rule="age",
        body="""\
I am 13, and we did the coast in geography. I think you should put the list on a map, because I do not know \
where any of the places are. I have not asked my mum if I can write this, but she would not mind.""",
    ),
    Comment(
        key="backlog-waiting-record",
        post="coast-backlog",
        name="Ffion Adair",
        perspective="academic",
        organisation="Coastal archive, Holm Vale College",
        hours_after=610,
        fate="waiting",
        body="""\
It would help me to see the dates on which lines moved, and not only where they are now. A list that shows \
only today's state cannot tell me whether "Later" means since last week or since before I began my thesis.

Even a plain file of changes would do.""",
    ),
    Comment(
        key="backlog-waiting-anon",
        post="coast-backlog",
        name="",
        perspective="affected",
        hours_after=618,
        fate="waiting",
        body="""\
Is our lane on it? I could not find it and I do not want to say which lane on here.""",
    ),
)
