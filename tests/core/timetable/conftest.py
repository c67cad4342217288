"""The published stations of 7 February 2024, read once."""

import csv
from datetime import date, time
from pathlib import Path

import pytest

from legation_core.timetable.windows import Opening, StationHours, Window, windows

STATIONS = Path(__file__).parents[3] / "src/legation/rehearsal/data/az2024/stations.csv"


@pytest.fixture(scope="session")
def stations_2024() -> tuple[StationHours, ...]:
    with STATIONS.open(encoding="utf-8", newline="") as rows:
        return tuple(
            StationHours(
                f"{row['city']} {row['dec_no']}/{row['station_no']}",
                row["timezone"],
                (Opening(date(2024, 2, 7), time.fromisoformat(row["opens"]), time.fromisoformat(row["closes"])),),
            )
            for row in csv.DictReader(rows)
        )


@pytest.fixture(scope="session")
def windows_2024(stations_2024: tuple[StationHours, ...]) -> tuple[Window, ...]:
    return windows(stations_2024)
