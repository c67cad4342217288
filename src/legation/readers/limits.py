"""How much of a stranger's file we are willing to read."""

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds of one reading. What exceeds one is refused, never cut off in silence. In bytes unless said otherwise."""

    file_bytes: int = 20 * MEBIBYTE
    unpacked_bytes: int = 256 * MEBIBYTE
    """Of all members of a spreadsheet together, as declared and as found."""
    ratio: int = 200
    """Times a member above one mebibyte may grow when unpacked; an honest sheet grows ten to fifty times."""
    members: int = 500
    depth: int = 200
    """Elements inside each other in one XML part."""
    rows: int = 200_000
    """The highest row number that may hold anything, the headings counted."""
    columns: int = 256
    cells: int = 5_000_000
    """Rows times columns of the area that holds anything."""
    cell_characters: int = 32_767
    """What a cell holds at most in the usual spreadsheet programs."""
    line_characters: int = 4_000_000
    problems: int = 200
    """Problems listed one by one; the others are counted."""
    memory: int = 1024 * MEBIBYTE
    """Address space of the child process."""
    cpu_seconds: int = 30
    seconds: float = 60
    """From the start of the child process to its last row, on the wall clock."""
    answer_bytes: int = 256 * MEBIBYTE
    """What the child process may send back."""


STANDARD = Limits()
