"""The search box by keyboard: however a place is written, its answer is one Enter away; nothing is sent elsewhere."""

import html
import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from legation.base.places import places
from legation.base.places.search import Found, index
from legation_core.register.folding import fold
from tests.contracts.checks.tree import SOURCE

SITE = "http://localhost:9/"
SCRIPT = (SOURCE / "legation/base/static/base/js/search.js").read_text(encoding="utf-8")
WORDS = {"label": "Country, city or mission", "hint": "In any spelling", "none": "Nothing found", "found": "{n} places"}
PAGE = f"""<!doctype html><html lang="en"><title>Search</title><main>
<div data-search="en/places.txt" data-pages="en/" data-words="{html.escape(json.dumps(WORDS))}">
<a href="en/countries/">All countries</a></div></main><script type="module" src="search.js"></script></html>"""
STATIONS = [
    Found("istanbul", "TR", {"en": "Istanbul"}, {"en": "Consulate General of Azerbaijan in Istanbul"}),
    Found("los-angeles", "US", {"en": "Los Angeles"}, {"en": "Consulate General of Azerbaijan in Los Angeles"}),
]
FILES = {"": ("text/html", PAGE), "search.js": ("text/javascript", SCRIPT)}
FILES["en/places.txt"] = ("text/plain", index("en", "AZ", STATIONS))
STRANGE = [
    "ÇĞİÖŞÜ ıƏə",
    "Straße ﬁn",
    "ΟΔΥΣΣΕΥΣ",
    "Ёлка й",
    "O'Neill-Öst",
    "١٢٣ ۴۵",
    "हिन्दी",
    "a\u200bb\u202ec",
    "Ａ１",
    "🙂 x",
]


@pytest.fixture
def home(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    asked: list[str] = []

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(SITE)
        asked.append(path)
        kind, body = FILES.get(path, ("text/html", "<!doctype html><title>Page</title>"))
        route.fulfill(content_type=f"{kind}; charset=utf-8", body=body)

    page.route("**/*", answer)
    page.goto(SITE)
    yield page
    assert [path for path in asked if "://" in path or "?" in path] == []
    context.close()


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("Los Angeles", "en/stations/los-angeles/"),
        ("los-anceles", "en/stations/los-angeles/"),
        ("Bursa", "en/countries/TR/"),
        ("Malta", "en/countries/MT/"),
        ("Мальта", "en/countries/MT/"),
        ("Tokyo", "en/countries/JP/"),
        ("日本", "en/countries/JP/"),
        ("Toronto", "en/countries/CA/"),
        ("İstanbul", "en/stations/istanbul/"),
        ("Стамбул", "en/stations/istanbul/"),
        ("إسطنبول", "en/stations/istanbul/"),
        ("consulate istanb", "en/stations/istanbul/"),
    ],
)
def test_a_place_is_one_enter_away(home: Page, typed: str, path: str) -> None:
    home.keyboard.press("Tab")
    home.keyboard.insert_text(typed)
    home.wait_for_selector("#places:not([hidden]) [role=option]")
    home.keyboard.press("Enter")
    home.wait_for_url(SITE + path)


def test_arrows_choose_and_escape_closes(home: Page) -> None:
    box = home.get_by_role("combobox")
    box.fill("united")
    home.wait_for_selector("[role=option]")
    home.keyboard.press("ArrowDown")
    home.keyboard.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == "place-1"
    assert home.locator("[aria-selected=true]").get_attribute("id") == "place-1"
    home.keyboard.press("Escape")
    assert (box.get_attribute("aria-expanded"), home.locator("#places").is_hidden()) == ("false", True)


def test_what_is_not_found_is_said_and_the_list_of_all_stays(home: Page) -> None:
    home.get_by_role("combobox").fill("<img src=x>")
    home.wait_for_selector(".search-none")
    assert home.locator("img").count() == 0
    assert home.get_by_role("link", name="All countries").is_visible()


def test_without_script_there_is_a_link_to_the_list_of_all(browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_content(PAGE)
    assert (page.get_by_role("combobox").count(), page.get_by_role("link", name="All countries").count()) == (0, 1)
    context.close()


def test_script_and_core_fold_alike(home: Page) -> None:
    names = [*STRANGE, *{name for place in places() for name in place.names.values()}]
    told = "async names => { const { fold } = await import('/search.js'); return names.map(fold); }"
    folded = home.evaluate(told, names)
    assert {name: key for name, key in zip(names, folded, strict=True) if key != fold(name)} == {}
