"""Mail about inquiries over real IMAP and SMTP on loopback: none lost, none twice, no other inquiry touched."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from legation.base import queue
from legation.coordination.actions import inquiries
from legation.coordination.actions import mail as actions
from legation.coordination.jobs.mail import fetch
from legation.coordination.models import IncomingMail, Inquiry, InquiryEntry
from legation.integrity.models import Leaf
from legation.project.settings.mail import MailSettings, Server
from legation_core.correspondence.threads import marked
from legation_core.problems import Refused
from tests.apps.coordination.imap_server import Inbox
from tests.apps.coordination.imap_server import Server as ImapServer
from tests.loopback import Kept, Loopback

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
SECRET = b"a secret of the tests, 32 characters"
OWN = "inquiries@mfa.example"
BEIJING = "beijing@mission.example"
pytestmark = pytest.mark.django_db


@pytest.fixture
def inbox(settings) -> Iterator[Inbox]:
    """An inbox and a server that sends, both on loopback; `inbox.sent` is what went out."""
    kept, box = Kept(), Inbox()
    smtp = Loopback(kept, hostname="127.0.0.1", port=0)
    smtp.start()
    imap = ImapServer(box)
    settings.MAIL = MailSettings(
        "az2024", OWN, "https://legation.example/", SECRET, Server("127.0.0.1", imap.port, "me", "x", tls=False),
        Server("127.0.0.1", smtp.port, "", "", tls=False), 50_000,
    )  # fmt: skip
    box.sent = kept.mails  # type: ignore[attr-defined]
    yield box
    smtp.stop()
    imap.shutdown()
    imap.server_close()


@pytest.fixture
def asked(person) -> str:
    """An inquiry of Beijing, whose address is on record."""
    actions.keep_address(election="az2024", mission="beijing", address=BEIJING, by=person("ben"), at=AT)
    return inquiries.ask(
        election="az2024", category="voting", urgency="ordinary", language="en", subject="Pelikan", text="Pelikan?",
        by=person("head-beijing"), at=AT,
    )  # fmt: skip


def mail(text: str = "More.", *, code: str = "", sender: str = BEIJING, number: int = 0, **heads: str) -> bytes:
    message = EmailMessage()
    to = f"inquiries+{marked(code, SECRET)}@mfa.example" if code else OWN
    facts = {"From": sender, "To": to, "Subject": "Re: inquiry", "Message-ID": f"<{number}@mission.example>"}
    for name, value in (facts | {name.replace("_", "-"): value for name, value in heads.items()}).items():
        message[name] = value
    message.set_content(text)
    return message.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def texts(code: str) -> list[str]:
    return list(InquiryEntry.objects.filter(inquiry__code=code).order_by("pk").values_list("text", flat=True))


def states() -> dict[str, int]:
    return dict(Counter(IncomingMail.objects.values_list("state", flat=True)))


def test_an_answer_is_told_by_a_link_and_the_reply_comes_into_its_thread(inbox, asked, person) -> None:
    inquiries.draft(election="az2024", code=asked, text="Secret answer.", by=person("eli"), at=AT)
    inquiries.answer(election="az2024", code=asked, by=person("eli"), at=AT)
    queue.run_waiting()
    (sent,) = inbox.sent
    body = sent.get_payload(decode=True).decode()
    assert (sent["To"], sent["Auto-Submitted"]) == (BEIJING, "auto-generated")
    assert [word in f"{sent.as_string()}{body}" for word in ("Secret", "Pelikan", f"/az2024/inquiries/{asked}/")] == [
        False, False, True,
    ]  # fmt: skip
    assert body.count("https://") == 1
    reply = mail("Thank you.", To=sent["Reply-To"], In_Reply_To=sent["Message-ID"])
    inbox.deliver(reply)
    fetch()
    assert texts(asked)[-1] == "Thank you."
    assert (states(), inbox.seen) == ({"added": 1}, {1})


OTHERS = {
    "forged sender": ({"sender": "evil@elsewhere.example"}, "waiting"),
    "our own address": ({"sender": OWN}, "automatic"),
    "an automatic reply": ({"Auto_Submitted": "auto-replied"}, "automatic"),
    "a list": ({"Precedence": "bulk"}, "automatic"),
    "a returned mail": ({"Return_Path": "<>"}, "automatic"),
    "a foreign token": ({"To": "inquiries+aaaaaaaaaa.abcdefghijklmnopqrstuvwxyz@mfa.example"}, "waiting"),
    "no token": ({"To": OWN}, "waiting"),
    "huge": ({"text": "x" * 60_000}, "too_large"),
}


@pytest.mark.parametrize("case", OTHERS.values(), ids=OTHERS)
def test_what_is_not_surely_of_the_thread_touches_none(inbox, asked, case) -> None:
    facts, state = case
    inbox.deliver(mail(**({"code": asked} | facts)))
    fetch()
    assert (states(), texts(asked)) == ({state: 1}, ["Pelikan?"])


def test_attachments_are_named_and_never_taken_over(inbox, asked) -> None:
    message = EmailMessage()
    message["From"], message["To"] = BEIJING, f"inquiries+{marked(asked, SECRET)}@mfa.example"
    message.set_content("See the file.")
    message.add_attachment(b"MZ\x90\x00", maintype="application", subtype="x-msdownload", filename="bill.exe")
    inbox.deliver(message.as_bytes().replace(b"\n", b"\r\n"))
    fetch()
    assert texts(asked)[-1] == "See the file.\n\n[bill.exe]"


def head(code: str, more: bytes) -> bytes:
    to = f"inquiries+{marked(code, SECRET)}@mfa.example".encode()
    return b"From: " + BEIJING.encode() + b"\r\nTo: " + to + b"\r\n" + more


BROKEN = {
    "an unknown charset": (b"Content-Type: text/plain; charset=klingon\r\n\r\nhallo", "hallo"),
    "octets of another charset": (b"Content-Type: text/plain; charset=utf-8\r\n\r\n\xcf\xf0\xe8\xe2\xe5\xf2", "Привет"),
    "broken base64": (b"Content-Transfer-Encoding: base64\r\n\r\naGFsbG8=\r\n!!", "hallo"),
    "no body": (b"Subject: =?utf-8?b?broken?=\r\n\r\n", None),
    "a part without an end": (b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nhallo", "hallo"),
    "only HTML": (b"Content-Type: text/html\r\n\r\n<p>hal<b>lo</b><script>no()</script>", "hallo"),
    "turned letters": ("\r\nhal\u202elo\u0000".encode(), "hallo"),
}


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN)
def test_broken_mail_is_read_as_far_as_it_can_be(inbox, asked, case) -> None:
    octets, expected = case
    inbox.deliver(head(asked, octets))
    fetch()
    assert states() == {"added": 1}
    assert expected in (None, texts(asked)[-1])


def test_a_cut_line_loses_and_doubles_nothing(inbox, asked) -> None:
    for number in range(6):
        inbox.deliver(mail(f"More {number}.", code=asked, number=number))
    inbox.breaks_after = 3
    fetch()
    assert (len(texts(asked)), inbox.seen) == (4, {1, 2, 3})
    inbox.seen.discard(3)  # kept, and the line was cut before it could be marked
    fetch()
    assert sorted(texts(asked)[1:]) == [f"More {number}." for number in range(6)]


def test_a_thousand_mails_in_any_order_doubled_and_broken(inbox, asked, person) -> None:
    other = inquiries.ask(
        election="az2024", category="voting", urgency="ordinary", language="en", subject="Other", text="Other?",
        by=person("head-rome"), at=AT,
    )  # fmt: skip
    good = [mail(f"Number {number}", code=asked, number=number) for number in range(300)]
    forged = [mail(f"Forged {number}", code=other, number=1000 + number) for number in range(200)]
    machine = [mail("Away", code=asked, number=2000 + number, Auto_Submitted="auto-replied") for number in range(100)]
    broken = [
        head(asked, b"Message-ID: <b%d>\r\nContent-Type: text/plain; charset=x\r\n\r\nB%d \xff" % (n, n))
        for n in range(100)
    ]
    doubled = [*good, *forged[:0]]
    delivered = [*good, *forged, *machine, *broken, *doubled]
    random.Random(7).shuffle(delivered)  # noqa: S311  an order, no secret
    for one in delivered:
        inbox.deliver(one)
    while len(inbox.seen) < len(delivered):
        fetch()
    assert len(delivered) == 1000
    assert states() == {"added": 400, "waiting": 200, "automatic": 100}
    said = Counter(texts(asked))
    assert {f"Number {number}" for number in range(300)} <= set(said)
    assert (max(said.values()), len(texts(asked)), texts(other)) == (1, 401, ["Other?"])


def test_what_waits_is_accepted_or_dismissed_by_a_person(inbox, asked, person, as_person) -> None:
    for number in (1, 2):
        inbox.deliver(mail(f"A question {number}", To=OWN, number=number))
    fetch()
    eli = as_person("eli")
    first, second = eli.get("/az2024/inquiries/mail/").context["mails"]
    assert (first.mission, as_person("cora").get("/az2024/inquiries/mail/").status_code) == ("beijing", 404)
    given = {"category": "voting", "urgency": "urgent", "language": "en", "mission": "beijing"}
    answer = eli.post(f"/az2024/inquiries/mail/{first.number}/accept/", given)
    code = answer["Location"].rstrip("/").rpartition("/")[2]
    assert (Inquiry.objects.get(code=code).mission.code, texts(code)) == ("beijing", ["A question 1"])
    assert eli.post(f"/az2024/inquiries/mail/{second.number}/dismiss/", {"reason": "Spam."}).status_code == 302
    assert eli.get(f"/az2024/inquiries/mail/{second.number}/dismiss/").status_code == 404
    assert states() == {"accepted": 1, "dismissed": 1}


def test_the_log_knows_neither_senders_nor_words(inbox, asked) -> None:
    inbox.deliver(mail("Pelikan", code=asked))
    fetch()
    octets = bytes(Leaf.objects.latest("index").octets)
    assert [word in octets for word in (b"Pelikan", b"mission.example", asked.encode())] == [False] * 3


def test_addresses_are_kept_once(person, as_person) -> None:
    about = {"election": "az2024", "by": person("ben"), "at": AT}
    actions.keep_address(mission="beijing", address=" Beijing@Mission.example ", **about)
    for wrong in ("beijing@mission.example", "no address", "a@b@c"):
        with pytest.raises(Refused) as refused:
            actions.keep_address(mission="rome", address=wrong, **about)
        assert refused.value.code == "Q117"
    page = as_person("cora").post("/az2024/inquiries/address/", {"address": "nobody"})
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["address"])
    assert as_person("cora").post("/az2024/inquiries/address/", {"address": "t@mission.example"}).status_code == 302


def test_a_server_that_is_down_stops_no_worker(inbox, asked, person, settings) -> None:
    settings.MAIL = replace(
        settings.MAIL, imap=Server("127.0.0.1", 1, "me", "x", tls=False), smtp=Server("127.0.0.1", 1, "", "", tls=False)
    )
    fetch()
    inquiries.add(election="az2024", code=asked, text="Why?", by=person("eli"), at=AT)
    with pytest.raises(Refused) as refused:
        queue.run_waiting()
    assert (refused.value.code, queue.standing()[0]) == ("Q118", 1)


def test_without_settings_no_mail_is_fetched_or_owed(settings, asked, person) -> None:
    settings.MAIL = None
    fetch()
    inquiries.add(election="az2024", code=asked, text="Why?", by=person("eli"), at=AT)
    assert queue.standing()[0] == 0
