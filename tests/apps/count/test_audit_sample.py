"""The draw of a batch audit at the terminal: after the last closing, by whoever may read results, the same for all."""

import json
from datetime import UTC, datetime

import pytest

from legation.base import clock
from legation.plan import queries as plan
from legation.project.cli import main
from legation.stations import queries as stations
from legation_core.tabulation.auditing import sample

SEED = "20237331128159211123"
pytestmark = pytest.mark.django_db


def words(by: str = "ana", seed: str = SEED, *more: str) -> list[str]:
    return ["audit-sample", "az2024", "--as", by, "--seed", seed, "--json", *more]


@pytest.fixture
def closed() -> None:
    clock.use(lambda: datetime(2024, 2, 9, 12, tzinfo=UTC))


def test_nothing_is_drawn_before_the_last_closing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words()) == 1
    said = capsys.readouterr()
    assert ("P430" in said.err, said.out) == (True, "")


@pytest.mark.parametrize("by", ["ben", "cora", "fara", "hal"])
def test_only_who_may_read_results_draws(by: str, closed: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words(by)) != 0
    assert capsys.readouterr().out == ""


def test_a_size_draws_that_many_of_all_stations(closed: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words("ana", SEED, "--size", "5")) == 0
    found = json.loads(capsys.readouterr().out)
    codes = sorted(one.code for one in stations.stations(plan.election("az2024")))

    assert (found["seed"], found["stations"], "risk" in found) == (SEED, codes, False)
    assert [one["station"] for one in found["sample"]] == [one.station for one in sample(SEED, codes, 5)]


def test_without_a_size_the_wrong_stations_and_the_risk_give_it(
    closed: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words("ana", SEED, "--wrong", "5", "--risk", "5%")) == 0
    found = json.loads(capsys.readouterr().out)
    assert (len(found["sample"]), found["wrong"], found["risk"]) == (22, 5, "1/20")


@pytest.mark.parametrize(
    ("seed", "more", "code"),
    [
        ("123", (), "P303"),
        (SEED, ("--size", "50"), "P304"),
        (SEED, ("--size", "0"), "P304"),
        (SEED, ("--risk", "1"), "P305"),
    ],
)
def test_what_cannot_be_drawn_says_why(
    seed: str, more: tuple[str, ...], code: str, closed: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words("ana", seed, *more)) == 1
    assert code in capsys.readouterr().err


def test_a_risk_that_is_no_share_is_told(closed: None, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(words("ana", SEED, "--risk", "1/0"))
    assert "write it like 5%, 0.05 or 1/20" in capsys.readouterr().err
