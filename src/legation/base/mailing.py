"""The one line by which mail leaves: encrypted, the server's certificate looked at, as `LEGATION_MAIL_FILE` says."""

import ssl
from contextlib import AbstractContextManager
from email.message import EmailMessage
from smtplib import SMTP, SMTP_SSL
from typing import Any

from django.conf import settings

SECONDS = 30
"""How long the server may keep one waiting."""


def set_up() -> bool:
    """Whether the operator named a server that sends."""
    return settings.MAIL is not None


def site() -> str:
    """Where the staff pages are reached, ending with /; what is mailed leads there."""
    found: Any = settings.MAIL
    return str(found.site)


def send(message: EmailMessage) -> None:
    """Give one mail to the server, from our address. `OSError` where it does not take it.

    Every mail says that a machine wrote it, so that no other machine answers.
    """
    found: Any = settings.MAIL
    server = found.smtp
    if "From" not in message:
        message["From"] = found.address
    message["Auto-Submitted"] = "auto-generated"
    with _line(server) as line:
        if server.starttls:
            line.starttls(context=ssl.create_default_context())
        if server.user:
            line.login(server.user, server.password)
        line.send_message(message)


def _line(server: Any) -> AbstractContextManager[SMTP]:
    if server.tls and not server.starttls:
        return SMTP_SSL(server.host, server.port, timeout=SECONDS, context=ssl.create_default_context())
    return SMTP(server.host, server.port, timeout=SECONDS)
