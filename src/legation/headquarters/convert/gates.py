"""Gates set by hand as values."""

from dataclasses import dataclass
from datetime import datetime

from legation.headquarters.models import GateSetting


@dataclass(frozen=True, slots=True)
class SettingValue:
    """One setting: what, on what it rests, by whom."""

    mission: str
    gate: str
    state: str
    why: str
    body: str
    name: str
    at: datetime


def setting_value(row: GateSetting) -> SettingValue:
    return SettingValue(row.mission.code, row.gate, row.state, row.why, row.body, row.name, row.at)
