"""Setting sheets for paper, in the faces that the package brings: no face of the machine is used.

What is told comes as data and is never read as markup; the same data give the same octets where the sheet says so.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import as_file, files
from threading import Lock
from typing import Any

_one_at_a_time = Lock()
"""A setter is no thing for two threads."""


def typeset(package: str, sheet: str, data: Mapping[str, Any], *, form: str = "pdf") -> bytes:
    """The sheet `typst/SHEET.typ` of a package filled with `data`, which it reads as JSON from its input `data`.

    `form` is `pdf`, or `png` to look at a sheet of one page.
    """
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    with _one_at_a_time:
        return bytes(_setter(package, sheet).compile(format=form, sys_inputs=inputs))


@lru_cache(maxsize=8)
def _setter(package: str, sheet: str) -> Any:
    """One setter a sheet, which keeps faces and source read."""
    import typst

    with (
        as_file(files(package).joinpath(f"typst/{sheet}.typ")) as path,
        as_file(files("legation.base").joinpath("static/vendor/noto")) as faces,
    ):
        return typst.Compiler(str(path), font_paths=[str(faces)], ignore_system_fonts=True)
