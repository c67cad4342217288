"""Timed work: people are told by mail that something waits."""

import logging
from datetime import datetime
from email.message import EmailMessage

from django.utils.translation import gettext, override

from legation.accounts import queries as accounts
from legation.accounts.queries import actor_of
from legation.accounts.queries.access import by_code
from legation.base import clock, mailing
from legation.base.actors import Grant, Permission, ScopeRef
from legation.coordination.actions import notices
from legation.coordination.queries import inbox
from legation.plan import queries as plan
from legation_core.correspondence.notices import Choice, due_now

journal = logging.getLogger("legation.jobs")


def mail_notices() -> None:
    """Mail whoever wants it that something waits: the link alone. What was mailed is kept, so nobody is told twice."""
    if not mailing.set_up():
        return
    at = clock.now()
    told: dict[str, list[str]] = {}
    for person, mail, choice, told_at in inbox.mailed():
        jurisdiction = _waits_for(person, choice, told_at, at)
        if jurisdiction and _mail(mail, person):
            told.setdefault(jurisdiction, []).append(person)
    for jurisdiction, persons in told.items():
        home = Grant("operator", jurisdiction, "", ScopeRef("jurisdiction", jurisdiction), at)
        notices.mailed(jurisdiction=jurisdiction, persons=persons, by=actor_of("worker", home), at=at)


def _waits_for(person: str, choice: Choice, told_at: datetime | None, at: datetime) -> str:
    """The jurisdiction in which something is to be mailed to the person now; empty where nothing is."""
    user = by_code(person)
    for grant in accounts.grants_of(user.pk, at) if user else ():
        by = actor_of(person, grant)
        if Permission.BROADCAST_READ not in by.permissions:
            continue
        found = [one.waiting for election in plan.elections_for(by) for one in inbox.items(by, election, at)]
        if due_now(found, choice, told=told_at, now=at):
            return grant.jurisdiction
    return ""


def _mail(to: str, person: str) -> bool:
    """One mail with a link; what waits stands behind the sign-in. Whether the relay took it: else it is tried again."""
    message = EmailMessage()
    with override(accounts.user(person).language):
        message["Subject"] = gettext("Something waits for you")
        message.set_content(gettext("Sign in and look: %(address)s") % {"address": mailing.site()})
    message["To"] = to
    try:
        mailing.send(message)
    except OSError:
        journal.warning("the mail server did not take a notice; it is tried again")
        return False
    return True
