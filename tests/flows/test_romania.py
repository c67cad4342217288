"""835 stations, three voting days, other competences: Romania's election of 2019 under its own lawbook."""

import csv
import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from legation.accounts import actions as accounts
from legation.accounts import queries as people
from legation.accounts.actions import joint
from legation.accounts.models import User
from legation.base import clock
from legation.base.actors import Actor, Grant, ScopeRef
from legation.count import queries as count
from legation.missions import actions as missions
from legation.plan import actions as plan_actions
from legation.plan import queries as plan
from legation.project.cli import main
from legation.public.routes import addresses
from legation.public.site import Site
from legation.publication import actions as publication
from legation.publication import queries as frozen
from legation.stations import actions, queries
from legation_core.problems import Refused
from legation_core.recount.counting import recount
from tests.by_two import by_two

ASSETS = Path(__file__).parents[1] / "assets" / "ro2019"
AT = datetime(2019, 10, 20, 9, tzinfo=UTC)
ELECTION = "ro2019"
HOME = ScopeRef("jurisdiction", "RO")
ROLES = {
    "ioana": ("commission_chair", HOME),
    "mihai": ("commission_officer", HOME),
    "radu": ("ministry_headquarters", HOME),
    "head-it": ("mission_head", ScopeRef("mission", "RO/it")),
    "bureau": ("district_chair", ScopeRef("district", "RO/48")),
}

pytestmark = pytest.mark.django_db


def rows(name: str) -> list[dict[str, str]]:
    with (ASSETS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def actor(code: str) -> Actor:
    return people.actor_by_code(code, AT)


@pytest.fixture(scope="module")
def romania(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """The election with its 835 stations, once for all the tests of this file."""
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        _open()
        _missions()
        _stations()
        yield
        transaction.set_rollback(True)


def _open() -> None:
    founder = people.actor_of("operator", Grant("operator", "RO", "", HOME, AT))
    for code, (role, scope) in ROLES.items():
        grants = (Grant(role, "RO", "", scope, AT),)
        accounts.create_account(code=code, name=code.title(), grants=grants, by=founder, at=AT)
    octets = files("legation_core.lawbook").joinpath("books/ro.toml").read_bytes()
    digest = plan_actions.propose_lawbook(octets=octets, name="ro.toml", by=actor("mihai"), at=AT)
    by_two(
        plan_actions.adopt_lawbook,
        digest=digest,
        decision="a decision of the test",
        by=actor("ioana"),
        at=AT,
        second="mihai",
    )
    by_two(
        plan_actions.open_election,
        second="mihai",
        code=ELECTION,
        names={"en": "Election of the President 2019", "ro": "Alegerea Președintelui 2019"},
        kind="presidential",
        called_on=date(2019, 7, 11),
        day_set_on=date(2019, 7, 11),
        election_day=date(2019, 11, 10),
        by=actor("ioana"),
        at=AT,
    )


def _missions() -> None:
    posts: list[tuple[str, dict[str, object]]] = [
        (
            row["country"].lower(),
            {
                "kind": "embassy",
                "names": {"en": f"Mission in {row['country']}"},
                "cities": {"en": row["country"]},
                "country": row["country"],
                "zone": row["zone"],
            },
        )
        for row in rows("zones.csv")
    ]
    missions.register_missions(rows=posts, file="", by=actor("radu"), at=AT)


def _stations() -> None:
    by = actor("radu")
    wanted = [
        {"mission": row["country"].lower(), "code": f"ro-{row['station']}", "names": {"en": row["name"]}}
        for row in rows("stations.csv")
    ]
    by_two(actions.create_stations, second="ioana", election=ELECTION, stations=wanted, by=by, at=AT)
    for row in rows("stations.csv"):
        code, number = f"ro-{row['station']}", int(row["station"])
        actions.attach_station(election=ELECTION, station=code, district="48", by=by, at=AT)
        actions.number_station(election=ELECTION, station=code, number=number, by=by, at=AT)


def created(mission: str) -> None:
    """The station `ro-new`, created by the ministry and confirmed by the authority."""
    facts = {"election": ELECTION, "mission": mission, "code": "ro-new", "by": actor("radu"), "at": AT}
    by_two(actions.create_station, second="ioana", **facts)


def test_until_the_authority_confirms_a_station_does_not_stand(romania: None) -> None:
    facts = {"election": ELECTION, "mission": "it", "code": "ro-new", "by": actor("radu"), "at": AT}
    with pytest.raises(Refused, match="A507"):
        actions.create_station(**facts)
    code = actions.create_station.propose(**facts)
    with pytest.raises(Refused, match="A500"):
        joint.confirm(code=code, by=actor("radu"), at=AT)
    assert len(queries.stations(plan.election(ELECTION))) == 835
    joint.confirm(code=code, by=actor("mihai"), at=AT)
    assert len(queries.stations(plan.election(ELECTION))) == 836


def test_the_ministry_created_attached_and_numbered_all_of_them(romania: None) -> None:
    found = queries.stations(plan.election(ELECTION))

    counts = queries.counts(found)
    assert (counts.stations, counts.countries, counts.by_state) == (835, 98, {"numbered": 835})
    assert {one.district for one in found} == {"48"}
    assert sorted(one.number or 0 for one in found) == list(range(1, 836))


def test_a_head_of_mission_may_not_create_where_the_lawbook_names_the_ministry(romania: None) -> None:
    with pytest.raises(Refused) as refused:
        actions.create_station(election=ELECTION, mission="it", by=actor("head-it"), at=AT)

    assert (refused.value.code, dict(refused.value.problem.facts)) == (
        "A002",
        {"act": "create_station", "body": "ministry", "source": "Law 208/2015, art. 23(5)"},
    )


def test_the_same_role_may_create_where_the_other_lawbook_names_it(romania: None, person: Callable[..., Actor]) -> None:
    head = person("cora")
    at = datetime(2024, 1, 23, 5, tzinfo=UTC)

    with pytest.raises(Refused) as refused:
        actions.create_station(election="az2024", mission="tabriz", by=head, at=at)

    assert head.role == actor("head-it").role == "mission_head"
    assert refused.value.code == "A044"


def test_the_authority_and_the_bureau_number_nothing(romania: None) -> None:
    created("it")
    actions.attach_station(election=ELECTION, station="ro-new", district="48", by=actor("radu"), at=AT)
    for code in ("ioana", "bureau"):
        with pytest.raises(Refused) as refused:
            actions.number_station(election=ELECTION, station="ro-new", number=836, by=actor(code), at=AT)
        assert (refused.value.code, refused.value.problem.facts["body"]) == ("A002", "ministry")


def test_the_authority_attaches_nothing_for_the_lawbook_asks_for_no_submission(romania: None) -> None:
    created("it")

    with pytest.raises(Refused) as refused:
        actions.attach_station(election=ELECTION, station="ro-new", district="48", by=actor("ioana"), at=AT)

    assert refused.value.code == "A002"


def test_a_number_is_given_once_in_the_whole_election(romania: None) -> None:
    created("fr")
    actions.attach_station(election=ELECTION, station="ro-new", district="48", by=actor("radu"), at=AT)

    with pytest.raises(Refused) as refused:
        actions.number_station(election=ELECTION, station="ro-new", number=400, by=actor("radu"), at=AT)

    facts = dict(refused.value.problem.facts)
    assert (refused.value.code, facts["holder"], facts["free"]) == ("A051", "ro-400", 836)


DAY = {
    "before the first opening": ("2019-11-07T22:59Z", 0, 835, 0, 0),
    "Auckland opens on Friday noon": ("2019-11-07T23:00Z", 1, 834, 0, 0),
    "Friday afternoon in Europe": ("2019-11-08T15:00Z", 763, 72, 0, 20),
    "one instant before the last closing": ("2019-11-11T02:59Z", 1, 0, 834, 0),
}


def test_a_station_in_italy_votes_on_three_days(romania: None) -> None:
    one = queries.station(plan.election(ELECTION), "ro-300")

    assert [(f"{window.opens:%d %H:%M}", f"{window.closes:%d %H:%M}") for window in one.windows] == [
        ("08 11:00", "08 20:00"),
        ("09 06:00", "09 20:00"),
        ("10 06:00", "10 20:00"),
    ]


@pytest.mark.parametrize("case", DAY.values(), ids=DAY.keys())
def test_the_rolling_day_counts_every_station_once(romania: None, case: tuple[str, int, int, int, int]) -> None:
    at, *expected = case
    facts = queries.day_facts(plan.election(ELECTION), datetime.fromisoformat(at))

    counts = [len(facts[name]) for name in ("open", "not_yet", "closed", "reopens")]  # type: ignore[arg-type]
    assert counts == expected
    assert sum(counts[:3]) == facts["stations"] == 835


def test_the_day_lasts_from_the_first_friday_to_the_last_sunday(romania: None) -> None:
    facts = queries.day_facts(plan.election(ELECTION), AT)

    assert (facts["first_opening"], facts["last_closing"]) == ("2019-11-07T23:00:00Z", "2019-11-11T03:00:00Z")


def test_the_list_asks_the_database_as_often_for_835_stations_as_for_49(romania: None, client: Client) -> None:
    asked = {}
    for code, election in (("ana", "az2024"), ("radu", ELECTION)):
        client.force_login(User.objects.get(code=code))
        client.get(f"/{election}/stations/")
        with CaptureQueriesContext(connection) as captured:
            assert client.get(f"/{election}/stations/").status_code == 200
        asked[election] = len(captured)

    assert asked["az2024"] == asked[ELECTION]


def test_the_published_protocols_give_their_sums_and_eleven_stations_that_do_not_balance(romania: None, capsys) -> None:
    clock.use(lambda: datetime(2019, 11, 20, 9, tzinfo=UTC))
    folder = files("legation.rehearsal").joinpath("data/ro2019")
    brought = [str(folder.joinpath("protocols.csv")), "--map", str(folder.joinpath("protocols.toml"))]
    assert main(["protocols", "import", "--election", ELECTION, "--by", "ioana", *brought]) == 0
    assert capsys.readouterr().out == "835 protocols kept, 0 were here already\n"

    assert main(["results", ELECTION, "--as", "ioana", "--by", "country", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    whole, countries = found["totals"][0], found["totals"][1:]
    assert (whole["counted"], whole["expected"], whole["complete"]) == (835, 835, True)
    assert (len(countries), found["later_versions"]) == (98, 228)
    names = ("voted", "valid", "invalid", "received", "unused")
    assert [whole["figures"][name] for name in names] == [649_957, 646_608, 3_337, 4_480_609, 3_830_328]
    assert sum(one["figures"]["valid"] for one in countries) == 646_608

    assert main(["findings", ELECTION, "--as", "ioana", "--json"]) == 1
    broken = [(one["code"], one["number"]) for one in json.loads(capsys.readouterr().out)]
    assert sorted(number for code, number in broken if code == "P3") == [22, 306, 383, 408, 549]
    assert sorted(number for code, number in broken if code == "P4") == [32, 404, 473, 549, 563, 749, 756]
    assert len(broken) == 12


def test_results_are_published_by_two_baked_recounted_and_the_sums_are_those_of_the_protocols(
    romania: None, capsys, tmp_path: Path
) -> None:
    after = datetime(2019, 11, 20, 9, tzinfo=UTC)
    clock.use(lambda: after)
    folder = files("legation.rehearsal").joinpath("data/ro2019")
    brought = [str(folder.joinpath("protocols.csv")), "--map", str(folder.joinpath("protocols.toml"))]
    assert main(["protocols", "import", "--election", ELECTION, "--by", "ioana", *brought]) == 0
    capsys.readouterr()
    assert main(["publish-results", ELECTION, "--stage", "final", "--by", "ioana"]) == 0
    assert count.published(ELECTION) == {}
    code = capsys.readouterr().out.strip()
    joint.confirm(code=code, by=people.actor_by_code("mihai", after), at=after)
    publication.freeze(election=ELECTION, by=people.actor_by_code("ioana", after), at=after)
    site = Site(frozen.newest(ELECTION))
    for one in addresses(site):
        if one.path.startswith(("data/", "manifest.json", "en/results/")):
            (tmp_path / "site" / one.file).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "site" / one.file).write_bytes(one.render())
    publication.publish_log(tmp_path / "site/log")

    found = recount(tmp_path / "site")
    said = json.loads((tmp_path / "site/data/results/presidential.json").read_text(encoding="utf-8"))
    whole = said["totals"][0]
    assert (found.stations, found.in_log, found.differences) == (835, True, ())
    assert [whole["figures"][name] for name in ("voted", "valid", "invalid", "received", "unused")] == [
        649_957, 646_608, 3_337, 4_480_609, 3_830_328,
    ]  # fmt: skip
    assert sum(one["versions"][-1]["version"] > 1 for one in said["stations"]) == 228
    broken = [(one["code"], station["station"]) for station in said["stations"] for one in station["findings"]]
    assert (len(broken), len({station for _code, station in broken})) == (12, 11)
    page = (tmp_path / "site/en/results/index.html").read_text(encoding="utf-8")
    assert ("649,957" in page, "835" in page, "0 listed" in page) == (True, True, True)
