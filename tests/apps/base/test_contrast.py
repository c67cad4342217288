"""Every pair of ink and ground that pages use, in both schemes: text 4.5 to 1, signs 3 to 1."""

import re
from pathlib import Path

import pytest

import legation.base

CSS = Path(legation.base.__file__).parent / "static/base/css"

TEXT = {
    "ink": (
        "paper",
        "page",
        "sunk",
        "ground",
        "brand-tint",
        "soon-tint",
        "late-tint",
        "stop-tint",
        "lamp-tint",
        "land",
    ),
    "ink-2": ("paper", "page", "sunk", "ground", "brand-tint", "soon-tint", "late-tint", "lamp-tint", "land"),
    "ink-3": ("paper", "page", "sunk", "ground"),
    "brand": ("paper", "page", "sunk", "ground", "brand-tint"),
    "brand-strong": ("paper", "page", "sunk", "ground", "brand-tint"),
    "visited": ("paper", "ground"),
    "ok": ("paper", "ok-tint"),
    "soon": ("paper", "page", "soon-tint"),
    "late": ("paper", "page", "late-tint"),
    "stop": ("paper", "page", "stop-tint"),
    "lamp-ink": ("paper", "ground"),
    "on-brand": ("brand", "brand-strong"),
    "on-lamp": ("lamp",),
    "focus-ink": ("focus",),
    "on-open": ("open", "open-rest"),
    "on-closed": ("closed-tint",),
    "on-band": ("band", "band-2", "band-3"),
    "on-band-2": ("band", "band-2"),
    "on-sky": ("sky",),
    "on-demo": ("demo",),
    "demo-2": ("demo",),
}
SIGNS = {
    "edge": ("paper", "page", "sunk"),
    "quiet": ("paper",),
    "open": ("paper", "ground", "land"),
    "open-rest": ("paper", "ground"),
    "wait": ("paper", "ground", "land"),
    "closed": ("paper", "ground", "land", "page"),
    "cut": ("late", "stop"),
    "demo-line": ("demo",),
    "lamp": ("band", "demo"),
    "sky": ("band",),
}


def tokens(sheet: str) -> dict[str, str]:
    text = (CSS / sheet).read_text()
    return dict(re.findall(r"--([a-z0-9-]+):(#[0-9a-f]{6});", text))


LIGHT = tokens("tokens.css")
SCHEMES = {"light": LIGHT, "dark": LIGHT | tokens("dark.css")}


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance of `#rrggbb`."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def too_faint(pairs: dict[str, tuple[str, ...]], scheme: str, least: float) -> dict[str, float]:
    known = SCHEMES[scheme]
    measured = {f"{ink} on {ground}": contrast(known[ink], known[ground]) for ink, on in pairs.items() for ground in on}
    return {pair: round(ratio, 2) for pair, ratio in measured.items() if ratio < least}


def test_contrast_of_black_on_white_is_twenty_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_can_be_read_on_every_ground(scheme: str) -> None:
    assert too_faint(TEXT, scheme, 4.5) == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_signs_can_be_seen_on_every_ground(scheme: str) -> None:
    assert too_faint(SIGNS, scheme, 3.0) == {}


def test_dark_scheme_gives_the_colour_of_every_light_name() -> None:
    assert set(tokens("dark.css")) == {name for name in LIGHT if not name.startswith("govuk-")}


def test_colours_stand_in_the_sheets_of_tokens_alone() -> None:
    others = sorted(CSS.glob("*.css"), key=str)
    found = {path.name: re.findall(r"#[0-9a-f]{3,8}\b", path.read_text()) for path in others}
    own = {name: set(colours) - {"#000000", "#ffffff"} for name, colours in found.items()}
    assert {name for name, colours in own.items() if colours} == {"tokens.css", "dark.css"}
