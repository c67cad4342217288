"""Whom a seminar is for, and which station has nobody trained."""

import pytest

from legation_core.training.audience import Asked, Rule, Seat, Standing, audience, uncovered

STATIONS = (
    Standing("tabriz", "17"), Standing("istanbul", "17"), Standing("istanbul", "17"), Standing("rome", "9"),
    Standing("kyiv"),
)  # fmt: skip
MISSIONS = ("rome", "istanbul", "oslo", "tabriz", "kyiv")


def seats(*pairs: tuple[str, str]) -> tuple[Asked, ...]:
    return tuple(Asked(Seat(kind), code) for kind, code in pairs)


WITH_STATION = (
    ("representative", "rome"), ("representative", "istanbul"), ("representative", "tabriz"),
    ("representative", "kyiv"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Rule(), seats(*WITH_STATION, ("chair", "9"), ("chair", "17"))),
        (Rule(chairs=False), seats(*WITH_STATION)),
        (Rule("every", chairs=False), seats(*((("representative", one)) for one in MISSIONS))),
        (Rule("none"), seats(("chair", "9"), ("chair", "17"))),
        (
            Rule("none", chairs=False, units=(" consular ", "", "consular", "law")),
            seats(("unit", "consular"), ("unit", "law")),
        ),
        (Rule("none", chairs=False), ()),
    ],
)
def test_the_rule_gives_the_seats(rule, expected) -> None:
    assert audience(rule, STATIONS, MISSIONS) == expected


def test_which_station_has_nobody_trained() -> None:
    trained = [("rome", "chair"), ("rome", "member"), ("tabriz", "secretary"), ("elsewhere", "chair"), ("rome", "")]
    assert uncovered(["rome", "tabriz", "kyiv"], trained) == {
        "rome": ("secretary",),
        "tabriz": ("chair", "member"),
        "kyiv": ("chair", "secretary", "member"),
    }
