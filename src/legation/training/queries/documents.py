"""Papers of a seminar: the certificate with its code for telephones, and the minutes, generated from records."""

import io
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import segno
from django.utils.translation import gettext, ngettext, override

from legation.base.typesetting import typeset
from legation.base.wording.instants import day_in_letters
from legation.coordination.queries.documents import clean, docx_of, pdf_of
from legation.plan.convert import ElectionValue
from legation.training.convert import SeatValue, SeminarValue, SpeakerValue
from legation.training.queries import holding, seminars
from legation.training.queries.learning import CertificateValue
from legation.training.queries.places import Sitting, sittings
from legation_core.lawbook.templates import TABLE
from legation_core.training.audience import Asked


def certificate_pdf(
    election: ElectionValue, found: CertificateValue, seat: SeatValue, *, address: str, language: str, form: str = "pdf"
) -> bytes:
    """The certificate; its code leads to the page that checks it. `form` is `pdf`, or `png` to look at it."""
    out = io.BytesIO()
    segno.make_qr(address, error="m").save(out, kind="svg", border=2, dark="#000000", light="#ffffff", xmldecl=False)
    with override(language):
        data = _certificate(election, found, seat, language)
    data |= {"language": language, "address": address, "code": out.getvalue().decode()}
    return typeset("legation.training", "certificate", data, form=form)


def _certificate(election: ElectionValue, found: CertificateValue, seat: SeatValue, language: str) -> dict[str, Any]:
    one = found.seminar
    (sitting,) = sittings(election, [Asked(seat.kind, seat.of)])
    met = [each for each in seminars.sessions(one) if each.number == seat.session]
    return {
        "title": gettext("Certificate"),
        "issuers": _issuers(election, language),
        "says": gettext("This is to certify that"),
        "holder": clean(found.participant.name),
        "place": clean(_of(sitting, found)),
        "seminar": gettext("took part in “%(seminar)s”") % {"seminar": clean(one.names.in_language(language))},
        "sessions": " · ".join(_day(election, each.starts_at, language) for each in met),
        "modules": [clean(each.names.in_language(language)) for each in seminars.modules(one)],
        "number": gettext("Certificate No. %(number)d, %(day)s")
        % {"number": found.number, "day": _day(election, found.at, language)},
        "check": gettext("Whoever is shown this paper can check it here:"),
        "mark": gettext("INVENTED") if found.participant.basis == "invented" else "",
    }


def _of(sitting: Sitting, found: CertificateValue) -> str:
    if found.participant.function:
        return f"{sitting.name} · {_functions()[found.participant.function]}"
    return sitting.name


def _functions() -> dict[str, str]:
    return {
        "chair": gettext("chair of a station's commission"),
        "secretary": gettext("secretary of a station's commission"),
        "member": gettext("member of a station's commission"),
    }


def _issuers(election: ElectionValue, language: str) -> list[str]:
    wanted = ("central_commission", "ministry")
    return [clean(one.name.in_language(language)) for one in election.book.bodies.values() if one.kind in wanted]


def _day(election: ElectionValue, at: datetime, language: str) -> str:
    return day_in_letters(at.astimezone(ZoneInfo(election.home_zone)).date(), language)


def minutes_data(election: ElectionValue, one: SeminarValue, *, language: str) -> dict[str, Any]:
    """The minutes of a seminar: when, who spoke, the agenda, how many took part by session, what was asked."""
    sessions, speakers = seminars.sessions(one), seminars.speakers(one)
    seats, people, there = seminars.seats(one), seminars.participants(one), holding.attendance(one)
    with override(language):
        parts = [clean(one.aims.in_language(language))] if one.aims.in_language(language) else []
        parts.append(gettext("Speakers: %(names)s.") % {"names": _named(speakers)})
        parts += [f"{each.order}. {clean(each.names.in_language(language))}" for each in seminars.modules(one)]
        parts.append(TABLE)
        asked = holding.questions(one)
        open_ones = sum(not each.answer for each in asked)
        told = ngettext("%(count)d question was asked;", "%(count)d questions were asked;", len(asked))
        rest = ngettext("%(count)d is not answered.", "%(count)d are not answered.", open_ones)
        parts.append(f"{told % {'count': len(asked)}} {rest % {'count': open_ones}}")
        for each in asked:
            parts.append(clean(f"– {each.text}"))
            parts.append(clean(each.answer) if each.answer else gettext("Not answered yet."))
        head = (gettext("Session"), gettext("Begins"), gettext("Seats"), gettext("Named"), gettext("Took part"))
        rows = [head]
        for met in sessions:
            own = [seat for seat in seats if seat.session == met.number]
            named = [person for seat in own for person in people.get(seat.id, ())]
            present = sum(entry.enough for ones in there.values() for entry in ones if entry.session == met.number)
            local = met.starts_at.astimezone(ZoneInfo(election.home_zone))
            rows.append((str(met.number), f"{local:%Y-%m-%d %H:%M}", str(len(own)), str(len(named)), str(present)))
        ended = all(each.ended_at for each in sessions)
        data = {
            "title": gettext("Minutes: %(seminar)s") % {"seminar": clean(one.names.in_language(language))},
            "body": " · ".join(_issuers(election, language)),
            "addressee": "",
            "reference": _day(election, sessions[0].starts_at, language) if sessions else "",
            "draft": "" if ended and sessions else gettext("DRAFT"),
            "foot": gettext("Generated from the records of the seminar"),
        }
    return data | {"parts": parts, "table": [[clean(cell) for cell in row] for row in rows], "language": language}


def _named(speakers: tuple[SpeakerValue, ...]) -> str:
    own = [one for one in speakers if one.stands_in_for is None]
    return "; ".join(clean(f"{one.name}, {one.function}") for one in own) or "–"


WRITERS = {"pdf": pdf_of, "docx": docx_of}
