"""What kind of file this is, by its content. Its name says nothing that can be trusted."""

from typing import BinaryIO

from legation_core.problems import Refused

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (
    (b"%PDF-", "PDF"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"{\\rtf", "RTF"),
    (b"\x7fELF", "ELF"),
    (b"MZ\x90\x00", "EXE"),
    (b"SQLite format 3\x00", "SQLite"),
)
_PAGES = (b"<!doctype html", b"<html", b"<head", b"<body", b"<table", b"<meta", b"<style", b"<script", b"<div")


def is_spreadsheet(stream: BinaryIO) -> bool:
    """True for a zip, False for what can only be text; other kinds are refused with what they are."""
    stream.seek(0)
    head = stream.read(4096)
    if head.startswith(_ZIP):
        return True
    if head.startswith(_OLE):
        raise Refused("R104" if _ENCRYPTED in head + stream.read() else "R103")
    for beginning, kind in _OTHERS:
        if head.startswith(beginning):
            raise Refused("R106", facts={"kind": kind})
    _refuse_markup(head)
    return False


def _refuse_markup(head: bytes) -> None:
    """Web pages and XML spreadsheets of 2003 that go under the name .xls."""
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if text.startswith(b"<?xml") or text.startswith(_PAGES):
        is_page = text.startswith(_PAGES) or b"<html" in text
        raise Refused("R105") if is_page else Refused("R106", facts={"kind": "XML"})
