"""Finding a port to listen on."""

import socket

USUAL = 8000


def free_port() -> int:
    """8000 where nobody listens there, else one that the system gives."""
    for wanted in (USUAL, 0):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", wanted))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise OSError("no free port on the loopback interface")
