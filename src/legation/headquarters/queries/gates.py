"""Reads of gates set by hand."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from legation.headquarters.convert.gates import SettingValue, setting_value
from legation.headquarters.models import GateSetting
from legation.plan.convert import ElectionValue


def settings(election: ElectionValue, mission: str = "") -> tuple[SettingValue, ...]:
    """Every setting of an election or of one mission, the oldest first. One query."""
    rows = GateSetting.objects.filter(election=election.code).select_related("mission")
    if mission:
        rows = rows.filter(mission__code=mission)
    return tuple(setting_value(row) for row in rows.order_by("at", "pk"))


def standing(found: Iterable[SettingValue], at: datetime) -> Mapping[tuple[str, str], SettingValue]:
    """What stood at an instant, by mission and gate: the newest setting until then."""
    return {(one.mission, one.gate): one for one in found if one.at <= at}
