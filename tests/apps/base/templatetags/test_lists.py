import re

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory


def rendered(template: str, address: str = "/", **context: object) -> str:
    request = RequestFactory().get(address)
    return Template("{% load lists %}" + template).render(Context({"request": request, **context}))


@pytest.mark.parametrize(
    ("address", "sorted_as", "next_sort"),
    [
        ("/", None, "opens"),
        ("/?sort=name", None, "opens"),
        ("/?sort=opens", "ascending", "-opens"),
        ("/?sort=-opens", "descending", "opens"),
        ("/?sort=xopens", None, "opens"),
    ],
)
def test_a_head_says_how_the_list_is_sorted_and_turns_it(address: str, sorted_as: str | None, next_sort: str) -> None:
    head = rendered('{% sort_head "opens" "Opens" %}', address)
    order = re.search(r'aria-sort="(\w+)"', head)
    assert (order and order[1]) == sorted_as
    assert f'href="?sort={next_sort}"' in head


def test_a_page_may_be_sorted_unasked() -> None:
    assert 'aria-sort="ascending"' in rendered('{% sort_head "place" "Station" default=True %}')


def test_sorting_keeps_the_filter_and_goes_to_the_first_page() -> None:
    head = rendered('{% sort_head "opens" "Opens" %}', "/?state=open&page=3")
    assert 'href="?state=open&amp;sort=opens"' in head


def test_a_chip_filters_and_the_chosen_one_takes_the_filter_off() -> None:
    assert '<a class="chip" href="?state=open">' in rendered('{% filter_chip "state" "open" "Open" 34 "open" %}')
    chosen = rendered('{% filter_chip "state" "open" "Open" 34 "open" %}', "/?state=open")
    assert '<a class="chip" href="?" aria-current="true">' in chosen


def test_the_chip_for_all_is_chosen_where_nothing_is_filtered() -> None:
    assert 'aria-current="true"' in rendered('{% filter_chip "state" "" "All" %}')


def test_pages_lead_back_and_on() -> None:
    page = Paginator(range(250), 100).page(2)
    links = rendered("{% page_links page %}", "/?sort=opens&page=2", page=page)
    assert 'href="?sort=opens&amp;page=1"' in links
    assert 'href="?sort=opens&amp;page=3"' in links
    assert "Page 2 of 3" in links


def test_a_single_page_has_no_links() -> None:
    assert rendered("{% page_links page %}", page=Paginator(range(3), 100).page(1)).strip() == ""
