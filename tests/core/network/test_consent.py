"""Host consent: its states, and every problem with its owner."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.network.consent import (
    TRANSITIONS,
    Consent,
    Days,
    HostRule,
    Placed,
    State,
    Terms,
    Way,
    consent_findings,
    findings_of_station,
    governing,
    next_state,
    opening_state,
    steps_from,
    terms_problems,
    worst,
)
from legation_core.problems import Problem, Refused

DAY = date(2024, 2, 7)
DAYS = Days(date(2024, 1, 23), DAY, DAY)
GERMANY = HostRule("DE", Way.CONSENT, Way.CONSENT, None)
SWISS = HostRule("CH", Way.NOTIFY, Way.NOTIFY, 90)
MILD = HostRule("XA", Way.NOT_REQUIRED, Way.CONSENT, 10)
BERLIN = Placed("berlin", "DE", "Hubertusallee 43", "hubertusallee 43", "hubertusallee 43")
HALL = Placed("berlin-2", "DE", "Town hall", "town hall", "hubertusallee 43")
GRANTED = Consent("DE", state=State.GRANTED, sent_on=date(2023, 12, 20), answered_on=date(2024, 1, 15))

POSSIBLE = {
    ("settle", State.UNKNOWN), ("settle", State.NOT_REQUIRED), ("settle", State.NOTIFY_ONLY),
    ("settle", State.REQUIRED),
    ("notify", State.UNKNOWN), ("notify", State.NOT_REQUIRED), ("notify", State.NOTIFY_ONLY),
    ("ask", State.UNKNOWN), ("ask", State.REQUIRED), ("ask", State.REFUSED), ("ask", State.WITHDRAWN),
    ("grant", State.ASKED), ("grant", State.GRANTED),
    ("refuse", State.ASKED), ("refuse", State.NOTIFIED),
    ("withdraw", State.GRANTED),
}  # fmt: skip


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("step", TRANSITIONS)
def test_each_step_from_each_state(step: str, state: State) -> None:
    if (step, state) in POSSIBLE:
        assert next_state(state, step, Way.CONSENT) == (TRANSITIONS[step][1] or State.REQUIRED)
        assert step in steps_from(state)
    else:
        with pytest.raises(Refused) as refused:
            next_state(state, step, Way.CONSENT)
        assert refused.value.code == "C101"


@pytest.mark.parametrize(
    ("way", "state"),
    [(Way.NOT_REQUIRED, State.NOT_REQUIRED), (Way.NOTIFY, State.NOTIFY_ONLY), (Way.CONSENT, State.REQUIRED)],
)
def test_what_is_settled_opens_the_way(way: Way, state: State) -> None:
    assert next_state(State.UNKNOWN, "settle", way) == state


def test_opening_state_is_that_of_the_premises() -> None:
    assert (opening_state(MILD), opening_state(MILD, outside=True)) == (State.NOT_REQUIRED, State.REQUIRED)
    assert opening_state(None) == State.UNKNOWN


@pytest.mark.parametrize(
    ("rule", "due"),
    [(SWISS, date(2023, 11, 9)), (GERMANY, None), (HostRule("XB", Way.NOT_REQUIRED, Way.NOT_REQUIRED, 30), None)],
)
def test_the_day_by_which_a_host_wants_its_note(rule: HostRule, due: date | None) -> None:
    assert rule.due(DAY) == due


def found(consents: list[Consent], stations: list[Placed], rule: HostRule | None, today: date = DAYS.today) -> list:
    country = stations[0].country if stations else "DE"
    findings = consent_findings(country, consents, stations, rule, Days(today, DAY, DAY))
    return [(one.problem.code, one.act, one.state) for one in findings]


ASK, CLOSE, CHANGE = "ask_host_consent", "close_station", "change_station"
ZURICH = Placed("bern", "CH")
CASES = {
    "nobody knows what the host asks": ([], [BERLIN], None, [("C110", ASK, "due_soon")]),
    "no station, no problem": ([], [], None, []),
    "unsent, no lead time known": ([], [BERLIN], GERMANY, [("C114", ASK, "due_soon")]),
    "unsent, past the lead time": ([], [ZURICH], SWISS, [("C102", ASK, "overdue")]),
    "unsent, in time": ([Consent("XA", state=State.REQUIRED)], [Placed("a", "XA")], MILD, [("C111", ASK, "due_soon")]),
    "not required": ([], [Placed("a", "XA")], MILD, []),
    "notified too late": (
        [Consent("CH", state=State.NOTIFIED, sent_on=date(2023, 12, 20))], [ZURICH], SWISS, [("C103", ASK, "overdue")],
    ),
    "notified in time": ([Consent("CH", state=State.NOTIFIED, sent_on=date(2023, 11, 9))], [ZURICH], SWISS, []),
    "no answer yet": (
        [Consent("DE", state=State.ASKED, sent_on=date(2024, 1, 2))], [BERLIN], GERMANY, [("C104", ASK, "under_way")],
    ),
    "refused": ([Consent("DE", state=State.REFUSED)], [BERLIN], GERMANY, [("C105", CLOSE, "stopped")]),
    "withdrawn": ([Consent("DE", state=State.WITHDRAWN)], [BERLIN], GERMANY, [("C106", CLOSE, "stopped")]),
    "granted without conditions": ([GRANTED], [BERLIN, HALL], GERMANY, []),
    "more stations than allowed": (
        [Consent("DE", state=State.GRANTED, terms=Terms(stations=1))], [BERLIN, HALL], GERMANY,
        [("C107", CLOSE, "stopped")],
    ),
    "as many as allowed": ([Consent("DE", state=State.GRANTED, terms=Terms(stations=2))], [BERLIN, HALL], GERMANY, []),
    "outside the mission": (
        [Consent("DE", state=State.GRANTED, terms=Terms(mission_premises_only=True))], [BERLIN, HALL], GERMANY,
        [("C108", CHANGE, "stopped")],
    ),
    "ends before the day": (
        [Consent("DE", state=State.GRANTED, terms=Terms(valid_until=date(2024, 2, 6)))], [BERLIN], GERMANY,
        [("C109", ASK, "stopped")],
    ),
    "ends on the day": (
        [Consent("DE", state=State.GRANTED, terms=Terms(valid_until=DAY))], [BERLIN], GERMANY, [],
    ),
    "refused for these premises, granted for the country": (
        [GRANTED, Consent("DE", "Town hall", "town hall", State.REFUSED)], [BERLIN, HALL], GERMANY,
        [("C105", CLOSE, "stopped")],
    ),
    "premises of their own do not count among the country's": (
        [
            Consent("DE", state=State.GRANTED, terms=Terms(stations=1)),
            Consent("DE", "Town hall", "town hall", State.GRANTED),
        ],
        [BERLIN, HALL], GERMANY, [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_is_wrong_with_a_consent_and_which_act_mends_it(case: tuple) -> None:
    consents, stations, rule, expected = case
    assert found(consents, stations, rule) == expected


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2024, 1, 30), "under_way"),
        (date(2024, 1, 31), "due_soon"),
        (DAY, "due_soon"),
        (date(2024, 2, 8), "overdue"),
    ],
)
def test_a_missing_answer_becomes_urgent(today: date, state: str) -> None:
    assert found([Consent("DE", state=State.ASKED)], [BERLIN], GERMANY, today) == [("C104", ASK, state)]


def test_a_station_shows_its_own_problems_and_its_hosts_only() -> None:
    consents = [GRANTED, Consent("DE", "Town hall", "town hall", State.REFUSED)]
    findings = consent_findings("DE", consents, [BERLIN, HALL], GERMANY, DAYS)
    shown = {
        one.station: [found.problem.code for found in findings_of_station(findings, one, consents)]
        for one in (BERLIN, HALL)
    }
    assert shown == {"berlin": [], "berlin-2": ["C105"]}


@pytest.mark.parametrize(
    ("terms", "codes"),
    [
        (Terms(), []),
        (Terms(stations=0), ["C112"]),
        (Terms(stations=1, valid_until=DAY), []),
        (Terms(valid_until=date(2024, 1, 1)), ["C113"]),
    ],
)
def test_conditions_that_cannot_be_meant(terms: Terms, codes: list[str]) -> None:
    assert [one.code for one in terms_problems(terms, date(2024, 1, 15))] == codes


def test_the_worst_of_several() -> None:
    findings = consent_findings("DE", [Consent("DE", state=State.REFUSED)], [BERLIN], GERMANY, DAYS)
    assert (worst(findings), worst([])) == ("stopped", "")


days = st.dates(date(2024, 1, 1), date(2024, 3, 1))


@given(
    state=st.sampled_from(State), sent=st.none() | days, today=days, lead=st.none() | st.integers(1, 200),
    allowed=st.none() | st.integers(1, 3), only=st.booleans(), until=st.none() | days, count=st.integers(0, 4),
)  # fmt: skip
def test_every_finding_has_a_sentence_a_state_and_an_act(state, sent, today, lead, allowed, only, until, count) -> None:
    from legation_core.lawbook.acts import ACTS
    from legation_core.words import sentence

    consent = Consent("DE", state=state, sent_on=sent, terms=Terms(allowed, only, until))
    rule = HostRule("DE", Way.CONSENT, Way.CONSENT, lead)
    stations = [Placed(f"s{number}", "DE", "x", "x", "x") for number in range(count)]
    findings = consent_findings("DE", [consent], stations, rule, Days(today, DAY, DAY + timedelta(days=1)))
    assert all(one.act in ACTS and sentence(one.problem) and worst([one]) for one in findings)
    assert all(governing([consent], one) == consent for one in stations)
    assert not findings or count


def test_owner_is_the_body_that_the_lawbook_names() -> None:
    from legation_core.lawbook.model import Competence

    (one,) = consent_findings("DE", [Consent("DE", state=State.ASKED)], [BERLIN], GERMANY, DAYS)
    assert one.owner(
        {"ask_host_consent": Competence(act="ask_host_consent", body="head_of_mission", source="assumed")}
    ) == ("head_of_mission")
    assert one.owner({}) == ""
    assert one.problem == Problem("C104", "", {"country": "DE", "left": 15})
