"""Broken lawbooks: named edits of a sound one. Each is refused with its code, its line and how to mend it."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from legation_core.lawbook import loader
from legation_core.problems import Problem, Refused
from legation_core.words import SENTENCES, sentence
from tests.core.lawbook import ruritania

BOOKS = ruritania.FILE.parent
SOUND = ruritania.TEXT
CREATE = '[[competences]]\nact = "create_station"\n'
REMEDY = re.compile(r"[.:] [A-Z]\w+ .*\.$|: add them\.$|\bMend it\.$")
"""After what is wrong, a sentence of its own that says what to do."""


@dataclass(frozen=True)
class Broken:
    """`old` becomes `new`; the error is `code`, `below` lines under the first line that holds `at`."""

    old: str
    new: str
    code: str
    at: str
    below: int = 0
    along: tuple[str, ...] = ()
    """Codes of what else is then wrong."""

    def text(self) -> str:
        assert self.old in SOUND, f"the sound book has no {self.old!r}"
        return SOUND.replace(self.old, self.new, 1)

    def where(self) -> str:
        lines = self.text().split("\n")
        return f"ruritania.toml line {next(n for n, line in enumerate(lines, 1) if self.at in line) + self.below}"


def edit(old: str, new: str, code: str, at: str = "", below: int = 0, along: tuple[str, ...] = ()) -> Broken:
    return Broken(old, new, code, at or new.split("\n", maxsplit=1)[0], below, along)


CASES = {
    "hidden direction mark": edit('"Envoy"', '"En\u202evoy"', "L009"),
    "hidden mark written with a backslash": edit('"Envoy"', '"En\\u202Evoy"', "L009"),
    "misspelt key": edit("home_zone =", "home_zonne =", "L010", along=("L012",)),
    "unknown key": edit("snow_days]]\nvalue = 2", "snow_days]]\nvalue = 2\nxylophone = 1", "L011", "xylophone"),
    "unknown table": edit("[[districts]]\n", "[[parliament]]\nseats = 3\n[[districts]]\n", "L011"),
    "body kept apart misspelt": edit(
        "[[districts]]\n",
        '[[incompatible]]\nkey = "x"\nfirst = "chancelery"\nsecond = "crown"\ntext = {en = "a", de = "b"}\n'
        'source = "x"\n[[districts]]\n',
        "L040",
        'first = "chancelery"',
    ),
    "misspelt setting": edit(
        "[[settings.pollbook]]\nkey",
        '[[settings.polbook]]\nkey = "none"\ntext = {en = "a", de = "b"}\nsource = "x"\n[[settings.pollbook]]\nkey',
        "L010",
    ),
    "key missing": edit('owner = "chancellery"\n', "", "L012", 'key = "stations_created"', -1),
    "table missing": edit("[lawbook]", "[lawbok]", "L012", "# Ruritania", along=("L010",)),
    "number in quotes": edit("value = 10\n", 'value = "10"\n', "L013"),
    "date in quotes": edit("from = 2020-01-01", 'from = "2020-01-01"', "L013"),
    "word where a list is": edit('after = ["day_set"]', 'after = "day_set"', "L013"),
    "text without languages": edit('text = { en = "Paper only", de = "Nur Papier" }', 'text = "Paper only"', "L013"),
    "misspelt choice": edit('rule = "from"', 'rule = "form"', "L014"),
    "unknown choice": edit('choice = "lists"', 'choice = "acclamation"', "L015"),
    "setting with an unknown choice": edit('key = "assigned"', 'key = "by_lot"', "L015"),
    "capital letter in a key": edit('key = "courier"', 'key = "Courier"', "L016"),
    "capital letter in a table": edit("[[limits.snow_days]]", "[[limits.Snow]]", "L016"),
    "negative number": edit("value = 10\n", "value = -10\n", "L017"),
    "number that no law has": edit("months = 18", "months = 99999999999999999999999", "L017"),
    "empty text": edit('en = "Paper only"', 'en = "  "', "L018"),
    "endless text": edit('en = "Paper only"', f'en = "{"x" * 4001}"', "L019"),
    "language missing": edit(', de = "Nur Papier"', "", "L020", 'en = "Paper only"'),
    "language not announced": edit('de = "Nur Papier"', 'de = "Nur Papier", fr = "Papier"', "L021", "Papier"),
    "word twice in a list": edit('silences = ["R2"]', 'silences = ["R2", "R2"]', "L023"),
    "language tag with underscore": edit('"en", "de"]', '"en", "de", "pt_BR"]', "L024", "languages ="),
    "ends before it begins": edit('opens = "16:00"', 'from = 2025-02-01\nto = 2025-01-01\nopens = "16:00"', "L031"),
    "no time of day": edit('opens = "16:00"', 'opens = "16.00"', "L032"),
    "time after midnight": edit('closes = "24:00"', 'closes = "24:30"', "L032"),
    "misspelt zone": edit("Pacific/Chatham", "Pacific/Chathan", "L033"),
    "zone of nowhere": edit("Pacific/Chatham", "Strelsau", "L034"),
    "offset for a zone": edit("Pacific/Chatham", "+12:45", "L035"),
    "fixed zone": edit("Pacific/Chatham", "Etc/GMT-13", "L035"),
    "closes before it opens": edit('closes = "20:30"', 'closes = "15:30"', "L036"),
    "opens at the end of the day": edit('opens = "06:00"', 'opens = "24:00"', "L037"),
    "country in words": edit('home_country = "XR"', 'home_country = "Ruritania"', "L038"),
    "misspelt body": edit('body = "envoy"', 'body = "envoi"', "L040"),
    "unknown body": edit('body = "envoy"', 'body = "parliament"', "L041"),
    "owner that is no body": edit('owner = "station_board"', 'owner = "postmaster"', "L041"),
    "misspelt act": edit('after = ["adopt_lawbook"]', 'after = ["adopt_lawbok"]', "L042"),
    "unknown act": edit('after = ["adopt_lawbook"]', 'after = ["crown_the_king"]', "L043"),
    "misspelt deadline": edit('deadline = "stations_created"', 'deadline = "station_created"', "L044"),
    "unknown deadline": edit('deadline = "stations_created"', 'deadline = "coronation"', "L045"),
    "unknown entry before": edit('after = ["day_set"]', 'after = ["coronation"]', "L045"),
    "circle of entries": edit(
        'anchor = "call"\ndays = 5',
        'anchor = "call"\ndays = 5\nafter = ["stations_created"]',
        "L046",
        'after = ["stations_created"]',
    ),
    "entry twice": edit('[[districts]]\nnumber = "8"', '[[districts]]\nnumber = "7"', "L047", 'number = "7"', 5),
    "relation twice": edit('code = "R4"', 'code = "R3"', "L084", 'holds = "abs(', -1),
    "overlap in time": edit("to = 2024-12-31", "to = 2025-01-31", "L048", "from = 2025-01-01", -2),
    "competence missing": edit(
        CREATE + 'body = "chancellery"\nsubmitted_by = "envoy"\ndeadline = "stations_created"\n'
        'source = "Charter, art. 32"\n',
        "",
        "L049",
        "[[competences]]",
    ),
    "gap in time": edit(
        'opens = "06:00"\ncloses = "24:00"\n',
        'opens = "06:00"\ncloses = "24:00"\nfrom = 2021-01-01\n',
        "L050",
        'opens = "06:00"',
        -2,
    ),
    "days from an instant": edit("hours = 36\n", "hours = 36\ndays = 2\n", "L054", "days = 2"),
    "hours from a day": edit("days = -28", "days = -28\nhours = 3", "L054", "hours = 3"),
    "how many is missing": edit("days = -28\n", "", "L055", 'key = "stations_created"', 4),
    "station's closing made once": edit('hours = 36\neach = "station"\n', "hours = 36\n", "L056", "hours = 36", -1),
    "local time of nobody": edit('zone = "home"', 'zone = "local"', "L057"),
    "source missing": edit('source = "Charter, art. 40"\n', "", "L060", "day = -1", -1),
    "assumed without a note": edit(
        'note = "The Charter says that a campaign follows; the day after is taken."\n',
        "",
        "L061",
        'anchor = "day_set"',
        2,
    ),
    "assumed in capitals": edit('source = "assumed"\nnote = "Whoever', 'source = "ASSUMED."\nnote = "Whoever', "L062"),
    "relation that does not read": edit('"received == sum(ballots)"', '"received = sum(ballots)"', "L070"),
    "relation that would be run": edit('"received == sum(ballots)"', '"received.real == sum(ballots)"', "L070"),
    "relation with a misspelt line": edit('"received == sum', '"recieved == sum', "L071"),
    "relation with an unknown line": edit('"received == sum', '"zeppelins == sum', "L072"),
    "relation with a misspelt group": edit("sum(ballots)", "sum(ballot)", "L073"),
    "relation with an unknown group": edit("sum(ballots)", "sum(zeppelins)", "L082"),
    "relation with a misspelt channel": edit("sum(ballots)", "sum(ballots, papers)", "L087"),
    "relation with an unknown channel": edit("sum(ballots)", "sum(ballots, zeppelins)", "L088"),
    "silences an unknown relation": edit('silences = ["R2"]', 'silences = ["Q99"]', "L075"),
    "silences a misspelt relation": edit('silences = ["R2"]', 'silences = ["RR2"]', "L074"),
    "silences itself": edit('silences = ["R2"]', 'silences = ["R1"]', "L076"),
    "repeated line as one value": edit("cast == sum(choices)", "cast == list_votes", "L077"),
    "key that is a word of the language": edit('key = "unused"', 'key = "station"', "L078"),
    "repeated line without a group": edit(
        'kind = "each_candidate"\ngroup = "choices"\n', 'kind = "each_candidate"\n', "L079", along=("L082",)
    ),
    "assumed relation that blocks": edit('severity = "explain"', 'severity = "blocks"', "L081", 'holds = "cast', 1),
    "instant among numbers": edit("completed >= closing(station)", "completed + 1 >= closing(station)", "L083"),
}


def problems_of(text: str) -> tuple[Problem, ...]:
    with pytest.raises(Refused) as refused:
        loader.read(text.encode(), "ruritania.toml")
    assert refused.value.code == "L001"
    return refused.value.problems


def test_the_book_that_the_cases_edit_is_sound() -> None:
    assert loader.check(BOOKS / "ruritania.toml") == []


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_broken_lawbook_is_refused_with_its_line_and_remedy(case: Broken) -> None:
    problems = problems_of(case.text())

    found = next(problem for problem in problems if problem.code == case.code)
    assert found.where == case.where()
    assert {problem.code for problem in problems} == {case.code, *case.along}
    assert REMEDY.search(sentence(found))


def test_every_error_of_a_file_is_named_at_once_by_line() -> None:
    text = SOUND
    for case in (
        CASES["empty text"],
        CASES["misspelt zone"],
        CASES["unknown body"],
        CASES["assumed relation that blocks"],
    ):
        text = text.replace(case.old, case.new, 1)

    lines = [int(problem.where.rsplit(" ", 1)[1]) for problem in problems_of(text)]

    assert [problem.code for problem in problems_of(text)] == ["L033", "L041", "L018", "L081"]
    assert lines == sorted(lines)


FILES = {
    "byte_order_mark.toml": ("L005", "byte_order_mark.toml line 1"),
    "windows_1252.toml": ("L004", "windows_1252.toml line 4"),
    "quote_not_closed.toml": ("L006", "quote_not_closed.toml line 3"),
    "key_twice.toml": ("L006", "key_twice.toml line 4"),
    "zero_byte.toml": ("L006", "zero_byte.toml line 3"),
    "table_inside_itself.toml": ("L007", "table_inside_itself.toml line 2"),
    "spreadsheet.toml": ("L006", "spreadsheet.toml line 1"),
    "empty.toml": ("L012", "empty.toml line 1"),
    "no_such_file.toml": ("L002", "no_such_file.toml"),
}


@pytest.mark.parametrize(("name", "expected"), FILES.items(), ids=FILES.keys())
def test_a_file_that_is_no_lawbook_is_refused_with_its_place_and_remedy(name: str, expected: tuple[str, str]) -> None:
    first = loader.check(BOOKS / "broken" / name)[0]

    assert (first.code, first.where) == expected
    assert REMEDY.search(sentence(first))


def test_an_endless_line_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(Refused) as refused:
        loader.read(f"{SOUND}\n# {'x' * loader.MOST_LINE}".encode(), "ruritania.toml")

    line = SOUND.count("\n") + 2
    assert [(one.code, one.where) for one in refused.value.problems] == [("L008", f"ruritania.toml line {line}")]


def test_a_file_beyond_the_largest_size_is_refused_unread(tmp_path: Path) -> None:
    large = tmp_path / "large.toml"
    large.write_text(SOUND + "#\n" * (loader.MOST_BYTES // 2), encoding="utf-8")

    assert [(one.code, one.where) for one in loader.check(large)] == [("L003", "large.toml")]


def test_thousands_of_brackets_are_refused() -> None:
    text = "x = " + "[" * 3900 + "]" * 3900

    with pytest.raises(Refused) as refused:
        loader.read(text.encode(), "brackets.toml")

    assert [one.code for one in refused.value.problems] == ["L007"]


def test_english_must_be_among_the_languages() -> None:
    text = SOUND.replace('languages = ["en", "de"]', 'languages = ["de"]').replace('en = "', 'de-AT = "')

    assert "L022" in {problem.code for problem in problems_of(text)}


def test_a_form_needs_lines() -> None:
    text = SOUND[: SOUND.index("[[forms.lines]]")]

    assert [(one.code, one.where) for one in problems_of(text)] == [
        ("L080", f"ruritania.toml line {text.count(chr(10), 0, text.index('[[forms]]')) + 1}")
    ]


def test_every_sentence_on_lawbook_files_is_said_in_a_test_of_them() -> None:
    said = {case.code for case in CASES.values()} | {code for code, _ in FILES.values()}
    elsewhere = {"L001", "L003", "L007", "L008", "L022", "L080", "L085", "L086", "L090"}

    assert {code for code in SENTENCES if code.startswith("L")} - said - elsewhere == set()
