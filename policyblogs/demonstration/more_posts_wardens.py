"""More posts of the Flood Resilience blog: flood wardens."""

from policyblogs.demonstration.shapes import Post

WARDEN_QUESTIONS = """\
About 2,600 people in this country have agreed to knock on their neighbours' doors when the river rises. \
They are called flood wardens. They are not paid, and most of them buy their own torch.

We pay for their training and write their handbook. As far as we can find, nobody has ever asked them what \
would help. So we are asking now.

## What we know

It is not much. We have a list with names, and it was last checked 3 years ago.

| What the list says | Number |
|---|---:|
| Wardens | 2,614 |
| Places with at least one | 488 |
| Places with exactly one | 203 |
| Wardens trained in the last 3 years | 1,120 |
| Addresses on the list that no longer work | Not known |

The third line troubles us. In 203 places the plan for a flood depends on one person being at home.

## The questions

Please answer as many or as few as you like, by number. If you are not a warden but one has knocked on your \
door, we would like to hear about that too.

1. **What is the first thing you do** when a warning comes, before anything that the handbook says?
2. **What do you carry** that we did not give you?
3. **Who do you never reach?** We do not want names. We would like to know why.
4. **What did we send you** that you have never used?
5. **What would make you stop** being a warden?

The fifth is there because we lose about 1 warden in 8 each year and have only ever asked how to find new \
ones.

## What will become of your answers

Two of us will read everything. We will answer here within 2 working days, in our own names. If something \
can simply be put right, we will do it and tell you. If it needs money or somebody else's agreement, we will \
say whose.

At the end of 6 weeks we will write up what we heard, in a post like this one. For each point we will say \
what we did, or why we did nothing. We will not count how many people said a thing and call it a result.

### If you would rather not write here

- Telephone 01632 960144 on weekday afternoons. One of us will answer and write down what you say.
- Write to Flood Wardens, PO Box 12, Northvale. No stamp is needed.
- Come to one of 6 evenings. The [dates and places](https://www.example.org/warden-evenings) include 2 on a \
Saturday, because wardens told us that they have jobs.

A letter or a word at an evening counts as much as a comment.

## One thing we have changed already

While writing this we read our own handbook from the first page to the last. It is 64 pages long. Page 31 \
says that wardens should "refer to the escalation matrix at Annex F". There is no Annex F, and there was \
none in the edition before.

> I assumed that everybody else had it.

That is what the first warden we asked told us, and the second. We have taken the sentence out. Please tell \
us what else is in there that nobody likes to mention. Our other posts are on [this blog's front \
page](/flood-resilience/).
"""

WARDENS_SAID = """\
Eight weeks ago we asked flood wardens 5 questions. They sent 611 answers: 94 here and by email, 203 by \
letter, 71 by telephone and 243 spoken aloud at 6 evenings in halls. Thank you.

We promised to say what became of each point. This post keeps that promise as far as we can today.

## What we heard, and what we did

| You said | We did | When |
|---|---|---|
| The handbook is too long to use in the rain | One card, both sides, waterproof | Now with 480 wardens |
| The torch is the first thing to fail | A head torch in every kit, with spare batteries | Within 4 months |
| Warnings reach us after our neighbours | Wardens now get them 10 minutes earlier | Since last week |
| We are told to ring a number that is engaged | A line for wardens only, answered by a person | On trial in \
3 areas |
| Nobody says how it ended | A short note to wardens after every warning | Since last week |
| Training is 40 miles away on a Wednesday | 14 evenings, in 14 places | From next month |

The fifth cost nothing. It is a paragraph, written by the duty officer, that says what the river did and \
what the warning got right or wrong. A warden of 16 years wrote to say that it was the first time anybody \
had told her.

## What wardens carry

The second question brought out the best answers. Almost nobody mentioned the equipment that we issue. They \
carry dog biscuits, a spare pair of reading glasses, a whistle, a flask and chalk. The chalk is for the \
pavement outside a house where everybody is out.

> I carry a photograph of the last one. People who moved in since do not believe me until they see the \
letter box.

We have put chalk in the kit. We are asking 20 wardens to try the photograph.

## Who is never reached

### People who work nights

Wardens knock when a warning comes in, and a household where everybody works nights does not hear. We knew \
of this. We did not know that it came up in nearly every place.

### People who do not open the door

Some have been told never to open it after dark, often by the police or by their children. Both sides are \
right. Three places have an answer that they thought of by themselves: the warden and the household agree on \
a word.

### People in holiday lets

They do not know where they are. We mean this exactly. Asked for the name of the street, most visitors could \
not give it. We have begun to talk with the people who let homes by the week.

## What we decided not to do

It would be easy to leave this part out.

1. **Paying wardens.** It was asked for by some and opposed by about as many. It is a decision for \
ministers, and there is no plan for it. We passed on what each side said.
2. **A uniform.** Wardens were divided. In some places a bright jacket opens doors and in others it keeps \
them shut. You can have one if you want one.
3. **An app.** Several organisations suggested it. Hardly any wardens did.

## What we got wrong in asking

We said that a name on our list was a warden. We have now written to all 2,614. So far 340 letters have come \
back, and 61 people told us that they had stopped years ago. One reply came from a widow. She had gone on \
opening our letters because it was nice to see his name.

We are sorry. The list is being checked by people who telephone, and it will be done every year.

## What happens next

In 6 months we will ask the same people whether any of this has made a difference. Wardens who answer will \
see the draft of that post before it goes to our press office. If we have claimed more than they can see in \
the street, they can say so in the post itself.

The [full list of points](https://www.example.org/warden-answers) has 88 lines, and each one has an answer. \
If yours is missing or is not what you meant, please say so below. What you said first is under \
[questions](/flood-resilience/tag/questions/).
"""

WARDENS_POSTS = (
    Post(
        key="warden-questions",
        team="flood-resilience",
        authors=("nadia.farrow@rivers.example",),
        title="Five things we would like to ask flood wardens",
        summary=(
            "About 2,600 people give their time as flood wardens. We have never asked them what would help. "
            "Here are 5 questions to begin."
        ),
        tags=("flood wardens", "questions", "front line"),
        body=WARDEN_QUESTIONS,
        story="live",
        started_days_ago=186,
        submitted_days_ago=177,
        released_days_ago=173,
    ),
    Post(
        key="wardens-said",
        team="flood-resilience",
        authors=("nadia.farrow@rivers.example", "tomos.gwilt@rivers.example"),
        title="You said, we did: what flood wardens told us",
        summary=(
            "Wardens sent us 611 answers to 5 questions. This is what we did with them, and the 3 things "
            "that we decided not to do."
        ),
        tags=("flood wardens", "you said, we did", "front line"),
        body=WARDENS_SAID,
        story="live",
        started_days_ago=127,
        submitted_days_ago=122,
        released_days_ago=118,
    ),
)
