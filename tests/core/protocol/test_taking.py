"""What election authorities publish, in its many shapes, becomes the same protocols."""

from legation_core.protocol import mapping
from legation_core.protocol.comparing import fields
from legation_core.protocol.mapping import FileMap, LongLines, Map, Options, SumRows
from legation_core.protocol.taking import Disagreement, Read, Taken, take
from tests.core.protocol import books, files
from tests.core.protocol.files import table, taken

SOUND = files.plain("sound.csv")
LINES = {key: key for key in ("listed", "voted", "voted_listed", "voted_added", "voted_mobile", "valid", "invalid",
                              "received", "unused")}  # fmt: skip
HEAD = ";".join(("station", *LINES))
WIDE = Options(line="candidate_votes", columns="c(.)")


def said(found: tuple[Read, ...]) -> dict[tuple[str, int], dict[str, object]]:
    return {(one.station, one.version): dict(fields(one.protocol)) for one in found}


ONE = {("one", 1): said(SOUND.protocols)["one", 1]}


def test_one_row_a_station() -> None:
    assert [(one.station, one.version, one.row) for one in SOUND.protocols] == [
        ("one", 1, 2),
        ("two", 1, 3),
        ("three", 1, 4),
    ]
    assert (SOUND.options, SOUND.missing, SOUND.left_out) == (("1", "2"), (), 0)


def test_headings_on_a_later_row_other_rows_left_out_and_a_composed_key() -> None:
    described = FileMap(("abroad", "n"), header_row=3, only={"kind": ("station",)}, lines=LINES, options=WIDE)
    found = take_with(
        described,
        ["Results"],
        [""],
        f"kind;abroad;n;{HEAD.partition(';')[2]};c1;c2".split(";"),
        ["home", "X", "9", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0"],
        ["station", "A", "1", "0", "87", "0", "85", "2", "80", "7", "100", "13", "50", "30"],
    )
    assert (said(found.protocols), found.left_out) == (ONE, 1)


def take_with(described: FileMap, *cells: list[str]) -> Taken:
    return take(Map((described,)), [list(enumerate(cells, start=1))], books.RO, {"A/1": "one"})


def test_lines_and_votes_in_separate_files_the_votes_long() -> None:
    lines = FileMap(("station",), lines=LINES)
    votes = FileMap(("st",), options=Options("candidate_votes", option="who", votes="n", names={"Ann": "1", "Bo": "2"}))
    found = taken(
        Map((lines, votes)),
        table(HEAD, "1;0;87;0;85;2;80;7;100;13"),
        table("st;who;n", "1;Ann;50", "1;Bo;30"),
    )
    assert said(found.protocols) == ONE


def test_lines_and_votes_in_one_long_file() -> None:
    described = FileMap(
        ("station",),
        long_lines=LongLines("line", "count", {"b": "voted"}),
        options=Options("candidate_votes", option="who", votes="count"),
    )
    counts = {**ONE["one", 1]}
    rows = ["1;b;;87" if key == "voted" else f"1;{key};;{counts[key]}" for key in LINES]
    split = FileMap(described.station, long_lines=described.long_lines)
    votes = FileMap(described.station, options=described.options)
    found = taken(
        Map((split, votes)),
        table("station;line;who;count", *rows),
        table("station;line;who;count", "1;;1;50", "1;;2;30"),
    )
    assert said(found.protocols) == ONE


def test_a_count_given_twice_in_a_long_file_is_refused() -> None:
    votes = FileMap(("st",), options=Options("candidate_votes", option="who", votes="n"))
    found = taken(Map((votes,)), table("st;who;n", "1;1;50", "1;1;50"))
    assert [(one.code, one.where) for one in found.problems][:1] == [("P416", "row 3, column n")]


def test_thousands_and_blanks_that_mean_zero() -> None:
    described = FileMap(("station",), thousands=".", blank="zero", lines=LINES, options=WIDE)
    found = taken(Map((described,)), table(f"{HEAD};c1;c2", "1;;1.087;0;1.085;2;1.080;7;1.100;13;1.050;30"))
    values = said(found.protocols)["one", 1]
    assert (values["listed"], values["voted"], values["candidate_votes/1"]) == (0, 1087, 1050)


def test_rows_of_sums_are_checked_and_not_counted() -> None:
    described = FileMap(
        ("station",),
        lines=LINES,
        options=WIDE,
        sums=(SumRows("station", "All"), SumRows("station", "Part", ("country",))),
    )
    head = f"{HEAD};country;c1;c2"
    rows = (
        "1;0;87;0;85;2;80;7;100;13;AT;50;30",
        "2;0;10;0;10;0;10;0;20;10;JP;4;6",
        "Part;0;87;0;85;2;80;7;100;13;AT;50;30",
        "Part;0;10;0;10;0;10;0;20;10;JP;4;7",
        "All;0;97;0;95;2;90;7;120;24;;54;36",
    )
    found = taken(Map((described,)), table(head, *rows))

    assert [one.station for one in found.protocols] == ["one", "two"]
    assert found.disagreements == (
        Disagreement(5, "Part", "candidate_votes/2", 7, 6),
        Disagreement(6, "All", "unused", 24, 23),
    )


def test_versions_of_one_protocol_are_kept_and_the_last_is_in_the_sums() -> None:
    described = FileMap(("station",), version="v", lines=LINES, options=WIDE, sums=(SumRows("station", "All"),))
    rows = ("1;0;87;0;85;2;80;7;100;13;1;49;31", "1;0;87;0;85;2;80;7;100;13;2;50;30")
    found = taken(Map((described,)), table(f"{HEAD};v;c1;c2", *rows, "All;0;87;0;85;2;80;7;100;13;1;50;30"))
    assert ([one.version for one in found.protocols], found.disagreements) == ([1, 2], ())


def test_missing_stations_are_told_or_refused_where_the_files_should_be_complete() -> None:
    described = FileMap(("station",), lines=LINES, options=WIDE)
    row = table(f"{HEAD};c1;c2", "1;0;87;0;85;2;80;7;100;13;50;30")
    assert taken(Map((described,)), row).missing == ("two", "three")
    refused = taken(Map((described,), complete=True), row)
    assert [(one.code, one.facts["station"]) for one in refused.problems] == [("P412", "two"), ("P412", "three")]


def test_the_map_of_romania_is_read_with_the_usual_values() -> None:
    described = mapping.read(files.PLAIN)
    assert (described.form, described.stations, described.files[0].delimiter) == ("station_protocol", "number", ",")
