"""Codes: what things and persons are called in addresses, files and records."""

import re

_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_code(text: str) -> bool:
    """Whether `text` is small letters, digits and hyphens between them: `los-angeles-2`, never a name."""
    return _CODE.fullmatch(text) is not None
