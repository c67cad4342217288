"""Letters drawn up from a template of the lawbook: every figure and row comes from records, none is typed."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from django.utils.translation import gettext, override

from legation.base.wording.countries import country_name
from legation.base.wording.instants import day_in_letters
from legation.coordination.convert.papers import Content, Table
from legation.missions import queries as missions
from legation.missions.convert import MissionValue
from legation.missions.queries.consent import days_of
from legation.plan.convert import ElectionValue
from legation.stations import queries as stations
from legation.stations.convert import StationValue
from legation_core.lawbook.model import Template
from legation_core.lawbook.templates import fill, paragraphs
from legation_core.problems import Refused


def template_of(election: ElectionValue, key: str) -> Template:
    """The template in force under this key; refused (C141) where there is none."""
    found = election.rules.templates.get(key)
    if found is None:
        raise Refused("C141", facts={"template": key[:64]})
    return found


def drawn(election: ElectionValue, key: str, *, language: str, mission: str = "", country: str = "") -> Content:
    """The letter as the records stand now, in one of the lawbook's languages."""
    template = template_of(election, key)
    if language not in election.book.languages:
        language = election.book.languages[0]
    with override(language):
        table, figures = _table(election, template, language, mission, country)
        facts = figures | _general(election, template, language, mission, country)
        facts["addressee"] = fill(template.addressee.in_language(language), facts)
        text = fill(template.text.in_language(language), facts)
        title = fill(template.name.in_language(language), facts)
        marks = _invented(election) if template.table == "missions" else ()
    parts = "\n\n".join((*paragraphs(text), *marks))
    return Content(title[:300], parts, facts["addressee"][:300], table, language, key)


def _invented(election: ElectionValue) -> tuple[str, ...]:
    """A paragraph that marks figures which a demonstration invented; nothing where all were reported."""
    if any(one.invented for one in missions.registered(election).values()):
        return (gettext("DEMONSTRATION: some of these numbers are invented."),)
    return ()


def _general(election: ElectionValue, template: Template, language: str, mission: str, country: str) -> dict[str, str]:
    facts = {
        "body": election.book.bodies[template.body].name.in_language(language),
        "election": election.names.in_language(language),
        "day": day_in_letters(election.election_day, language),
        "last_day": day_in_letters(days_of(election, election.election_day).last_voting_day, language),
    }
    if mission:
        facts["mission"] = missions.mission(election.jurisdiction, mission).names.in_language(language)
    if country:
        facts["country"] = country_name(country)
    return facts


def _table(
    election: ElectionValue, template: Template, language: str, mission: str, country: str
) -> tuple[Table, dict[str, str]]:
    """The table of the letter and the figures that are counted from the same rows."""
    if template.table == "missions":
        return _missions(election, language)
    if template.table == "stations":
        own = [one for one in stations.stations(election) if one.mission.country == country]
        return _stations(own, language), {"stations": str(len(own))}
    return (), {}


def _missions(election: ElectionValue, language: str) -> tuple[Table, dict[str, str]]:
    """Missions with their voters by ground; those that reported nothing are named with a dash."""
    found = missions.registered(election)
    posts = missions.missions(election.jurisdiction)
    grounds = election.rules.lists.get("grounds", ())
    rows: list[tuple[str, ...]] = []
    for post in posts:
        counts = {one.ground: one.count for one in found[post.code].reports} if post.code in found else {}
        cells = [_count(counts.get(ground.key)) for ground in grounds]
        total = found[post.code].total if post.code in found else None
        rows.append((_place(post, language), *cells, _count(total)))
    sums = [sum(one.count for every in found.values() for one in every.reports if one.ground == g.key) for g in grounds]
    whole = sum(every.total or 0 for every in found.values())
    heads = (gettext("Mission"), *(ground.text.in_language(language) for ground in grounds), gettext("Together"))
    reported = [post for post in posts if post.code in found]
    figures = {
        "voters": str(whole),
        "missions": str(len(reported)),
        "countries": str(len({post.country for post in reported})),
    }
    return (heads, *rows, (gettext("Together"), *map(str, sums), str(whole))), figures


def _count(value: int | None) -> str:
    return "–" if value is None else str(value)


def _place(post: MissionValue, language: str) -> str:
    return f"{post.cities.in_language(language)}, {country_name(post.country)}"


def _stations(own: Sequence[StationValue], language: str) -> Table:
    """Stations of a host with address and local hours."""
    heads = (gettext("Place"), gettext("Address"), gettext("Day"), gettext("Hours, local time"))
    rows = [
        (
            _place(one.mission, language),
            one.address or one.mission.address or "–",
            day_in_letters(window.opens.astimezone(ZoneInfo(one.zone)).date(), language),
            f"{window.opens.astimezone(ZoneInfo(one.zone)):%H:%M}–{window.closes.astimezone(ZoneInfo(one.zone)):%H:%M}",
        )
        for one in own
        for window in one.windows
    ]
    return (heads, *rows)
