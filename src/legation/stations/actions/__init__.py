"""The only writes to stations."""

from legation.stations.actions.catchments import set_catchment, set_catchments
from legation.stations.actions.changing import (
    change_address,
    change_advice,
    change_district,
    change_hours,
    change_name,
    close_station,
)
from legation.stations.actions.establishing import (
    attach_station,
    attach_stations,
    create_station,
    create_stations,
    number_station,
    submit_district,
    submit_districts,
)
from legation.stations.actions.tables import STATIONS, importable, keep_stations

__all__ = [
    "STATIONS",
    "attach_station",
    "attach_stations",
    "change_address",
    "change_advice",
    "change_district",
    "change_hours",
    "change_name",
    "close_station",
    "create_station",
    "create_stations",
    "importable",
    "keep_stations",
    "number_station",
    "set_catchment",
    "set_catchments",
    "submit_district",
    "submit_districts",
]
