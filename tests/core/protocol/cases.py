"""For each relation of each form: a change of a sound protocol that breaks it alone, and one that just does not."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from legation_core.protocol.values import Protocol, Value
from tests.core.protocol import books

CLOSING = datetime(2024, 2, 7, 10, tzinfo=UTC)

AZ_LINES: dict[str, Value] = {
    "voters": 112, "voters_listed": 100, "voters_added": 12, "voted_with_card": 0, "cards_given": 0,
    "ballots_received": 103, "voters_given_ballots": 90, "ballots_mobile": 5, "ballots_unused": 11,
    "ballots_cancelled": 11, "mobile_box": 5, "stationary_boxes": 84, "valid": 86, "invalid_form": 1,
    "invalid_unmarked": 3, "spoilt": 2, "completed": CLOSING, "corners_cut": 90, "mobile_requests": 5,
    "mobile_taken": 8, "ended_early": 0, "members": 6, "signatures": 4, "dissents": 0, "words_differ": 0,
}  # fmt: skip
SOUND = {
    "az": Protocol(AZ_LINES, {"candidate_votes": {"a": 50, "b": 30, "c": 6}}, CLOSING),
    "district": Protocol(
        {"stations": 40, "protocols_received": 38, "protocols_taken": 36, "stations_failed": 2,
         "stations_invalidated": 2, "voters_took_part": 9000}
    ),
    "ro": Protocol(
        {"listed": 5, "voted": 87, "voted_listed": 5, "voted_added": 80, "voted_mobile": 2, "valid": 80, "invalid": 7,
         "received": 100, "unused": 13},
        {"candidate_votes": {"1": 50, "2": 30}},
    ),
    "referendum": Protocol(
        {"given": 100, "yes_first": 60, "no_first": 30, "invalid_first": 10, "yes_second": 50, "no_second": 48,
         "yes_third": 40, "no_third": 40, "yes_third_machine": 9, "no_third_machine": 10, "machine_counter": 19,
         "checked_in": 98},
        previous=Protocol({"given": 100}),
    ),
}  # fmt: skip
FORMS = {
    "az": books.AZ,
    "district": books.AZ_DISTRICT,
    "ro": books.RO,
    "referendum": books.REFERENDUM_FORM,
}

Change = Mapping[str, Value]
CASES: dict[tuple[str, str], tuple[Change, Change]] = {
    ("az", "S01"): ({"voters": 113}, {"voters": 113, "voters_added": 13}),
    ("az", "S02"): ({"spoilt": 3}, {"spoilt": 0, "ballots_unused": 13, "ballots_cancelled": 13}),
    ("az", "S03"): ({"ballots_cancelled": 12}, {}),
    ("az", "S04"): ({"voters": 89, "voters_listed": 77, "ballots_received": 79, "spoilt": 0, "ballots_unused": 0,
                     "ballots_cancelled": 0}, {"voters": 112}),
    ("az", "S05"): ({"ballots_mobile": 91}, {"ballots_mobile": 6}),
    ("az", "S06"): ({"ballots_mobile": 4}, {"ballots_mobile": 5}),
    ("az", "S07"): ({"mobile_requests": 4, "mobile_taken": 7}, {"mobile_requests": 5}),
    ("az", "S08"): ({"ballots_mobile": 7}, {"ballots_mobile": 6}),
    ("az", "S09"): ({"invalid_unmarked": 4}, {"invalid_unmarked": 3}),
    ("az", "S10"): ({"valid": 85, "invalid_unmarked": 4}, {"valid": 86}),
    ("az", "S11"): ({"corners_cut": 89}, {"corners_cut": 90}),
    ("az", "S12"): ({"voted_with_card": 1, "voters": 113}, {"voted_with_card": 0}),
    ("az", "S13"): ({"cards_given": 1, "voters": 111}, {"cards_given": 0}),
    ("az", "S14"): ({"ballots_received": 104, "spoilt": 3}, {"ballots_received": 103}),
    ("az", "S15"): ({"mobile_taken": 9}, {"mobile_taken": 8}),
    ("az", "S16"): ({"completed": CLOSING - timedelta(seconds=1)},
                    {"completed": CLOSING - timedelta(seconds=1), "ended_early": 1}),
    ("az", "S17"): ({"signatures": 3}, {"members": 5}),
    ("az", "S18"): ({"words_differ": 1}, {"words_differ": 0}),
    ("az", "S19"): ({"dissents": 1}, {"dissents": 0}),
    ("district", "D01"): ({"protocols_received": 41}, {"protocols_received": 40}),
    ("district", "D02"): ({"stations_failed": 3}, {"stations_failed": 2}),
    ("ro", "P1"): ({"voted_added": 81}, {"voted_added": 81, "voted_mobile": 1}),
    ("ro", "P2"): ({"valid": 79, "invalid": 8}, {"valid": 80}),
    ("ro", "P3"): ({"voted": 88, "voted_mobile": 3}, {"voted": 87}),
    ("ro", "P4"): ({"unused": 14}, {"unused": 14, "received": 101}),
    ("ro", "P5"): ({"listed": 4}, {"listed": 5}),
    ("referendum", "Q1"): ({"invalid_first": 11}, {"invalid_first": 9, "no_first": 31}),
    ("referendum", "Q2"): ({"no_second": 47}, {"no_second": 52}),
    ("referendum", "Q3"): ({"machine_counter": 18}, {"machine_counter": 19}),
    ("referendum", "Q4"): ({"yes_third": 60}, {"yes_third": 59}),
    ("referendum", "Q5"): ({"checked_in": 97}, {"checked_in": 102}),
    ("referendum", "Q6"): ({"given": 99, "invalid_first": 9}, {"given": 100}),
}  # fmt: skip
"""(form, code) -> what breaks it, what is as near as can be and does not."""


def changed(form: str, change: Change) -> Protocol:
    sound = SOUND[form]
    return replace(sound, values={**sound.values, **change})
