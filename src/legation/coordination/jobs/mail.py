"""Fetching mail about inquiries, and telling missions that there is something to read: a link, never what it says."""

import logging
from contextlib import suppress
from email.message import EmailMessage
from imaplib import IMAP4
from smtplib import SMTP, SMTP_SSL
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext, override
from imap_tools import BaseMailBox, MailBox, MailBoxUnencrypted
from imap_tools.errors import ImapToolsError

from legation.base import clock
from legation.coordination.actions import mail as actions
from legation.coordination.queries.mail import telling
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
    if found is None:
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
    kind = MailBox if server.tls else MailBoxUnencrypted
    return kind(server.host, server.port, timeout=SECONDS)


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
    if found is None or told is None or told.election != found.election:
        return
    server = found.smtp
    kind = SMTP_SSL if server.tls else SMTP
    try:
        with kind(server.host, server.port, timeout=SECONDS) as line:
            if server.user:
                line.login(server.user, server.password)
            line.send_message(_written(told.address, told.code, told.number, told.entry))
    except OSError as error:
        raise Refused("Q118", facts={"host": server.host}) from error


def _written(address: str, code: str, number: int, entry: int) -> EmailMessage:
    """The mail: which inquiry, and where to read it. The token stands in the address to which one replies."""
    found: Any = settings.MAIL
    own, _at, domain = found.address.partition("@")
    token = marked(code, found.secret)
    link = found.site.rstrip("/") + reverse("inquiries:inquiry", args=[found.election, code])
    message = EmailMessage()
    message["From"] = found.address
    message["To"] = address
    message["Reply-To"] = f"{own}+{token}@{domain}"
    message["Message-ID"] = f"<{token}.{entry}@{domain}>"
    message["In-Reply-To"] = message["References"] = f"<{token}@{domain}>"
    message["Auto-Submitted"] = "auto-generated"
    lines, subjects = [], []
    for language, _name in settings.LANGUAGES:
        with override(language):
            subjects.append(gettext("Inquiry %(number)d: something new") % {"number": number})
            lines.append(gettext("There is something new in inquiry %(number)d. Read it here:") % {"number": number})
    message["Subject"] = " / ".join(subjects)
    message.set_content("\n\n".join([*lines, link]) + "\n")
    return message
