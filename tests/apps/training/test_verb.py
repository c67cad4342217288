"""`legation seminar`: every seat by its own clock, and nobody's name."""

import csv
import io

import pytest

from legation.project.cli import main
from legation.training import actions
from legation.training.models import Seat
from legation_core.training.audience import Rule
from legation_core.training.states import Answer
from tests.apps.training.conftest import AT

pytestmark = pytest.mark.django_db


def test_the_seats_of_a_seminar_by_their_clocks_and_without_names(invited, person, capsys) -> None:
    code = invited(Rule())
    seat = Seat.objects.get(seminar__code=code, of="tabriz").code
    actions.answer(election="az2024", code=code, seat=seat, answer=Answer.YES, name="Pelikan", by=person("cora"), at=AT)
    capsys.readouterr()
    assert main(["seminar", "az2024", code, "--csv"]) == 0
    text = capsys.readouterr().out
    rows = {row["of"]: row for row in csv.DictReader(io.StringIO(text))}
    assert (len(rows), "Pelikan" in text) == (50, False)
    assert {rows["tabriz"][name] for name in ("answer", "local")} == {"yes", "2024-01-25T11:30+03:30"}
    assert (rows["los-angeles"]["local"], rows["los-angeles"]["session"]) == ("2024-01-25T08:00-08:00", "2")
    assert rows["los-angeles"]["minutes_outside_civil_hours"] == "0"
    assert rows["seoul"]["zone"] == "Asia/Seoul"
