"""Setting sheets for paper: the same data, the same octets. What is told is data for the setter, never markup."""

import re
from collections.abc import Mapping
from typing import Any

from legation.base.typesetting import typeset

UNWRITABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Controls, marks of no width, and marks that turn the direction of what is read."""
PNG = b"\x89PNG"


def clean(value: Any) -> Any:
    """The same value with every text freed of what no sheet may hold."""
    if isinstance(value, str):
        return UNWRITABLE.sub("", value)
    if isinstance(value, Mapping):
        return {key: clean(one) for key, one in value.items()}
    return [clean(one) for one in value] if isinstance(value, list | tuple) else value


def pdf(
    sheet: str, data: Mapping[str, Any], pictures: Mapping[str, bytes] | None = None, *, form: str = "pdf"
) -> bytes:
    """The sheet `typst/SHEET.typ` filled with `data`, in the faces that the package brings, without a date of making.

    `form` is `pdf`, or `png` to look at a sheet of one page.
    `pictures` are SVG or PNG octets, which the sheet shows by their names in `data.pictures`.
    """
    told = {name: _as_text(octets) for name, octets in (pictures or {}).items()}
    return typeset("legation.public", sheet, clean(dict(data)) | {"pictures": told}, form=form)


def _as_text(octets: bytes) -> str | list[int]:
    """A picture as data can carry it: SVG as it is written, anything else octet by octet."""
    return list(octets) if octets.startswith(PNG) else octets.decode()
