import re
from pathlib import Path

import pytest
from django.template import Context, Template

import legation.base
from legation.base.drawings.shapes import SHAPES, UnknownState

SPRITE = Path(legation.base.__file__).parent / "templates/base/shapes.html"


def rendered(template: str, **context: object) -> str:
    return Template("{% load marks %}" + template).render(Context(context))


def words(markup: str) -> str:
    return re.sub(r"<[^>]+>", "", markup).strip()


def test_every_state_is_drawn_once() -> None:
    drawn = re.findall(r'id="shape-(\w+)"', SPRITE.read_text())
    assert sorted(drawn) == sorted(SHAPES)


@pytest.mark.parametrize("state", SHAPES)
def test_no_shape_stands_without_its_word(state: str) -> None:
    shown = [rendered(f'{{% {tag} "{state}" %}}') for tag in ("shape", "state", "tag")]
    assert {words(markup) for markup in shown} == {str(SHAPES[state])}


def test_the_page_may_give_its_own_words() -> None:
    assert words(rendered('{% state "overdue" "16 h late" %}')) == "16 h late"


def test_an_unknown_state_is_a_mistake_of_the_page() -> None:
    with pytest.raises(UnknownState):
        rendered('{% state "green" %}')


def test_who_names_the_side_where_no_institution_is_named() -> None:
    assert rendered('{% who "ministry" %}') == '<span class="who who-ministry">Ministry</span>'
    assert rendered('{% who "commission" "District 17" %}') == '<span class="who who-commission">District 17</span>'


def test_words_are_escaped() -> None:
    assert rendered("{% label text %}", text="<b>") == '<span class="label">&lt;b&gt;</span>'
