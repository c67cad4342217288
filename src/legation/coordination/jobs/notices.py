"""Timed work: people are told by mail that something waits."""

import logging
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.utils.translation import gettext, override

from legation.accounts import queries as accounts
from legation.accounts.queries import actor_of
from legation.accounts.queries.access import by_code
from legation.base import clock
from legation.base.actors import Grant, Permission, ScopeRef
from legation.coordination.actions import notices
from legation.coordination.queries import inbox
from legation.plan import queries as plan
from legation_core.correspondence.notices import Choice, due_now

journal = logging.getLogger("legation.jobs")


def mail_notices() -> None:
    """Mail whoever wants it that something waits: the link alone. What was mailed is kept, so nobody is told twice."""
    if not settings.NOTICES_SMTP:
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
    host, _colon, port = settings.NOTICES_SMTP.partition(":")
    line = get_connection("django.core.mail.backends.smtp.EmailBackend", host=host, port=int(port or 25), timeout=20)
    with override(accounts.user(person).language):
        subject = gettext("Something waits for you")
        text = gettext("Sign in and look: %(address)s") % {"address": f"{settings.STAFF_ADDRESS}/"}
    try:
        EmailMessage(subject, text, settings.NOTICES_FROM, [to], connection=line).send()
    except OSError:
        journal.warning("the relay of notices did not take a mail; it is tried again")
        return False
    return True
