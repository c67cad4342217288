"""The law in the reader's words: acts, bodies, days as officials count them, and what clashes in a calendar."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from legation.base.wording import text_of, worded
from legation.base.wording.instants import day_in_words
from legation.plan.convert import ElectionValue
from legation_core.lawbook.model import Anchor, CalendarEntry, Lawbook
from legation_core.problems import Fact, Problem

ACTS: dict[str, str | Promise] = {
    "adopt_lawbook": _("Adopt a version of the lawbook, or a change of it"),
    "open_election": _("Open an election in the system from an adopted lawbook"),
    "set_election_day": _("Set the election day"),
    "move_election_day": _("Move the election day, after seeing every deadline that changes"),
    "register_mission": _("Enter a mission, its country and its working week"),
    "designate_representative": _("Name the authorised representative of a mission by letter"),
    "report_registered_voters": _("Report how many voters are registered, by ground, date and source"),
    "create_station": _("Create a station"),
    "submit_districts": _("Submit which districts should carry the stations"),
    "attach_station": _("Attach a station to a district"),
    "number_station": _("Give a station its number"),
    "change_station": _("Change the address, the name, the hours or the place of a station"),
    "close_station": _("Close a station for good"),
    "set_catchment": _("Say which countries and regions a station serves"),
    "approve_plan": _("Approve the action plan of an election"),
    "ask_host_consent": _("Tell a host country of the vote, or ask it for its consent, and enter its answer"),
    "appoint_commission": _("Appoint the members of a station commission"),
    "draw_up_list": _("Draw up the list of voters of a station"),
    "certify_list": _("Certify the list of voters of a station"),
    "add_voter": _("Add a voter to the list on a voting day"),
    "accredit_observer": _("Accredit an observer for the whole election"),
    "accredit_observer_in_district": _("Accredit an observer for the stations of one district"),
    "overrule_refusal": _("Let an act pass that a rule of the law refused, by decision with its reason"),
    "send_ballots": _("Send the ballots to the station and record their receipt"),
    "decide_complaint": _("Decide a complaint about a station or its list"),
    "send_protocol": _("Send the signed protocol of a station"),
    "receive_protocol": _("Receive the protocol of a station and acknowledge it"),
    "accept_protocol": _("Accept a protocol into the table"),
    "invalidate_result": _("Invalidate the result of a station"),
    "publish_result": _("Publish results"),
}
"""The acts of the core by key; a test holds the texts to the core's."""

ENTRIES = frozenset({"key", "presupposed"})
DAYS = frozenset({"due", "later", "known", "day", "called_on", "day_set_on", "election_day"})
"""Facts of problems that are keys of calendar entries, and those that are days."""


def body_told(book: Lawbook, key: str) -> str:
    """The body's name in the reader's language; its key where the lawbook names no such body."""
    body = book.bodies.get(key)
    return text_of(body.name) if body else key


def counted(days: int) -> str:
    """A day counted from the election day, as officials say it: T-30, T, T+2."""
    return f"T{days:+d}" if days else "T"


def counted_otherwise(entry: CalendarEntry) -> str:
    """How the law counts the entry, in words, where that is not from the election day."""
    if entry.hours is not None:
        told = ngettext("%(count)d hour after the closing", "%(count)d hours after the closing", entry.hours)
        return told % {"count": entry.hours}
    return counted_from(entry.anchor, entry.days)


def counted_from(anchor: Anchor, count: int) -> str:
    """A day counted from another one than the election day, in words; empty where it is that."""
    days = {"count": count}
    if count == 0 and anchor in (Anchor.CALL, Anchor.DAY_SET):
        return gettext("on the day of the call") if anchor is Anchor.CALL else gettext("when the day is set")
    if anchor is Anchor.CALL:
        return ngettext("%(count)d day after the call", "%(count)d days after the call", count) % days
    if anchor is Anchor.DAY_SET:
        return ngettext("%(count)d day after the day was set", "%(count)d days after the day was set", count) % days
    return ""


def clash_told(election: ElectionValue, problem: Problem) -> str:
    """The sentence of a clash with entries and days as readers know them, not by key and number."""
    texts = {entry.key: f"“{text_of(entry.text)}”" for entry in election.rules.calendar}
    year = election.election_day.year
    facts = {name: _fact_told(name, value, texts, year) for name, value in problem.facts.items()}
    return worded(Problem(problem.code, problem.where, facts))


def _fact_told(name: str, value: Fact, texts: Mapping[str, str], year: int) -> Fact:
    if name in ENTRIES:
        return texts.get(str(value), value)
    if name in DAYS:
        return day_in_words(date.fromisoformat(str(value)), get_language() or "en", year)
    return value
