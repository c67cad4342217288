"""A bad line in front of a server of this machine: 64 kbit/s each way, 800 ms there and back, one packet in 20 lost.

What is lost is sent again by the network, so it comes late and keeps what follows waiting. A line can also be cut:
before a form reaches the server, or after the server acted and before its answer arrives.
"""

import queue
import random
import socket
import threading
import time
from contextlib import suppress

PACKET = 1400
OCTETS_A_SECOND = 8_000
ONE_WAY = 0.4
LOST, SENT_AGAIN_AFTER = 0.05, 1.0
"""The chance that a packet is lost, and the seconds until it is sent again."""


class SlowLine:
    """Listens on a port of its own (`port`) and passes everything on to `server`, a port of this machine."""

    def __init__(self, server: int, seed: int = 1) -> None:
        self.server = server
        self.came = 0
        """Octets that came from the server."""
        self.cut_before = self.cut_after = 0
        """So many of the next forms are cut off before they arrive, or after they were answered."""
        self._chance = random.Random(seed)  # noqa: S311
        self._free = {"up": 0.0, "down": 0.0}
        self._lock = threading.Lock()
        self._connections: list[_Connection] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        for one in (self._listening, *(end for own in self._connections for end in own.ends)):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _address = self._listening.accept()
                self._connections.append(_Connection(self, client))

    def arrives_at(self, size: int, way: str) -> float:
        """When a packet of `size` octets arrives that is sent now: the line carries one after the other."""
        with self._lock:
            self._free[way] = max(self._free[way], time.monotonic()) + size / OCTETS_A_SECOND
            late = SENT_AGAIN_AFTER if self._chance.random() < LOST else 0
            return self._free[way] + ONE_WAY + late

    def cuts(self, kind: str) -> bool:
        """Whether this form is cut off; each is cut once."""
        with self._lock:
            left = getattr(self, kind)
            setattr(self, kind, max(left - 1, 0))
            return bool(left)


class _Connection:
    """One connection through the line."""

    def __init__(self, line: SlowLine, client: socket.socket) -> None:
        self.line, self.client = line, client
        self.server = socket.create_connection(("127.0.0.1", line.server))
        self.ends = (client, self.server)
        self.cut = False
        for source, sink, way in ((client, self.server, "up"), (self.server, client, "down")):
            waiting: queue.Queue[tuple[float, bytes]] = queue.Queue()
            threading.Thread(target=self._read, args=(source, way, waiting), daemon=True).start()
            threading.Thread(target=self._write, args=(sink, waiting), daemon=True).start()

    def _read(self, source: socket.socket, way: str, waiting: "queue.Queue[tuple[float, bytes]]") -> None:
        packet = b"x"
        while packet:
            with suppress(OSError):
                packet = source.recv(PACKET)
                if self._is_cut(packet, way):
                    break
            waiting.put((self.line.arrives_at(len(packet), way), packet))
            if way == "down":
                self.line.came += len(packet)
        else:
            return
        self._close()

    def _is_cut(self, packet: bytes, way: str) -> bool:
        if way == "up" and packet.startswith(b"POST "):
            self.cut = self.line.cuts("cut_after")
            return self.line.cuts("cut_before")
        return way == "down" and self.cut

    def _write(self, sink: socket.socket, waiting: "queue.Queue[tuple[float, bytes]]") -> None:
        while True:
            at, packet = waiting.get()
            time.sleep(max(0.0, at - time.monotonic()))
            with suppress(OSError):
                if not packet:
                    sink.shutdown(socket.SHUT_WR)
                    return
                sink.sendall(packet)

    def _close(self) -> None:
        for one in self.ends:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
