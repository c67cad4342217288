"""The cast of the demonstration of 2024. Its names are invented; the offices are those that the law names."""

from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from legation.base.actors import ScopeRef

JURISDICTION = "AZ"


@dataclass(frozen=True, slots=True)
class Part:
    """A person of the script: their role and scope, and, for the cast, what a visitor can do as them."""

    person: str
    name: str
    role: str
    scope: ScopeRef
    does: str = ""


HOME = ScopeRef("jurisdiction", JURISDICTION)

CAST = (
    Part(
        "ana",
        "Ana",
        "commission_chair",
        HOME,
        _("Sees every station, the calendar and the log; decides for the central commission."),
    ),
    Part(
        "eli",
        "Eli",
        "commission_officer",
        HOME,
        _("Prepares the commission's decisions; confirms as the second person what Ana proposes."),
    ),
    Part(
        "ben",
        "Ben",
        "ministry_headquarters",
        HOME,
        _("Keeps the 46 missions, submits stations to the commission, brings in files."),
    ),
    Part(
        "cora",
        "Cora",
        "mission_head",
        ScopeRef("mission", f"{JURISDICTION}/tabriz"),
        _("Head of the mission in Tabriz; in another role, chair of the commission of its station."),
    ),
    Part(
        "fara",
        "Fara",
        "district_chair",
        ScopeRef("district", f"{JURISDICTION}/17"),
        _("Chairs district 17: gives its stations their numbers."),
    ),
    Part("gus", "Gus", "auditor", HOME, _("Reads everything, changes nothing.")),
    Part(
        "dan",
        "Dan",
        "auditor",
        ScopeRef("jurisdiction", "ZZ"),
        _("Belongs to another jurisdiction: meets “not found” everywhere."),
    ),
    Part("hal", "Hal", "operator", HOME, _("Keeps the system running: sees its health, and nothing of the election.")),
)

OPERATOR = Part("operator", "Operator", "operator", HOME)
"""Sets the demonstration up; their only acts are the accounts."""

NIGHT = Part("mina", "Mina", "ministry_consular", HOME)
"""Takes over the night shift at the ministry's headquarters."""

DISTRICTS = ("15", "16", "19")


def extras(missions: dict[str, str]) -> tuple[Part, ...]:
    """The heads of the other missions, the chairs of the other districts, and who takes over at night.

    `missions`: city by mission code.
    """
    heads = tuple(
        Part(f"head-{code}", f"Head of mission, {city}", "mission_head", ScopeRef("mission", f"{JURISDICTION}/{code}"))
        for code, city in missions.items()
        if code != "tabriz"
    )
    chairs = tuple(
        Part(
            f"chair-{number}",
            f"Chair of district {number}",
            "district_chair",
            ScopeRef("district", f"{JURISDICTION}/{number}"),
        )
        for number in DISTRICTS
    )
    return (*heads, *chairs, NIGHT)
