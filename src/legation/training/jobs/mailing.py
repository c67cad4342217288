"""Invitations and reminders by mail to the address on record of a mission: a link, a calendar entry beside it."""

from datetime import datetime
from email.message import EmailMessage
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext, override

from legation.base import clock, mailing
from legation.plan import queries as plan
from legation.training.queries import invitations
from legation.training.queries.invitations import Invited
from legation_core.problems import Refused


def mail_invitation(seat: str) -> None:
    """Mail an invitation to a seat, or remind of it; nothing where it was answered since or no address is on record."""
    told = invitations.invited(seat) if mailing.set_up() else None
    if told is None:
        return
    try:
        mailing.send(_written(told, clock.now()))
    except OSError as error:
        found: Any = settings.MAIL
        raise Refused("S134", facts={"host": found.smtp.host}) from error


def _written(told: Invited, at: datetime) -> EmailMessage:
    """The mail in the languages of the staff pages; the calendar entry in the first language of the seminar."""
    one = told.seminar
    link = mailing.site().rstrip("/") + reverse("seminars:seat", args=[one.election, one.code, told.seat.code])
    lines, subjects = [], []
    for language, _name in settings.LANGUAGES:
        with override(language):
            subjects.append(gettext("Invitation to a seminar"))
            lines.append(gettext("You are asked to a seminar. Read and answer here:"))
    message = EmailMessage()
    message["To"], message["Subject"] = told.address, " / ".join(subjects)
    message.set_content("\n\n".join([*lines, link]) + "\n")
    with override(one.languages[0] if one.languages else None):
        octets = invitations.icalendar_of(
            plan.election(one.election), one, told.seat, told.session, zone=told.zone, link=link, at=at
        )
    given = {"method": "PUBLISH"}
    message.add_attachment(octets, maintype="text", subtype="calendar", filename="seminar.ics", params=given)
    return message
