"""What moves on public pages: the countdown, "now" in the picture of the day, the wall; and the place that stays."""

from datetime import UTC, datetime

from playwright.sync_api import Browser, Page

from tests.browser.conftest import Demonstration

VALLETTA = {"latitude": 35.8997, "longitude": 14.5147}
MIDDAY = "2024-02-07T08:00:00Z"
"""Noon in Baku: Seoul, Beijing and Central Asia are open, the Americas are not."""
THREE_HOURS = 3 * 3600 * 1000


def at(page: Page, address: str, instant: str) -> None:
    """The page as a demonstration shows it at an instant, its timers in the hands of the test."""
    page.clock.install(time=datetime(2026, 1, 1, tzinfo=UTC))
    page.goto(f"/az2024/public/en/{address}?now={instant}")


def test_the_nearest_station_comes_first_and_the_place_is_sent_to_nobody(
    browser: Browser, demonstration: Demonstration
) -> None:
    context = browser.new_context(
        base_url=demonstration.address, locale="en-GB", geolocation=VALLETTA, permissions=["geolocation"]
    )
    page = context.new_page()
    page.goto("/az2024/public/en/stations/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {request.url} {request.post_data}"))
    page.get_by_role("button", name="Nearest to me").click()
    page.locator("tbody tr").first.get_by_text("690 km away").wait_for()
    assert page.locator("tbody tr").first.get_by_role("link").first.inner_text() == "Rome"
    assert [one for one in asked if not one.startswith("GET") or "/assets/" not in one or "?" in one] == []
    assert page.evaluate("[document.cookie, JSON.stringify({...localStorage, ...sessionStorage})].join()") == ",{}"
    context.close()


def test_a_reader_who_refuses_the_place_keeps_the_list(page: Page) -> None:
    page.goto("/az2024/public/en/stations/")
    before = page.locator("tbody tr").first.inner_text()
    page.get_by_role("button", name="Nearest to me").click()
    page.get_by_text("Your place could not be found. The list stays in its order.").wait_for()
    assert page.locator("tbody tr").first.inner_text() == before


def test_the_countdown_counts(page: Page) -> None:
    at(page, "", "2024-02-06T19:59:30Z")
    assert page.locator("[data-countdown-label]").inner_text() == "Voting abroad begins in"
    assert counted(page) == "3 h"
    page.clock.run_for(3600 * 1000)
    assert counted(page) == "2 h"


def counted(page: Page) -> str:
    return " ".join(page.locator("[data-countdown]").inner_text().split())


def test_now_moves_through_the_picture_of_the_day(page: Page) -> None:
    at(page, "day/", MIDDAY)
    line, told = page.locator("[data-now-line] .is-lamp"), page.locator("[data-open-now]")
    before, open_before = line.get_attribute("x1"), told.inner_text()
    page.clock.run_for(THREE_HOURS)
    moved = float(line.get_attribute("x1").rstrip("%")) - float(before.rstrip("%"))
    assert (round(moved, 1), open_before, told.inner_text()) == (
        round(300 / 28, 1),
        "47 of 49 stations open now",
        "45 of 49 stations open now",
    )


def test_the_wall_follows_the_day_and_fits_a_small_phone(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    at(page, "wall/", MIDDAY)
    assert page.locator("h1").inner_text() == "47 of 49 stations open now"
    assert page.locator('[data-count="closed"]').inner_text() == "0"
    page.clock.run_for(THREE_HOURS)
    assert page.locator('[data-count="closed"]').inner_text() == "2"
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_rolling_day_prints_on_one_landscape_sheet(page: Page) -> None:
    """The picture and its heading on the first sheet, its tables on the next."""
    import io

    import pypdf

    page.goto("/az2024/public/en/day/")
    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    first, second = sheets[0].extract_text(), sheets[1].extract_text()
    assert sheets[0].mediabox.width > sheets[0].mediabox.height
    assert [one for one in ("The rolling day", "Seoul", "Los Angeles", "Each bar is") if one not in first] == []
    assert ("The same as a table" in first, second.startswith("The same as a table")) == (False, True)
