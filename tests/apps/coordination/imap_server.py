"""A small IMAP server on loopback (RFC 3501, as far as fetching an inbox needs it): one mailbox, real sockets."""

import re
import socketserver
import threading
from dataclasses import dataclass, field


@dataclass
class Inbox:
    """The mail of one mailbox by its number, with which of it was seen."""

    mails: dict[int, bytes] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)
    breaks_after: int = 0
    """After so many bodies the line is cut, once; 0: never."""

    def deliver(self, octets: bytes) -> None:
        self.mails[len(self.mails) + 1] = octets


class Handler(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        self.answer(b"* OK ready")
        bodies = 0
        while line := self.rfile.readline():
            tag, _, rest = line.strip().partition(b" ")
            verb = rest.upper()
            inbox: Inbox = self.server.inbox  # type: ignore[attr-defined]
            if verb.startswith(b"CAPABILITY"):
                self.answer(b"* CAPABILITY IMAP4rev1")
            elif verb.startswith((b"SELECT", b"EXAMINE")):
                self.answer(b"* %d EXISTS" % len(inbox.mails))
            elif verb.startswith(b"UID SEARCH"):
                found = [number for number in inbox.mails if b"UNSEEN" not in verb or number not in inbox.seen]
                self.answer(b"* SEARCH " + " ".join(map(str, found)).encode())
            elif verb.startswith(b"UID FETCH"):
                head = b"HEADER" in verb
                bodies += not head
                if inbox.breaks_after and bodies > inbox.breaks_after:
                    inbox.breaks_after = 0
                    return
                self.fetch(inbox, int(re.findall(rb"\d+", verb)[0]), head)
            elif verb.startswith(b"UID STORE"):
                number = int(re.findall(rb"\d+", verb)[0])
                inbox.seen.add(number)
            elif verb.startswith(b"LOGOUT"):
                self.answer(b"* BYE")
                self.answer(tag + b" OK done")
                return
            self.answer(tag + b" OK done")

    def fetch(self, inbox: Inbox, number: int, head: bool) -> None:
        whole = inbox.mails[number]
        part = whole.partition(b"\r\n\r\n")[0] + b"\r\n\r\n" if head else whole
        name = b"BODY[HEADER]" if head else b"BODY[]"
        parts = (number, number, len(whole), name, len(part))
        self.wfile.write(b"* %d FETCH (UID %d RFC822.SIZE %d FLAGS () %s {%d}\r\n" % parts + part + b")\r\n")

    def answer(self, line: bytes) -> None:
        self.wfile.write(line + b"\r\n")


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, inbox: Inbox) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.inbox = inbox
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    @property
    def port(self) -> int:
        return int(self.server_address[1])
