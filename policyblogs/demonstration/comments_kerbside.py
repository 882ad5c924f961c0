"""Comments on the Kerbside blog."""

from policyblogs.demonstration.shapes import Comment

KERBSIDE_COMMENTS = (
    Comment(
        key="charging-cane",
        post="kerbside-charging",
        name="Judith Amory",
        perspective="affected",
        hours_after=11,
        fate="publish",
        body="""\
I am blind and use a long cane. On the street near my work there is a channel for a cable. It is shallow, \
and in dry weather I can tell it from the kerb. After rain I cannot, because the water fills it and the tip \
of the cane glides over in the same way. Please test in the wet.

Thank you for printing what was said about walking it with a cane before anybody digs. Usually we are asked \
once it is in, and we are told how much it would cost to change.""",
        official_reply="""\
Thank you. None of the 7 trials had planned to test in the wet. All of them will now, and each will do so \
with people who use a cane and people who use a dog. The 2 groups that we work with have asked whether you \
would join a walk. If you would like to, please use the contact form at the foot of the page and say that \
it is about this comment.""",
        official_reply_by="callum.strand@transport.example",
    ),
    Comment(
        key="charging-cane-dog",
        post="kerbside-charging",
        name="Pavel",
        perspective="affected",
        hours_after=36,
        fate="publish",
        reply_to="charging-cane",
        body="""\
My guide dog stops at them. She thinks that it is a kerb. Then she looks at me as if I had put it there.""",
    ),
    Comment(
        key="charging-survey",
        post="kerbside-charging",
        name="Dr Lucasta Njeri",
        email="l.njeri@tidewell.example",
        perspective="academic",
        organisation="Tidewell University",
        hours_after=28,
        fate="publish",
        body="""\
The gap between 62% and 11% is less of a puzzle than it looks. The question in that survey was "would you \
consider switching when you next change your car?". People keep a car for about eight years. After two \
years roughly a quarter will have changed, and 62% of a quarter is about 15%. So 11% is a little low, and \
no more than that.

The lesson for policy is the opposite of "people do not mean what they say". They do mean it. They are \
waiting for the old car to die.""",
        official_reply="""\
That is a better explanation than ours, and we should have seen it. We have checked the wording of the \
survey and you are right about the question. We will say so in a new version of this post, with a link to \
your comment. Could you tell us where the figure of 8 years comes from? The sources we have give anything \
from 6 to 11 for cars that are kept in the street.""",
        official_reply_by="callum.strand@transport.example",
    ),
    Comment(
        key="charging-survey-source",
        post="kerbside-charging",
        name="Dr Lucasta Njeri",
        email="l.njeri@tidewell.example",
        perspective="academic",
        organisation="Tidewell University",
        hours_after=77,
        fate="publish",
        reply_to="charging-survey",
        body="""\
From licensing records, in table 4 of https://www.example.org/car-keeping-times. You are right that it \
varies. With 6 years I get 21%, and with 11 years I get 11%, so your streets are within the range.""",
    ),
    Comment(
        key="charging-went-back",
        post="kerbside-charging",
        name="Tobias Rook",
        perspective="public",
        hours_after=62,
        fate="publish",
        body="""\
You asked for people who tried and went back. That was me. I liked the car. There are two charge points in \
my road, and they were free when I came home about one evening in three. The other evenings I drove to the \
supermarket and sat there for 40 minutes.

What finished it was not the waiting. It was not knowing. If I could have booked, even at a price, I would \
have kept it.""",
    ),
    Comment(
        key="charging-councillor",
        post="kerbside-charging",
        name="Cllr Emeka Harcourt",
        perspective="elected_representative",
        organisation="Eastholm City Council",
        hours_after=90,
        fate="publish",
        body="""\
We are asked for a plan for the whole city by the end of the financial year, or we lose the money. You tell \
us that the evidence is weak and that choices which can be undone are best. I agree with both. They cannot \
be done together.

Could the deadline be moved, or could part of the money be held over by councils that would rather wait for \
the first counts?""",
    ),
    Comment(
        key="charging-sales",
        post="kerbside-charging",
        name="Joss at VoltKerb",
        email="joss@voltkerb.example",
        perspective="organisation",
        organisation="VoltKerb",
        hours_after=19,
        fate="decline",
        house_rule="promotion",
        body="""\
Councils need not wait. Our new VoltKerb Mini fits any lamp post in under an hour, and readers of this blog \
get 10% off orders of 20 or more until the end of the month. See https://voltkerb.example or ring our \
friendly sales team for a quotation.""",
    ),
    Comment(
        key="charging-likely-crypto",
        post="kerbside-charging",
        name="greenprofit",
        perspective="public",
        hours_after=375,
        fate="likely_spam",
        body="""\
Smart investors are already earning from charging points with our token. Guaranteed return of 12% a month. \
Early access here: https://greenprofit.example/join and https://greenprofit.example/whitepaper""",
    ),
    Comment(
        key="charging-waiting-tenant",
        post="kerbside-charging",
        name="Shanice O",
        perspective="affected",
        hours_after=371,
        fate="waiting",
        body="""\
On who is left out. I rent from the council, on the eleventh floor. There are 90 flats and six parking \
spaces with a socket, which are all let to people who do not live here. Nobody has broken a rule. The \
spaces were advertised on an app, and most of us did not hear about it until they had gone.

So please count who uses a charge point, and not only how far away it is. Ours is no distance at all.""",
    ),
    Comment(
        key="charging-waiting-terse",
        post="kerbside-charging",
        name="Bill",
        perspective="public",
        hours_after=380,
        fate="waiting",
        body="""\
Cables across pavements are already against the rules in our town. Nobody enforces it. Start there.""",
    ),
)
