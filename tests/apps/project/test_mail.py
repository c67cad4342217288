"""The file of mail: one server that sends, an inbox where there is one, and nothing unsafe."""

from pathlib import Path

import pytest

from legation.project.settings.mail import MailSettings, Server, mail
from legation.project.settings.sources import SettingError

SENDS = """
address = "Elections@mfa.example"
site = "https://work.example/"

[smtp]
host = "mail.example"
user = "elections"
password_file = "{secret}"
"""
FETCHES = SENDS.replace("[smtp]", 'election = "az2024"\nsecret_file = "{secret}"\n[smtp]') + (
    '[imap]\nhost = "mail.example"\nuser = "elections"\npassword_file = "{secret}"\n'
)
SECRET = "a secret of the tests, 32 characters"


def read(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str, mode: int = 0o600) -> MailSettings | None:
    secret = folder / "secret"
    secret.write_text(f"{SECRET}\n")
    secret.chmod(mode)
    (folder / "mail.toml").write_text(text.replace("{secret}", str(secret)))
    monkeypatch.setenv("LEGATION_MAIL_FILE", str(folder / "mail.toml"))
    return mail("LEGATION_MAIL_FILE")


def test_without_a_file_there_is_no_mail(monkeypatch) -> None:
    monkeypatch.delenv("LEGATION_MAIL_FILE", raising=False)
    assert mail("LEGATION_MAIL_FILE") is None


def test_a_server_that_sends_is_enough(tmp_path, monkeypatch) -> None:
    assert read(tmp_path, monkeypatch, SENDS) == MailSettings(
        "", "elections@mfa.example", "https://work.example/", b"", None,
        Server("mail.example", 465, "elections", SECRET, tls=True), 5_000_000,
    )  # fmt: skip


def test_an_inbox_beside_it_has_its_election_and_secret(tmp_path, monkeypatch) -> None:
    found = read(tmp_path, monkeypatch, FETCHES)
    assert (found.election, found.secret) == ("az2024", SECRET.encode())
    assert found.imap == Server("mail.example", 993, "elections", SECRET, tls=True)


def test_encryption_may_begin_after_a_first_word(tmp_path, monkeypatch) -> None:
    found = read(tmp_path, monkeypatch, SENDS + 'port = 587\ntls = "starttls"\n')
    assert (found.smtp.port, found.smtp.tls, found.smtp.starttls) == (587, True, True)


UNSAFE = {
    "in clear to another machine": ("user =", "tls = false\nuser =", "must be encrypted"),
    "an unknown way to encrypt": ("user =", 'tls = "sometimes"\nuser =', "sometimes"),
    "a user without a password": ('password_file = "{secret}"', "", "go together"),
    "a password without a user": ('user = "elections"', "", "go together"),
    "a site without https": ("https://work", "http://work", "https"),
    "a site without its end": ("work.example/", "work.example", "end with /"),
    "two addresses": ("Elections@", "a@b, Elections@", "no mail address"),
    "a word mistyped": ("user =", 'usr = "x"\nuser =', "'usr' is not known"),
    "a password in the file": ("user =", 'password = "x"\nuser =', "'password' is not known"),
    "a file that is not there": ("{secret}", "/nowhere/secret", "/nowhere/secret"),
    "no TOML": ("[smtp]", "[smtp", "docs/settings.md"),
    "no server": ("[smtp]", "", "not known here"),
}


@pytest.mark.parametrize("case", UNSAFE.values(), ids=UNSAFE)
def test_what_is_unsafe_is_refused_at_the_start(tmp_path, monkeypatch, case) -> None:
    before, after, why = case
    with pytest.raises(SettingError, match="LEGATION_MAIL_FILE: ") as refused:
        read(tmp_path, monkeypatch, SENDS.replace(before, after))
    assert why in str(refused.value)


def test_a_secret_that_others_can_read_is_refused(tmp_path, monkeypatch) -> None:
    with pytest.raises(SettingError, match="can be read by others"):
        read(tmp_path, monkeypatch, SENDS, mode=0o644)


def test_an_inbox_without_its_secret_is_refused(tmp_path, monkeypatch) -> None:
    with pytest.raises(SettingError, match="secret_file"):
        read(tmp_path, monkeypatch, FETCHES.replace('secret_file = "{secret}"', ""))


def test_this_machine_needs_no_encryption(tmp_path, monkeypatch) -> None:
    near = SENDS.replace("mail.example", "127.0.0.1").replace("https://work.example", "http://localhost:8000")
    assert read(tmp_path, monkeypatch, near + "tls = false\n").smtp.tls is False
