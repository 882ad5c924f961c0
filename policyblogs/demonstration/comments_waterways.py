"""Comments on the Inland Waterways blog."""

from policyblogs.demonstration.shapes import Comment

WATERWAYS_COMMENTS = (
    Comment(
        key="locks-five-days",
        post="lock-keepers",
        name="Marguerite Ashby",
        perspective="front_line",
        organisation="Lock-keeper, retired",
        hours_after=20,
        fate="publish",
        body="""\
Thirty-one years on the locks and nobody from the office ever asked me about water. They asked me about \
litter, about signs, and once about the colour of the gates.

Two days is not enough. On the first day a visitor sees boats. On the second day he sees gates. It is about \
the fourth day before he sees water. Come in February.""",
        official_reply="""\
I laughed, and then I wrote it on the wall. You are the fifth person to tell me that 2 days is too short. I \
have asked whether new people could do 2 days in their first 3 months and come back for 3 more in winter. \
The answer was "perhaps", which is further than I expected. I would be glad to come in February myself, if \
you will show me where to look.""",
        official_reply_by="oisin.tarrant@rivers.example",
    ),
    Comment(
        key="locks-february",
        post="lock-keepers",
        name="Dev",
        perspective="front_line",
        organisation="Lock-keeper, Wadebank flight",
        hours_after=75,
        fate="publish",
        reply_to="locks-five-days",
        body="""\
She is right about February. Bring better boots.""",
    ),
    Comment(
        key="locks-liveaboard",
        post="lock-keepers",
        name="Rosalind Teague",
        perspective="affected",
        hours_after=39,
        fate="publish",
        body="""\
I live aboard, all year round. The part about chimneys made me cry a bit. In my second winter I had \
pneumonia, and it was a keeper who knocked.

It is not in anyone's job description, as you say. Please be careful. If you write it into one, somebody \
will count it, and then it will be a visit of ten minutes with a form. Could you find a way to protect the \
time without measuring what it is used for?""",
        official_reply="""\
Thank you for writing this. Your warning is a good one, and we have talked about it as a team. We will not \
ask anybody to count these visits. What we can do is to make sure that the time keepers spend walking the \
flight is not treated as spare when rotas are drawn up. That is where it was about to be lost.""",
        official_reply_by="mei-ling.ashdown@rivers.example",
    ),
    Comment(
        key="locks-model",
        post="lock-keepers",
        name="Professor Tadeusz Wren",
        perspective="academic",
        organisation="Institute for Water Systems, Thornmere",
        hours_after=120,
        fate="publish",
        body="""\
The moss is a lovely story, and it is also a measurement. Moss on a wall integrates the level over several \
days, which is what the operator wants to know and what two sensors that report every 15 minutes do not \
show directly.

There is a literature on using such signs alongside models. A summary is at \
https://www.example.org/local-signs-review and it reaches a modest conclusion: rules of thumb help most \
when the model is short of data, and least when conditions are new. A dry summer of a kind that nobody has \
seen may be one of those.""",
    ),
    Comment(
        key="locks-planks",
        post="lock-keepers",
        name="Ruaridh Fenn",
        email="ruaridh@oakandgate.example",
        perspective="front_line",
        organisation="Gate maker",
        hours_after=168,
        fate="publish",
        body="""\
It is not only that the office moved. When orders went to the new system the box for "allow for swelling" \
was left out, because whoever designed it did not know what it was for. So now the allowance goes in the \
notes, and the notes do not print.

Fix the box and you will save more than all the rest of your list put together.""",
    ),
    Comment(
        key="locks-angler",
        post="lock-keepers",
        name="Len",
        perspective="public",
        hours_after=230,
        fate="publish",
        body="""\
Nice read. Nothing in it about anglers, though. When the pounds are run low for a day the fish crowd into \
the deep end and we lose some of them. Keepers used to ring our club secretary the night before. It cost \
nothing. It stopped when the office numbers changed and I do not think that anybody meant it to.""",
    ),
    Comment(
        key="locks-doubt",
        post="lock-keepers",
        name="A. Brackenridge",
        perspective="public",
        hours_after=312,
        fate="publish",
        body="""\
I enjoyed this, but I am not sure what I am meant to take from it. One adviser, one flight, one week of \
good weather. The people you met are the people who said yes to a visitor from the ministry. Others may run \
their locks quite differently, or not so well.

Stories are how we remember things, and that is just why they are dangerous in policy. What would the same \
week have shown on a flight chosen at random?""",
    ),
    Comment(
        key="locks-thief",
        post="lock-keepers",
        name="Eyewitness",
        perspective="affected",
        hours_after=88,
        fate="decline",
        house_rule="unlawful",
        body="""\
Ask where the old oak goes. The man who runs the boatyard below the bottom lock steals it at night and \
sells it on, and he pays one of the managers to look away. I have no proof, but you only have to look at \
his new van. Print this and let him deny it.""",
    ),
    Comment(
        key="locks-bins",
        post="lock-keepers",
        name="Joan",
        perspective="public",
        hours_after=140,
        fate="decline",
        house_rule="on_topic",
        body="""\
My green bin has not been emptied for three weeks, and the council says that the lorry cannot get down our \
road. I have tried ringing and I have tried the website. As you are the government, please could you deal \
with it? We are nowhere near a canal.""",
    ),
    Comment(
        key="locks-casino",
        post="lock-keepers",
        name="lucky77",
        email="win@casino.example",
        perspective="public",
        hours_after=3,
        fate="spam",
        body="""\
Hello dear friend! Best bonus and free spins every day at https://casino.example/lock-keepers and \
https://casino.example/bonus. No deposit. I made 4,000 in one week working from my home, and you can \
too.""",
    ),
    Comment(
        key="locks-likely-seo",
        post="lock-keepers",
        name="Canal Holiday Tips",
        email="editor@holidaytips.example",
        perspective="organisation",
        organisation="Canal Holiday Tips",
        hours_after=1760,
        fate="likely_spam",
        body="""\
Fantastic article, thanks for sharing this valuable information. We have written a similar article about \
the ten best locks to visit with a dog, which your readers would love: \
https://holidaytips.example/ten-best-locks. Would you consider a link exchange?""",
    ),
)
