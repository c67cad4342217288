"""Mail as it comes: whatever is broken in it, what can be read is read and nothing is refused.

Attachments are named and never taken over; HTML is not shown: a mail that has nothing else gives its bare text.
"""

import hashlib
import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import Message
from email.utils import getaddresses, parseaddr
from html.parser import HTMLParser

LONGEST_TEXT = 20_000
MOST_ATTACHMENTS = 20
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_BY_MACHINES = frozenset({"bulk", "junk", "list", "auto_reply"})


@dataclass(frozen=True, slots=True)
class Mail:
    """What a mail says."""

    message_id: str
    marks: tuple[str, ...]
    """Where a token may stand: the addresses to which it went, and the identifiers that it names."""
    sender: str
    """The address from which it says to come, in small letters; empty where there is none."""
    subject: str
    text: str
    automatic: bool
    attachments: tuple[str, ...]

    @property
    def identity(self) -> str:
        """SHA-256 by which the same mail is known again, by whatever way it came."""
        parts = (self.message_id, self.sender, self.subject, self.text)
        return hashlib.sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def read_mail(octets: bytes) -> Mail:
    """The mail in `octets`; of one whose body was not fetched, its head."""
    message = message_from_bytes(octets, policy=policy.compat32)
    text, attachments = _body(message)
    marks = [*_all(message, "To", "Cc", "Delivered-To", "X-Original-To"), *_all(message, "In-Reply-To", "References")]
    return Mail(
        message_id=_clean(_head(message, "Message-ID"))[:300],
        marks=tuple(_clean(one)[:2000] for one in marks[:50]),
        sender=_clean(parseaddr(_head(message, "From"))[1])[:200].lower(),
        subject=_clean(_decoded(_head(message, "Subject")))[:200],
        text=text[:LONGEST_TEXT],
        automatic=_automatic(message),
        attachments=tuple(attachments[:MOST_ATTACHMENTS]),
    )


def addressed(mail: Mail) -> frozenset[str]:
    """The addresses in its marks."""
    return frozenset(address.lower() for _name, address in getaddresses(list(mail.marks)) if address)


def _head(message: Message, name: str) -> str:
    value = message.get(name, "")
    return str(value)


def _all(message: Message, *names: str) -> list[str]:
    return [str(value) for name in names for value in message.get_all(name, [])]


def _automatic(message: Message) -> bool:
    """Whether a machine sent it: RFC 3834, and the habits of those who do not keep it."""
    by_itself = _head(message, "Auto-Submitted").strip().lower() not in ("", "no")
    to_many = _head(message, "Precedence").strip().lower() in _BY_MACHINES
    returned = message.get("Return-Path") is not None and _head(message, "Return-Path").strip() == "<>"
    return by_itself or to_many or returned or message.get("List-Id") is not None


def _body(message: Message) -> tuple[str, list[str]]:
    """The text, plain where there is any, and the names of what is attached."""
    plain: list[str] = []
    marked_up: list[str] = []
    attached: list[str] = []
    for part in message.walk():
        if part.is_multipart():
            continue
        kind = part.get_content_type()
        if part.get_filename() or part.get_content_disposition() == "attachment" or not kind.startswith("text/"):
            attached.append(_clean(_decoded(str(part.get_filename() or kind)))[:120])
        elif kind == "text/html":
            marked_up.append(_bare(_text(part)))
        else:
            plain.append(_text(part))
    chosen = plain if any(one.strip() for one in plain) else marked_up
    return "\n\n".join(_clean(one) for one in chosen).strip(), attached


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    octets = payload if isinstance(payload, bytes) else str(payload or "").encode("utf-8", "replace")
    charset = part.get_content_charset() or "utf-8"
    for one in (charset, "utf-8", "cp1251"):
        try:
            return octets.decode(one)
        except (LookupError, UnicodeError):
            continue
    return octets.decode("utf-8", "replace")


def _decoded(text: str) -> str:
    """Encoded words as text; what cannot be decoded stays as it stands."""
    from email.header import decode_header, make_header

    try:
        return str(make_header(decode_header(text)))
    except (LookupError, UnicodeError, ValueError):
        return text


def _clean(text: str) -> str:
    whole = text.encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    return _UNSEEN.sub("", whole).strip()


class _Bare(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.hidden += tag in ("script", "style")
        self.parts += ["\n"] if tag in ("br", "p", "div", "li", "tr") else []

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style") and self.hidden > 0

    def handle_data(self, data: str) -> None:
        self.parts += [] if self.hidden else [data]


def _bare(text: str) -> str:
    parser = _Bare()
    parser.feed(text)
    parser.close()
    return "".join(parser.parts)
