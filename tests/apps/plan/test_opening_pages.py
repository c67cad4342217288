"""Opening an election at the browser: the days are tried out, then the commission opens it."""

import pytest
from django.urls import URLResolver, get_resolver

from legation.plan import queries
from legation.plan.actions import PAGES

pytestmark = pytest.mark.django_db

GIVEN = {
    "code": "az2026",
    "kind": "referendum",
    "called_on": "2026-01-10",
    "day_set_on": "2026-01-11",
    "election_day": "2026-04-15",
    "name_en": "Referendum 2026",
    "name_az": "Referendum 2026",
}


def test_days_are_tried_out_before_the_election_is_opened(as_person) -> None:
    tried = as_person("ana").post("/elections/open/", GIVEN | {"try": "1"}).context["tried"]
    assert (tried["notice"], tried["entries"], len(tried["clashes"])) == (95, 44, 2)
    assert [one.code for one in queries.elections("AZ")] == ["az2024"]


def opened(as_person) -> None:
    """Ana proposes it, Eli confirms."""
    answer = as_person("ana").post("/elections/open/", GIVEN | {"open": "1"})
    assert [one.code for one in queries.elections("AZ")] == ["az2024"]
    as_person("eli").post(f"{answer['Location']}confirm/")


def test_election_is_opened_by_two_persons(as_person) -> None:
    opened(as_person)
    assert [one.code for one in queries.elections("AZ")] == ["az2026", "az2024"]
    assert as_person("ana").get("/az2026/").status_code == 200


def test_home_lists_the_elections_where_there_are_several(as_person) -> None:
    opened(as_person)
    text = as_person("ben").get("/").content.decode()
    assert [code in text for code in ("/az2024/", "/az2026/")] == [True, True]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"code": "az2024"}, "A032"),
        ({"code": "log"}, "A037"),
        ({"code": "x"}, "A034"),
        ({"election_day": "2026-01-10"}, "A035"),
    ],
)
def test_election_that_cannot_be_opened_is_refused(as_person, change, code) -> None:
    answer = as_person("ana").post("/elections/open/", GIVEN | change | {"open": "1"})
    assert (answer.status_code, answer.context["code"]) == (409, code)


def test_opening_form_names_what_is_missing(as_person) -> None:
    answer = as_person("ana").post("/elections/open/", {"try": "1", "code": "az2026"})
    assert sorted(answer.context["form"].errors) == sorted(set(GIVEN) - {"code"})


def test_no_election_can_be_called_like_a_page() -> None:
    firsts: set[str] = set()
    for one in get_resolver("legation.project.urls_demonstration").url_patterns:
        own = [str(one.pattern)]
        if isinstance(one, URLResolver) and not own[0]:
            own = [str(inner.pattern) for inner in one.url_patterns]
        firsts |= {route.split("/")[0] for route in own}
    assert {first for first in firsts if first and "<" not in first} | {"static"} == PAGES
