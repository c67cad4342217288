"""Agenda and minutes of the daily meeting on paper. What people typed is data, never markup."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import get_language, gettext

from legation.base.typesetting import typeset
from legation.base.wording import text_of
from legation.base.wording.bodies import body_name
from legation.base.wording.instants import Clock, told
from legation.base.wording.matters import PARTS, state_in_words
from legation.coordination.convert.matters import MatterValue, MinutesValue
from legation.coordination.queries.documents import clean
from legation.coordination.queries.matters import Agenda
from legation.plan.convert import ElectionValue

Part = tuple[str, Sequence[Mapping[str, Any]]]


def agenda_pdf(election: ElectionValue, agenda: Agenda) -> bytes:
    """The agenda as it stands now."""
    parts = [(part, [_point(one) for one in found]) for part, found in (*agenda.parts, ("settled", agenda.settled))]
    return _sheet(election, gettext("Agenda of the daily meeting"), agenda.at, parts, gettext("not minutes"), ())


def minutes_pdf(election: ElectionValue, minutes: MinutesValue) -> bytes:
    """The minutes with lines for two signatures; until both signed here, each page says so."""
    title = gettext("Minutes of meeting %(number)d") % {"number": minutes.number}
    state = "" if minutes.signed_at else gettext("NOT SIGNED")
    signers = [body_name("central_commission"), body_name("ministry")]
    return _sheet(election, title, minutes.held_at, minutes.parts, state, signers, minutes.digest)


def _point(one: MatterValue) -> dict[str, Any]:
    return {
        "title": one.title, "text": one.text, "place": one.place, "state": str(one.state), "due": one.due.isoformat(),
        "owned_by": sorted(one.owners), "options": [], "decision": "", "changes": [], "closing": one.closing,
        "said": [],
    }  # fmt: skip


def _sheet(
    election: ElectionValue,
    title: str,
    at: datetime,
    parts: Iterable[Part],
    state: str,
    signers: Sequence[str],
    digest: str = "",
) -> bytes:
    language = get_language() or "en"
    home = Clock(election.home_zone)
    data = {
        "title": title,
        "election": clean(text_of(election.names)),
        "at": str(told(at, home, None, language=language)),
        "state": state,
        "parts": [
            {"name": str(PARTS[part]), "points": [_lines(one, home, language) for one in rows]}
            for part, rows in parts
            if rows
        ],
        "signers": list(signers),
        "foot": f"SHA-256 {digest}" if digest else "",
        "language": language,
    }
    return typeset("legation.coordination", "meeting", data)


def _lines(one: Mapping[str, Any], home: Clock, language: str) -> dict[str, Any]:
    """A matter on paper: its title, and what there is to say of it as pairs of a name and a text."""
    due = str(told(datetime.fromisoformat(one["due"]), home, None, language=language))
    owners = ", ".join(body_name(key) for key in one["owned_by"])
    pairs = [
        (gettext("State"), state_in_words(one["state"])),
        (gettext("Place"), one["place"]),
        (gettext("To be decided until"), due if one["state"] in ("raised", "taken") else ""),
        (gettext("Owners"), owners),
        *((gettext("Option %(number)d") % {"number": number}, text) for number, text in enumerate(one["options"], 1)),
        *((gettext("Said"), text) for text in one["said"]),
        (gettext("Decision of both"), one["decision"]),
        (gettext("What it changed"), ", ".join(one["changes"])),
        (gettext("How it ended"), one["closing"]),
    ]
    told_pairs = [[name, clean(text)] for name, text in pairs if text]
    return {"title": clean(one["title"]), "text": clean(one["text"]), "pairs": told_pairs}
