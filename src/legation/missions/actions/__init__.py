"""The only writes to missions."""

from legation.missions.actions.consent import set_host_rule, take_step
from legation.missions.actions.keeping import (
    change_mission,
    change_record,
    designate_representative,
    import_voters,
    place_building,
    register_mission,
    register_missions,
    report_voters,
    set_deputies,
    set_holidays,
)
from legation.missions.actions.tables import MISSIONS, VOTERS, importable, keep_missions, keep_voters

__all__ = [
    "MISSIONS",
    "VOTERS",
    "change_mission",
    "change_record",
    "designate_representative",
    "import_voters",
    "importable",
    "keep_missions",
    "keep_voters",
    "place_building",
    "register_mission",
    "register_missions",
    "report_voters",
    "set_deputies",
    "set_holidays",
    "set_host_rule",
    "take_step",
]
