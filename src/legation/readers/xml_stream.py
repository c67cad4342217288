"""XML parts of a spreadsheet, parsed without document type, entities, other encodings or bottomless nesting."""

from collections.abc import Callable, Iterable
from xml.parsers import expat

from legation_core.problems import Refused

Start = Callable[[str, dict[str, str]], None]


def parse(chunks: Iterable[bytes], part: str, start: Start, *, depth: int) -> None:
    """Call `start` for every element. What expat would accept but a table never needs is refused."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = lambda *_declaration: _refuse("R119", part)
    parser.EntityDeclHandler = lambda *_declaration: _refuse("R119", part)
    parser.XmlDeclHandler = lambda _version, encoding, _alone: _check_encoding(encoding, part)
    nesting = _Nesting(part, depth)
    is_first = True
    try:
        for chunk in chunks:
            if is_first and (b"\x00" in chunk[:4] or chunk.startswith((b"\xff\xfe", b"\xfe\xff"))):
                _refuse("R120", part)
            is_first = False
            nesting.add(chunk)
            parser.Parse(chunk)
        parser.Parse(b"", True)  # noqa: FBT003  expat takes no keywords
    except expat.ExpatError as error:
        raise Refused("R120", part, {"line": error.lineno}) from None


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
