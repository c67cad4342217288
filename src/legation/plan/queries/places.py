"""Places of the plan and what the law keeps apart, as whoever gives roles asks for them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from legation.base.actors import ScopeRef
from legation.plan.models import District, Election, Jurisdiction
from legation.plan.permissions import scopes_of
from legation.plan.queries import lawbook_in_use
from legation_core.lawbook.model import Incompatible
from legation_core.powers.grants import Law


def around(places: frozenset[ScopeRef]) -> dict[ScopeRef, frozenset[ScopeRef]]:
    """Of these districts those of any election of their jurisdiction, with the scopes in which each lies."""
    numbers = [place.code.partition("/")[2] for place in places]
    rows = District.objects.filter(number__in=numbers).values_list("election__jurisdiction", "number").distinct()
    found = {ScopeRef("district", f"{jurisdiction}/{number}"): jurisdiction for jurisdiction, number in rows}
    return {place: scopes_of(found[place]) | {place} for place in places if place in found}


def elections_around(places: frozenset[ScopeRef]) -> dict[ScopeRef, frozenset[ScopeRef]]:
    """Of these elections those that exist, with the scopes in which each lies."""
    rows = Election.objects.filter(pk__in=[place.code for place in places]).values_list("code", "jurisdiction")
    return {ScopeRef("election", code): scopes_of(jurisdiction, code) for code, jurisdiction in rows}


def districts_of(jurisdiction: str) -> tuple[ScopeRef, ...]:
    """The districts of any election of the jurisdiction, by number."""
    rows = District.objects.filter(election__jurisdiction=jurisdiction).values_list("number", flat=True).distinct()
    return tuple(ScopeRef("district", f"{jurisdiction}/{one}") for one in sorted(rows, key=lambda one: (len(one), one)))


def elections_of(jurisdiction: str) -> tuple[ScopeRef, ...]:
    rows = Election.objects.filter(jurisdiction=jurisdiction).order_by("-election_day", "code")
    return tuple(ScopeRef("election", code) for code in rows.values_list("code", flat=True))


def home_zone(jurisdiction: str) -> str:
    """The zone of the home country; UTC before the first lawbook."""
    return Jurisdiction.objects.filter(pk=jurisdiction).values_list("home_zone", flat=True).first() or "UTC"


def kept_apart(jurisdiction: str, at: datetime) -> Law:
    """The bodies for which nobody acts at one time, by the lawbook in use, on the day of `at` at home."""
    book = lawbook_in_use(jurisdiction)
    if book is None:
        return Law(kinds={})
    day = at.astimezone(ZoneInfo(book.home_zone)).date()
    entries = [item for _topic, item in book.provisions if isinstance(item, Incompatible)]
    kinds = {key: body.kind for key, body in book.bodies.items()}
    return Law(apart=[item for item in entries if item.span.holds_on(day)], kinds=kinds)
