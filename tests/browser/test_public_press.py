"""What journalists and missions take from the public site: sentences, figures, a poster; on paper too."""

import io
import json

import pypdf
import pytest
from playwright.sync_api import Page


@pytest.mark.parametrize("language", ["en", "az"])
def test_a_journalist_reaches_the_sentences_by_keyboard_and_takes_sheet_and_figures(page: Page, language: str) -> None:
    page.goto(f"/az2024/public/{language}/")
    page.locator(".public-nav a[href$='press/']").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{language}/press/")
    quotes = page.locator(".quotes > div").first.locator("blockquote").all_inner_texts()
    figures = page.request.get(page.locator(".press-files a").nth(1).evaluate("link => link.href"))
    assert list(json.loads(figures.text())["quotes"][language].values()) == quotes
    sheet = page.request.get(page.locator(".press-files a").first.evaluate("link => link.href"))
    assert sheet.headers["content-type"] == "application/pdf"
    text = " ".join(" ".join(one.extract_text().split()) for one in pypdf.PdfReader(io.BytesIO(sheet.body())).pages)
    assert [quote for quote in quotes if quote not in text] == []


def test_every_bar_of_the_chart_has_its_number_in_the_table(page: Page) -> None:
    page.goto("/az2024/public/en/press/")
    bars = page.locator(".chart-row b").all_inner_texts()
    table = page.locator(".press-history").inner_text()
    assert len(bars) == 8
    assert [bar for bar in bars if bar not in table] == []


def test_a_mission_takes_the_poster_of_its_station(page: Page) -> None:
    page.goto("/az2024/public/en/stations/tabriz/")
    for link, width in zip(page.locator("a[href$='.pdf']").all(), (595, 842), strict=True):
        answer = page.request.get(link.evaluate("link => link.href"))
        (sheet,) = pypdf.PdfReader(io.BytesIO(answer.body())).pages
        assert round(sheet.mediabox.width) == width


@pytest.mark.parametrize("address", ["press/", "stations/istanbul/", "day/", "countries/MT/"])
def test_a_page_on_paper_has_no_buttons_and_keeps_its_heading(page: Page, address: str) -> None:
    page.goto(f"/az2024/public/en/{address}")
    heading = page.locator("h1").first.inner_text()
    read = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4", print_background=True)))
    text = " ".join(" ".join(one.extract_text().split()) for one in read.pages)
    assert heading in text
    assert [word for word in ("Download as PDF", "Add to calendar", "Menu") if word in text] == []
