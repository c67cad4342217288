"""What desks tell in the situation report: readiness by region."""

from collections.abc import Iterator

from django.utils.translation import gettext

from legation.base.wording.countries import region_name
from legation.desks.calendars import grounds
from legation.desks.changes import DAY
from legation.desks.gates import by_region, gates
from legation.headquarters.convert.reports import Line
from legation.headquarters.queries.sections import Asked


def readiness_by_region(asked: Asked) -> Iterator[Line]:
    """Of each region how many missions pass every gate and how many are late; new where a gate moved."""
    rows = gates(grounds(asked.election), asked.until, asked.since or asked.until - DAY)
    for one in by_region(rows):
        late = one.near["stopped"] + one.near["overdue"]
        told = gettext("%(ready)d of %(all)d pass every gate, %(late)d late") % {
            "ready": one.ready,
            "all": one.missions,
            "late": late,
        }
        yield Line(region_name(one.code), told, one.moved > 0)
