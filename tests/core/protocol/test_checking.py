"""Every relation of the four forms is raised by a case of its own, and not by the nearest sound one."""

from dataclasses import replace

import pytest

from legation_core.protocol.checking import NEXT_STEPS, Checks, findings
from legation_core.protocol.values import Protocol
from tests.core.protocol import books
from tests.core.protocol.cases import CASES, CLOSING, FORMS, SOUND, Change, changed


def codes(form: str, protocol: Protocol) -> list[str]:
    return [one.code for one in findings(FORMS[form], protocol)]


@pytest.mark.parametrize("form", FORMS)
def test_a_sound_protocol_has_no_findings_and_nothing_unchecked(form: str) -> None:
    assert codes(form, SOUND[form]) == []
    assert Checks(FORMS[form]).unchecked(SOUND[form]) == []


@pytest.mark.parametrize("form", FORMS)
def test_every_relation_has_its_case(form: str) -> None:
    assert [code for name, code in CASES if name == form] == [one.code for one in FORMS[form].relations]


@pytest.mark.parametrize(("case", "changes"), CASES.items(), ids=["-".join(case) for case in CASES])
def test_a_relation_is_raised_and_just_not(case: tuple[str, str], changes: tuple[Change, Change]) -> None:
    form, code = case
    broken, sound = changes

    assert code in codes(form, changed(form, broken))
    assert codes(form, changed(form, sound)) == []


def test_a_broken_relation_silences_the_ones_it_names() -> None:
    assert codes("az", changed("az", {"voters": 80})) == ["S01"]


def test_a_finding_marks_lines_and_says_both_sides_article_and_steps() -> None:
    one = findings(books.REFERENDUM_FORM, changed("referendum", {"invalid_first": 11}))[0]

    assert (one.code, one.severity, one.source, one.left, one.right, one.difference) == (
        "Q1",
        "blocks",
        "Charter, art. 60",
        100,
        101,
        -1,
    )
    assert one.lines == ("given", "yes_first", "no_first", "invalid_first")
    assert (str(one.typist_next), str(one.supervisor_next)) == (
        "Count the three piles again.",
        "Ask the station for the piles.",
    )


def test_a_relation_without_steps_of_its_own_has_those_of_its_severity() -> None:
    one = findings(books.RO, changed("ro", {"unused": 14}))[0]
    assert (str(one.typist_next), str(one.supervisor_next)) == NEXT_STEPS["explain"]


def test_what_is_not_given_is_not_checked_and_told() -> None:
    bare = {key: value for key, value in SOUND["az"].values.items() if key not in ("corners_cut", "mobile_requests")}
    protocol = replace(SOUND["az"], values=bare, closing=None)

    assert codes("az", protocol) == []
    assert Checks(books.AZ).unchecked(protocol) == ["S07", "S11", "S15", "S16"]


def test_without_votes_by_option_their_sum_is_not_checked() -> None:
    assert Checks(books.RO).unchecked(replace(SOUND["ro"], votes={})) == ["P2"]


def test_a_first_version_is_not_compared_with_one_before() -> None:
    assert Checks(books.REFERENDUM_FORM).unchecked(replace(SOUND["referendum"], previous=None)) == ["Q6"]


def test_a_channel_that_nobody_used_asks_for_nothing() -> None:
    used = ("yes_third_machine", "no_third_machine", "machine_counter")
    values = {key: value for key, value in SOUND["referendum"].values.items() if key not in used}
    protocol = replace(SOUND["referendum"], values=values)

    assert codes("referendum", protocol) == []
    assert Checks(books.REFERENDUM_FORM).unchecked(protocol) == ["Q4"]


def test_completed_at_the_instant_of_closing_is_not_before_it() -> None:
    assert codes("az", changed("az", {"completed": CLOSING})) == []
