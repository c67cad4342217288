"""XML parts of a spreadsheet, parsed without document type, entities, other encodings or bottomless nesting."""

from collections.abc import Callable, Iterable
from xml.parsers import expat

from legation_core.problems import Refused

Start = Callable[[str, dict[str, str]], None]
_PIECE = 64 * 1024


def parse(chunks: Iterable[bytes], part: str, start: Start | None = None, *, depth: int) -> None:
    """Call `start` for every element of a whole part."""
    parser = Parser(part, start, depth=depth)
    for chunk in chunks:
        parser.feed(chunk)
    parser.end()


class Parser:
    """Refuses what expat would accept but a table never needs; calls `start`, if any, for every element."""

    def __init__(self, part: str, start: Start | None = None, *, depth: int) -> None:
        self._part = part
        self._nesting = _Nesting(part, depth)
        self._is_first = True
        self._expat = expat.ParserCreate()
        self._expat.StartElementHandler = start
        self._expat.StartDoctypeDeclHandler = lambda *_declaration: _refuse("R119", part)
        self._expat.EntityDeclHandler = lambda *_declaration: _refuse("R119", part)
        self._expat.XmlDeclHandler = lambda _version, encoding, _alone: _check_encoding(encoding, part)

    def feed(self, octets: bytes) -> None:
        """The next octets of the part."""
        for start in range(0, len(octets), _PIECE):
            self._feed(octets[start : start + _PIECE])

    def _feed(self, chunk: bytes) -> None:
        if self._is_first and (b"\x00" in chunk[:4] or chunk.startswith((b"\xff\xfe", b"\xfe\xff"))):
            _refuse("R120", self._part)
        self._is_first = False
        self._nesting.add(chunk)
        try:
            self._expat.Parse(chunk)
        except expat.ExpatError as error:
            raise Refused("R120", self._part, {"line": error.lineno}) from None

    def end(self) -> None:
        """No more octets: what is open must be closed."""
        try:
            self._expat.Parse(b"", True)  # noqa: FBT003  expat takes no keywords
        except expat.ExpatError as error:
            raise Refused("R120", self._part, {"line": error.lineno}) from None


def local(name: str) -> str:
    """A name of an element or attribute without its prefix."""
    return name.rpartition(":")[2]


def _refuse(code: str, part: str) -> None:
    raise Refused(code, part, {"line": 1} if code == "R120" else {})


def _check_encoding(encoding: str | None, part: str) -> None:
    if encoding and encoding.lower() not in {"utf-8", "us-ascii", "ascii"}:
        _refuse("R120", part)


class _Nesting:
    """Depth at the end of each chunk, from counts of brackets: far cheaper than a call for each closing element.

    A text can hold "/>" and so hide some depth; then the limit on memory ends the reading instead.
    """

    def __init__(self, part: str, limit: int) -> None:
        self._part, self._limit = part, limit
        self._depth = 0
        self._last = b""

    def add(self, chunk: bytes) -> None:
        joined = self._last + chunk
        ends = joined.count(b"</")
        not_elements = joined.count(b"<!") + joined.count(b"<?")
        self._depth += chunk.count(b"<") - not_elements - 2 * ends - joined.count(b"/>")
        self._last = chunk[-1:]
        if self._depth > self._limit:
            raise Refused("R123", self._part, {"limit": self._limit})
