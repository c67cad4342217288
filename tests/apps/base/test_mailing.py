"""Mail leaves over real SMTP on this machine: encrypted, signed in, by a certificate that is looked at."""

import ssl
from collections.abc import Callable, Iterator
from datetime import timedelta
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from legation.base import clock, mailing
from legation.project.settings.mail import MailSettings, Server
from tests.loopback import Kept, Loopback

pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
"""The line is encrypted from its first octet, which that server does not count as TLS."""


@pytest.fixture
def certificate(tmp_path) -> Path:
    """A certificate of 127.0.0.1 with its key, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "loopback")])
    day = clock.real()
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(day - timedelta(days=1)).not_valid_after(day + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    kept = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = tmp_path / "loopback.pem"
    path.write_bytes(kept + made.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def relay(certificate, settings) -> Iterator[Callable[..., list[Any]]]:
    """Starts a server that takes mail of those who signed in over an encrypted line alone."""
    started: list[Controller] = []

    def start(*, starttls: bool, signs_in: str = "right") -> list[Any]:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate)
        lines = {"tls_context": context, "require_starttls": True} if starttls else {"ssl_context": context}
        kept = Kept()
        server = Loopback(
            kept, hostname="127.0.0.1", port=0, auth_required=True, auth_require_tls=starttls,
            authenticator=lambda *given: AuthResult(success=given[-1].password == b"right", handled=False), **lines,
        )  # fmt: skip
        server.start()
        started.append(server)
        smtp = Server("127.0.0.1", server.port, "elections", signs_in, tls=True, starttls=starttls)
        settings.MAIL = MailSettings("", "elections@mfa.example", "https://work.example/", b"", None, smtp, 1)
        return kept.mails

    yield start
    for one in started:
        one.stop()


def mail() -> EmailMessage:
    message = EmailMessage()
    message["To"], message["Subject"] = "cora@mission.example", "Something waits"
    message.set_content("Look.")
    return message


@pytest.mark.parametrize("starttls", [False, True], ids=["from the first octet", "after a first word"])
def test_mail_leaves_encrypted_and_signed_in(relay, certificate, monkeypatch, starttls) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    taken = relay(starttls=starttls)
    mailing.send(mail())
    (one,) = taken
    assert (one["From"], one["To"], one["Auto-Submitted"]) == (
        "elections@mfa.example", "cora@mission.example", "auto-generated",
    )  # fmt: skip


@pytest.mark.parametrize("starttls", [False, True], ids=["from the first octet", "after a first word"])
def test_a_certificate_that_nobody_vouches_for_gets_no_mail(relay, starttls) -> None:
    taken = relay(starttls=starttls)
    with pytest.raises(ssl.SSLCertVerificationError):
        mailing.send(mail())
    assert taken == []


def test_a_wrong_password_is_an_error_of_the_line(relay, certificate, monkeypatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    taken = relay(starttls=True, signs_in="wrong")
    with pytest.raises(OSError, match="535"):
        mailing.send(mail())
    assert taken == []
