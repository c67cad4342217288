"""Addresses of cells as a spreadsheet shows them: C7 is column 3, row 7."""

import re

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


def letters_of(column: int) -> str:
    """The letters of a column counted from 1: 28 is AB."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_of(letters: str) -> int:
    """The number of a column, counted from 1; 0 where `letters` names none that a spreadsheet has."""
    column = 0
    if not (letters.isascii() and letters.isalpha() and letters.isupper() and len(letters) <= 3):
        return 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column if column <= LAST_COLUMN else 0


def address(row: int, column: int) -> str:
    """The address of a cell, row and column counted from 1."""
    return f"{letters_of(column)}{row}"


def split(text: str) -> tuple[int, int]:
    """Row and column of an address, counted from 1; (0, 0) where `text` is none."""
    found = _ADDRESS.fullmatch(text)
    row, column = (int(found[2]), column_of(found[1])) if found else (0, 0)
    return (row, column) if 0 < row <= LAST_ROW and column else (0, 0)


def split_range(text: str) -> tuple[int, int, int, int]:
    """First row, first column, last row, last column of "A1:C3"; zeros where `text` is no range."""
    first, _, last = text.partition(":")
    top, left = split(first)
    bottom, right = split(last or first)
    return (top, left, bottom, right) if top and bottom >= top and right >= left else (0, 0, 0, 0)
