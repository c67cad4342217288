"""Tasks in a lawbook: each mistake with its line, the plan in readable words, what a new version changes."""

import pytest

from legation_core.lawbook import loader
from legation_core.lawbook.differ import diff
from legation_core.lawbook.explain import chapters
from legation_core.lawbook.model import Lawbook
from legation_core.problems import Refused
from tests.core.lawbook import ruritania

PLAN = """
[[escalations]]
key = "legations"
superior = "chancellery"
superior_after = 1
headquarters = ["chancellery", "crown"]
headquarters_after = 2
source = "assumed"
note = "a test"

[[tasks]]
key = "hall_hired"
text = { en = "Hire a hall", de = "Saal mieten" }
area = "stations"
owner = "chancellery"
each = "mission"
days = -20
lead = 3
evidence = { en = "Contract", de = "Vertrag" }
accepted_by = "crown"
escalation = "legations"
basis = "practice"
source = "Diary of 2021"

[[tasks]]
key = "hall_heated"
text = { en = "Heat the hall", de = "Saal heizen" }
area = "stations"
owner = "chancellery"
days = 2
anchor = "call"
after = ["hall_hired"]
basis = "assumed"
source = "assumed"
note = "a test"
"""
SOUND = ruritania.TEXT.rstrip("\n") + "\n" + PLAN
MISTAKES = {
    "a need misspelt": ('after = ["hall_hired"]', 'after = ["hall_hird"]', "C201"),
    "a need that is nowhere": ('after = ["hall_hired"]', 'after = ["zzz_qqq"]', "C202"),
    "a circle": ("days = -20", 'days = -20\nafter = ["hall_heated"]', "L046"),
    "a rule misspelt": ('escalation = "legations"', 'escalation = "legation"', "C203"),
    "a rule that is nowhere": ('escalation = "legations"', 'escalation = "zzz_qqq"', "C204"),
    "headquarters before the superior": ("headquarters_after = 2", "headquarters_after = 0", "C205"),
    "assumed with a source": ('basis = "practice"', 'basis = "assumed"', "C206"),
    "an unknown body of headquarters": ('["chancellery", "crown"]', '["chancellery", "zzz_qqq"]', "L041"),
    "an unknown superior": ('superior = "chancellery"', 'superior = "zzz_qqq"', "L041"),
    "a body that accepts misspelt": ('accepted_by = "crown"', 'accepted_by = "crwn"', "L040"),
    "counted from a closing": ('anchor = "call"', 'anchor = "last_closing"', "L015"),
    "no working day": ("lead = 3", "lead = 0", "L017"),
    "an unknown subject": ('area = "stations"', 'area = "zzz_qqq"', "L015"),
    "no day": ("days = 2\n", "", "L012"),
    "in each station": ('each = "mission"', 'each = "zzz_qqq"', "L015"),
}


def read(*edits: tuple[str, str]) -> Lawbook:
    text = SOUND
    for old, new in edits:
        assert old in PLAN, old
        at = text.index(PLAN)
        text = text[:at] + text[at:].replace(old, new, 1)
    return loader.read(text.encode(), "plan.toml")


@pytest.mark.parametrize(("old", "new", "code"), MISTAKES.values(), ids=MISTAKES.keys())
def test_each_mistake_has_its_code_and_its_line(old: str, new: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read((old, new))
    (problem,) = refused.value.problems
    line = SOUND[: SOUND.index(old, SOUND.index(PLAN))].count("\n") + 1
    below = 1 if code == "L046" else 0
    begin = SOUND[: SOUND.index(old)].rindex("[[tasks]]") if code == "L012" else 0
    line = SOUND[:begin].count("\n") + 1 if code == "L012" else line + below
    assert (problem.code, problem.where) == (code, f"plan.toml line {line}")


def test_a_weekend_has_days_of_the_week() -> None:
    text = SOUND.replace("home_country =", 'home_weekend = ["firday"]\nhome_country =', 1)
    with pytest.raises(Refused) as refused:
        loader.read(text.encode(), "plan.toml")
    assert [one.code for one in refused.value.problems] == ["L014"]
    sound = loader.read(text.replace("firday", "friday").encode(), "plan.toml")
    assert (sound.home_weekend, read().home_weekend) == (("friday",), ("saturday", "sunday"))


def test_the_plan_is_told_in_words() -> None:
    found = {one.key: [entry.text for entry in one.entries] for one in chapters(read())}
    crown, chancellery = "The Crown", "Chancellery for Foreign Affairs"
    assert found["tasks"] == [
        f"T-20, 3 working days: Hire a hall ({chancellery}, each mission; practice)",
        f"+2 d from the call, 1 working day: Heat the hall ({chancellery}; assumed)",
    ]
    assert found["escalations"] == [f"legations: after 1 working days {chancellery}, after 2 {chancellery}, {crown}"]


def test_a_new_version_tells_what_it_changes_in_the_plan() -> None:
    changes = [str(one) for one in diff(read(), read(("lead = 3", "lead = 5")))]
    assert changes == ["tasks hall_hired, lead: 3 -> 5"]
