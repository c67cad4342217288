"""What was done to a bundle whose leaves are not those of its tile, so that a refusal can name it."""

from collections.abc import Sequence
from typing import Never

from legation_core.problems import Fact, Refused


def check_bundle(path: str, first: int, found: Sequence[bytes], logged: Sequence[bytes]) -> None:
    """Refuse unless the hashes `found` in the bundle at `path` are those that were `logged`. `first`: its first index.

    V132 the last records were cut off, V113 one was removed, V133 more follow, V114 one was put in; with the right
    number, V118 one stands twice, V117 one stands elsewhere, V115 one was altered.
    """
    if found == logged:
        return
    place = next((at for at, (ours, theirs) in enumerate(zip(found, logged, strict=False)) if ours != theirs), None)
    if place is None:
        code = "V132" if len(found) < len(logged) else "V133"
        _refuse(code, path, found=len(found), expected=len(logged))
    where = f"record {first + place}"
    if len(found) != len(logged):
        _refuse("V113" if len(found) < len(logged) else "V114", where, found=len(found), expected=len(logged))
    if place and found[place] == found[place - 1]:
        _refuse("V118", where)
    if found[place] in logged:
        _refuse("V117", where, place=logged.index(found[place]) - place)
    _refuse("V115", where)


def _refuse(code: str, where: str, **facts: Fact) -> Never:
    raise Refused(code, where, facts)
