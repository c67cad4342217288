"""Where every table, key and item of a TOML file stands: `tomllib` gives values, and only values.

The text must be valid TOML: read it with `tomllib` first. Grammar: https://toml.io/en/v1.0.0
"""

import tomllib
from bisect import bisect_right

Path = tuple[str | int, ...]
"""Keys and indices from the top of the file: `("calendar", 3, "owner")`."""

_BLANK = " \t"
_SPACE = " \t\n"
_BARE_END = " \t\n=.]"
_SCALAR_END = ",]}#\n"
_QUOTES = "\"'"


def lines_of(text: str) -> dict[Path, int]:
    """The line, counted from 1, on which each table, key and item of `text` first appears; the top is line 1."""
    scanner = _Scanner(text.replace("\r\n", "\n"))
    scanner.document()
    return scanner.lines


def nearest(lines: dict[Path, int], path: Path) -> int:
    """The line of `path`, or of the innermost table around it where it is not in the file."""
    while path not in lines:
        path = path[:-1]
    return lines[path]


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text + "\n"
        self.at = 0
        self.lines: dict[Path, int] = {(): 1}
        self._starts = [0, *(index + 1 for index, letter in enumerate(self.text) if letter == "\n")]
        self._items: dict[Path, int] = {}
        """How many tables each array of tables has so far."""

    def document(self) -> None:
        table: Path = ()
        self._skip(_SPACE)
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip(_SPACE)

    def _header(self) -> Path:
        """Read `[a.b]` or `[[a.b]]`; give the path that the pairs below it have."""
        opened = self.at
        many = self.text.startswith("[[", self.at)
        self.at += 2 if many else 1
        keys = self._keys("]")
        self.at += 2 if many else 1
        path: Path = ()
        for key in keys[:-1]:
            path = self._note(self._latest((*path, key)), opened)
        path = self._note((*path, keys[-1]), opened)
        if not many:
            return path
        count = self._items.get(path, 0)
        self._items[path] = count + 1
        return self._note((*path, count), opened)

    def _latest(self, path: Path) -> Path:
        """`path`, or its last item where it is an array of tables."""
        return (*path, self._items[path] - 1) if path in self._items else path

    def _note(self, path: Path, offset: int) -> Path:
        self.lines.setdefault(path, bisect_right(self._starts, offset))
        return path

    def _pair(self, table: Path) -> None:
        """Read `key = value`, the key perhaps dotted."""
        path, opened = table, self.at
        for key in self._keys("="):
            path = self._note((*path, key), opened)
        self.at += 1
        self._skip(_BLANK)
        self._value(path)

    def _keys(self, end: str) -> list[str]:
        """The parts of a dotted key, up to and without `end`."""
        keys: list[str] = []
        while True:
            self._skip(_BLANK)
            keys.append(self._key())
            self._skip(_BLANK)
            if self.text[self.at] == end:
                return keys
            self.at += 1

    def _key(self) -> str:
        opened = self.at
        if self.text[self.at] in _QUOTES:
            self._string()
            return str(tomllib.loads(f"key = {self.text[opened : self.at]}")["key"])
        while self.text[self.at] not in _BARE_END:
            self.at += 1
        return self.text[opened : self.at]

    def _value(self, path: Path) -> None:
        letter = self.text[self.at]
        if letter in _QUOTES:
            self._string()
        elif letter == "[":
            self._array(path)
        elif letter == "{":
            self._inline_table(path)
        else:
            while self.text[self.at] not in _SCALAR_END:
                self.at += 1

    def _string(self) -> None:
        quote = self.text[self.at]
        fence = quote * 3 if self.text.startswith(quote * 3, self.at) else quote
        self.at += len(fence)
        while not self.text.startswith(fence, self.at):
            self.at += 2 if quote == '"' and self.text[self.at] == "\\" else 1
        self.at += len(fence)
        while len(fence) == 3 and self.text[self.at] == quote:  # up to two quotes may stand before the closing three
            self.at += 1

    def _array(self, path: Path) -> None:
        self.at += 1
        index = 0
        self._skip(_SPACE)
        while self.text[self.at] != "]":
            self._value(self._note((*path, index), self.at))
            index += 1
            self._skip(_SPACE + ",")
        self.at += 1

    def _inline_table(self, path: Path) -> None:
        self.at += 1
        self._skip(_BLANK)
        while self.text[self.at] != "}":
            self._pair(path)
            self._skip(_BLANK + ",")
        self.at += 1

    def _skip(self, letters: str) -> None:
        """Move over `letters`; where a line may end, over comments too."""
        while self.at < len(self.text):
            letter = self.text[self.at]
            if letter == "#" and "\n" in letters:
                self.at = self.text.index("\n", self.at)
            elif letter in letters:
                self.at += 1
            else:
                return
