"""Fetching mail about inquiries, and telling missions that there is something to read: a link, never what it says."""

import logging
import ssl
from contextlib import suppress
from email.message import EmailMessage
from imaplib import IMAP4
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext, override
from imap_tools import BaseMailBox, MailBox, MailBoxStartTls, MailBoxUnencrypted
from imap_tools.errors import ImapToolsError

from legation.base import clock, mailing
from legation.coordination.actions import mail as actions
from legation.coordination.queries.mail import Telling, telling
from legation.readers.mail import read_mail
from legation_core.correspondence.threads import marked
from legation_core.problems import Refused

journal = logging.getLogger("legation.mail")
SECONDS = 30
"""How long a mail server may keep one waiting."""
MOST_AT_ONCE = 200
"""Mails of one visit; the rest comes with the next."""


def fetch() -> None:
    """Take in what came since. A mail is marked as seen after it was kept, and kept once: none is lost or doubled.

    A server that does not answer, or a line that is cut, is told to the journal; the next visit goes on from there.
    """
    found: Any = settings.MAIL
    if found is None or found.imap is None:
        return
    try:
        inbox = _inbox(found.imap)
        try:
            inbox.login(found.imap.user, found.imap.password)
            for uid in inbox.uids("UNSEEN")[:MOST_AT_ONCE]:
                _take(inbox, uid)
                inbox.flag(uid, r"\Seen", value=True)
            inbox.logout()
        finally:
            with suppress(OSError):
                inbox.client.shutdown()
    except (OSError, IMAP4.error, ImapToolsError) as error:
        journal.warning("mail was not fetched to its end: %s", type(error).__name__)


def _inbox(server: Any) -> BaseMailBox:
    if not server.tls:
        return MailBoxUnencrypted(server.host, server.port, timeout=SECONDS)
    kind = MailBoxStartTls if server.starttls else MailBox
    return kind(server.host, server.port, timeout=SECONDS, ssl_context=ssl.create_default_context())


def _take(inbox: BaseMailBox, uid: str) -> None:
    """One mail: its head first, and its body where that is not too large."""
    found: Any = settings.MAIL
    heads = list(inbox.fetch(uid_list=[uid], mark_seen=False, headers_only=True))
    if not heads:
        return
    too_large = heads[0].size_rfc822 > found.largest
    whole = heads if too_large else list(inbox.fetch(uid_list=[uid], mark_seen=False))
    for one in whole:
        actions.take_in(
            election=found.election, mail=read_mail(one.obj.as_bytes()), secret=found.secret, own=found.address,
            too_large=too_large, at=clock.now(),
        )  # fmt: skip


def tell(code: str) -> None:
    """Send the mail that is owed for an entry of an inquiry; nothing where mail is not set up or no address is kept."""
    found: Any = settings.MAIL
    told = telling(code)
    if found is None or told is None:
        return
    try:
        mailing.send(_written(told))
    except OSError as error:
        raise Refused("Q118", facts={"host": found.smtp.host}) from error


def _written(told: Telling) -> EmailMessage:
    """The mail: which inquiry, and where to read it. Where its election has an inbox, a reply comes into the thread:
    the token stands in the address to which one replies."""
    found: Any = settings.MAIL
    link = mailing.site().rstrip("/") + reverse("inquiries:inquiry", args=[told.election, told.code])
    message = EmailMessage()
    message["To"] = told.address
    if found.election == told.election:
        own, _at, domain = found.address.partition("@")
        token = marked(told.code, found.secret)
        message["Reply-To"] = f"{own}+{token}@{domain}"
        message["Message-ID"] = f"<{token}.{told.entry}@{domain}>"
        message["In-Reply-To"] = message["References"] = f"<{token}@{domain}>"
    lines, subjects = [], []
    for language, _name in settings.LANGUAGES:
        with override(language):
            subjects.append(gettext("Inquiry %(number)d: something new") % {"number": told.number})
            lines.append(
                gettext("There is something new in inquiry %(number)d. Read it here:") % {"number": told.number}
            )
    message["Subject"] = " / ".join(subjects)
    message.set_content("\n\n".join([*lines, link]) + "\n")
    return message
