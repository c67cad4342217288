"""A mail server on this machine that keeps what it is given."""

from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message


class Kept(Message):
    """Keeps what is sent."""

    def __init__(self) -> None:
        super().__init__()
        self.mails: list[Any] = []

    def handle_message(self, message: Any) -> None:
        self.mails.append(message)


class Loopback(Controller):
    """Listens at port 0: where the machine has room."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()
