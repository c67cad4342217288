"""Holidays as lines of text, and lines as holidays: every wrong line is named."""

import re
from collections.abc import Iterable
from datetime import date

from legation.missions.convert import HolidayValue
from legation_core.problems import Problem, Refused

LINE = re.compile(r"(\d{4}-\d\d-\d\d)\s+(host|home)\s+(\S.{0,118})")


def text_of_days(days: Iterable[HolidayValue]) -> str:
    return "\n".join(f"{one.day} {one.of} {one.name}" for one in days)


def days_of(text: str) -> list[tuple[date, str, str]]:
    """The holidays in `text`, one a line: date, `host` or `home`, name. Refused (A046) with every line that is none."""
    found: list[tuple[date, str, str]] = []
    problems = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        match = LINE.fullmatch(line.strip())
        day = _day(match[1]) if match else None
        if match and day:
            found.append((day, match[2], match[3]))
        else:
            problems.append(Problem("A046", f"line {number}", {"line": line.strip()[:60]}))
    if problems:
        raise Refused("A046", problems[0].where, problems[0].facts, problems)
    return found


def _day(text: str) -> date | None:
    """The day, or `None` where the calendar has none such."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
