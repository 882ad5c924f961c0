"""The demonstration's departments, teams and people. All of them are invented."""

from dataclasses import dataclass

PASSWORD = "walk-the-green-lane"  # noqa: S105  printed at the first start, for the demonstration only


@dataclass(frozen=True)
class Department:
    slug: str
    name: str
    settings: tuple[str, ...] = ()  # those of sign-off that are on


@dataclass(frozen=True)
class Team:
    slug: str
    name: str
    department: str
    purpose: str
    about: str


@dataclass(frozen=True)
class Person:
    """Somebody with roles, each in a team or a department; `walk` marks the one to try each role as."""

    name: str
    email: str
    job_title: str
    roles: tuple[tuple[str, str], ...] = ()  # the first is the one to try
    superuser: bool = False
    walk: bool = False

    @property
    def roles_said(self) -> str:
        """The roles in plain English, such as "author in Flood Resilience"."""
        said = [f"{ROLES[role]} {PLACES[place]}" for role, place in self.roles]
        return "; ".join(["platform administrator"] * self.superuser + said)


DEPARTMENTS = (
    Department(
        "rivers-and-coasts", "Department for Rivers and Coasts", ("publishes_differences", "short_questions")
    ),
    Department("everyday-transport", "Ministry of Everyday Transport"),
    Department("local-places", "Department for Local Places", ("names_signatories",)),
)

TEAMS = (
    Team(
        slug="flood-resilience",
        name="Flood Resilience",
        department="rivers-and-coasts",
        purpose="How people, homes and warnings can be made ready for floods",
        about="""\
We work on flood warnings, river sensors and the grants that help people protect their homes. We write \
about what we are trying, what the evidence says and what has not worked. Please tell us what you see where \
you live.""",
    ),
    Team(
        slug="inland-waterways",
        name="Inland Waterways",
        department="rivers-and-coasts",
        purpose="Canals, locks and towpaths, and the people who look after and use them",
        about="""\
We are a team of 9 who look after policy on canals and navigable rivers. We spend a good part of our time \
on the towpath, and we write about what we learn there. Questions from boaters, anglers, walkers and \
cyclists are all welcome.""",
    ),
    Team(
        slug="coastal-change",
        name="Coastal Change",
        department="rivers-and-coasts",
        purpose="How places on a moving coast can plan ahead",
        about="""\
Some parts of the coast are moving, and the people who live there need time to plan. We publish our \
questions, our list of work and the reasons when we change our minds. We would like to hear from people who \
live, work or do research by the sea.""",
    ),
    Team(
        slug="local-buses",
        name="Local Buses",
        department="everyday-transport",
        purpose="What makes a bus somebody's first choice for a short journey",
        about="""\
We look at how local bus services are planned, run and used. We visit depots, ride the routes and publish \
what we find, including the parts that do not fit. Drivers, passengers and operators know things that we do \
not, so please comment.""",
    ),
    Team(
        slug="kerbside",
        name="Kerbside",
        department="everyday-transport",
        purpose="Who needs the edge of the street, when, and what for",
        about="""\
Deliveries, parking, charging, crossing, sitting down: the edge of the street has many uses and there is \
only so much of it. We work with councils on how to share it fairly. This blog is where we think aloud.""",
    ),
    Team(
        slug="public-libraries",
        name="Public Libraries",
        department="local-places",
        purpose="What a library is used for now, and what would make the next visit better",
        about="""\
We work with councils that run libraries, with the people who staff them and with the people who use them. \
We write about what we measure, what we have misread and what we cannot yet see. If you have waited for a \
library to open, we would like to hear from you.""",
    ),
    Team(
        slug="parks-and-allotments",
        name="Parks and Allotments",
        department="local-places",
        purpose="Green places close to home: who uses them, who tends them and who is still waiting",
        about="""\
Most people use a park and hardly anybody counts them. We write \
about trees, gates, benches and waiting lists, and about trials that did not go as we expected. Gardeners, \
wardens and people who walk through on the way to work all know something that we need.""",
    ),
    Team(
        slug="street-markets",
        name="Street Markets",
        department="local-places",
        purpose="Markets and the squares they stand in: how they start, what keeps them going, why they stop",
        about="""\
We are 5 people who look after policy on street and covered markets. We try to be at one by 6 in the \
morning at least twice a month. Traders, shoppers, market managers and people who study such things are \
welcome to tell us where we are wrong.""",
    ),
)

ROLES = {
    "author": "author in",
    "team_editor": "team editor in",
    "community_manager": "community manager in",
    "press_officer": "press officer for the",
    "clearer": "clearer for the",
    "department_admin": "department administrator for the",
    "auditor": "auditor of the",
}

PLACES = {place.slug: place.name for place in (*DEPARTMENTS, *TEAMS)}

PEOPLE = (
    Person(
        name="Nadia Farrow",
        email="nadia.farrow@rivers.example",
        job_title="Policy adviser, flood warnings",
        roles=(("author", "flood-resilience"),),
        walk=True,
    ),
    Person(
        name="Tomos Gwilt",
        email="tomos.gwilt@rivers.example",
        job_title="Head of flood resilience policy",
        roles=(("team_editor", "flood-resilience"), ("author", "flood-resilience")),
        walk=True,
    ),
    Person(
        name="Ifeoma Brandt",
        email="ifeoma.brandt@rivers.example",
        job_title="Community manager",
        roles=(("community_manager", "flood-resilience"), ("community_manager", "coastal-change")),
        walk=True,
    ),
    Person(
        name="Oisín Tarrant",
        email="oisin.tarrant@rivers.example",
        job_title="Policy adviser, canals and towpaths",
        roles=(("author", "inland-waterways"), ("team_editor", "inland-waterways")),
    ),
    Person(
        name="Mei-Ling Ashdown",
        email="mei-ling.ashdown@rivers.example",
        job_title="Lead analyst, coasts",
        roles=(
            ("team_editor", "coastal-change"),
            ("author", "coastal-change"),
            ("author", "flood-resilience"),
            ("community_manager", "inland-waterways"),
        ),
    ),
    Person(
        name="Rohan Castellane",
        email="rohan.castellane@rivers.example",
        job_title="Policy adviser, coastal planning",
        roles=(("author", "coastal-change"),),
    ),
    Person(
        name="Priya Ellerby",
        email="priya.ellerby@rivers.example",
        job_title="Senior press officer",
        roles=(("press_officer", "rivers-and-coasts"),),
        walk=True,
    ),
    Person(
        name="Kwame Lindqvist",
        email="kwame.lindqvist@transport.example",
        job_title="Press officer, shared desk",
        roles=(("press_officer", "everyday-transport"), ("press_officer", "rivers-and-coasts")),
    ),
    Person(
        name="Ailsa Renwick",
        email="ailsa.renwick@rivers.example",
        job_title="Lead analyst, waterways",
        roles=(("clearer", "rivers-and-coasts"),),
        walk=True,
    ),
    Person(
        name="Hollis Draycott",
        email="hollis.draycott@rivers.example",
        job_title="Legal adviser",
        roles=(("clearer", "rivers-and-coasts"),),
    ),
    Person(
        name="Sunniva Blake",
        email="sunniva.blake@rivers.example",
        job_title="Head of digital publishing",
        roles=(("department_admin", "rivers-and-coasts"),),
        walk=True,
    ),
    Person(
        name="Farid Hollins",
        email="farid.hollins@rivers.example",
        job_title="Internal auditor",
        roles=(
            ("auditor", "rivers-and-coasts"),
            ("auditor", "everyday-transport"),
            ("auditor", "local-places"),
        ),
        walk=True,
    ),
    Person(
        name="Leila Montrose",
        email="leila.montrose@transport.example",
        job_title="Head of local bus policy",
        roles=(("team_editor", "local-buses"), ("author", "local-buses")),
    ),
    Person(
        name="Callum Strand",
        email="callum.strand@transport.example",
        job_title="Policy adviser, streets and charging",
        roles=(("author", "kerbside"), ("team_editor", "kerbside")),
    ),
    Person(
        name="Zofia Marchbank",
        email="zofia.marchbank@transport.example",
        job_title="Community manager",
        roles=(
            ("community_manager", "local-buses"),
            ("community_manager", "kerbside"),
            ("author", "kerbside"),
        ),
    ),
    Person(
        name="Teresa Quill",
        email="teresa.quill@transport.example",
        job_title="Digital publishing manager",
        roles=(("department_admin", "everyday-transport"),),
    ),
    Person(
        name="Ines Valder",
        email="ines.valder@platform.example",
        job_title="Service operations engineer",
        superuser=True,
        walk=True,
    ),
    Person(
        name="Marit Oyelaran",
        email="marit.oyelaran@places.example",
        job_title="Policy adviser, libraries",
        roles=(("author", "public-libraries"),),
    ),
    Person(
        name="Gareth Pomfret-Singh",
        email="gareth.pomfret-singh@places.example",
        job_title="Head of libraries policy",
        roles=(("team_editor", "public-libraries"), ("author", "public-libraries")),
    ),
    Person(
        name="Adaeze Thornby",
        email="adaeze.thornby@places.example",
        job_title="Policy adviser, parks and allotments",
        roles=(("author", "parks-and-allotments"), ("team_editor", "parks-and-allotments")),
    ),
    Person(
        name="Silas Wetherell",
        email="silas.wetherell@places.example",
        job_title="Research lead, local places",
        roles=(
            ("author", "parks-and-allotments"),
            ("author", "public-libraries"),
            ("author", "street-markets"),
        ),
    ),
    Person(
        name="Yasmin Crowhurst",
        email="yasmin.crowhurst@places.example",
        job_title="Head of markets policy",
        roles=(("team_editor", "street-markets"), ("author", "street-markets")),
    ),
    Person(
        name="Bethan Okafor-Reid",
        email="bethan.okafor-reid@places.example",
        job_title="Community manager",
        roles=(("community_manager", "public-libraries"), ("community_manager", "parks-and-allotments")),
    ),
    Person(
        name="Lorcan Mistry",
        email="lorcan.mistry@places.example",
        job_title="Community manager, markets",
        roles=(("community_manager", "street-markets"), ("author", "street-markets")),
    ),
    Person(
        name="Ngozi Ferncliffe",
        email="ngozi.ferncliffe@places.example",
        job_title="Press officer",  # she writes no posts, so that somebody can always sign
        roles=(("press_officer", "local-places"),),
    ),
    Person(
        name="Henrik Dalloway",
        email="henrik.dalloway@places.example",
        job_title="Senior press officer",
        roles=(("press_officer", "local-places"), ("author", "public-libraries")),
    ),
    Person(
        name="Rukmini Haldane",
        email="rukmini.haldane@places.example",
        job_title="Digital publishing manager",
        roles=(("department_admin", "local-places"),),
    ),
)
