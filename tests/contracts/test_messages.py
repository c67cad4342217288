"""The tool of the catalogues finds every message, and says when a translation does not fit."""

from datetime import UTC, datetime

import pytest
from babel.messages.catalog import Message

from tools import messages
from tools.messages import Found

TEMPLATES = [
    ('{% translate "Stations" %}', [Found("a.html", 1, "Stations", "", None)]),
    ("{% trans 'Head' context \"mission\" %}", [Found("a.html", 1, "Head", "", "mission")]),
    ("{% translate name %}", []),
    ('\n{{ _("Yes")|upper }}', [Found("a.html", 2, "Yes", "", None)]),
    ('{% include "row.html" with title=_("Rows") %}', [Found("a.html", 1, "Rows", "", None)]),
    (
        "{% blocktranslate %}{{ n|length }} of 5 %{% endblocktranslate %}",
        [Found("a.html", 1, "%(n)s of 5 %%", "", None)],
    ),
    (
        "{% blocktranslate trimmed count n=n %}\n one\n row\n{% plural %}\n {{ n }} rows\n{% endblocktranslate %}",
        [Found("a.html", 1, "one row", "%(n)s rows", None)],
    ),
]


@pytest.mark.parametrize(("text", "found"), TEMPLATES)
def test_messages_of_a_template(text: str, found: list[Found]) -> None:
    assert list(messages.in_template(text, "a.html")) == found


@pytest.mark.parametrize(
    ("message", "translation", "fits"),
    [
        ("{n} stations", "{n} məntəqə", True),
        ("{n} stations", "məntəqə", False),
        ("%(n)s stations", "%(m)s məntəqə", False),
        (("one station", "%(n)s stations"), ("bir məntəqə", "%(n)s məntəqə"), True),
        (("one station", "%(n)s stations"), ("%(n)s məntəqə", "məntəqə"), False),
    ],
)
def test_a_translation_fills_in_the_same_values(
    message: str | tuple[str, str], translation: str | tuple[str, str], fits: bool
) -> None:
    assert messages.fits(Message(message, translation)) is fits


@pytest.mark.parametrize("hour", [0, 23])
def test_a_compiled_catalogue_does_not_depend_on_the_hour(hour: int) -> None:
    catalog = messages.read("az")
    once = messages.compiled(catalog)
    catalog.creation_date = datetime(2024, 2, 7, hour, tzinfo=UTC)
    assert messages.compiled(catalog) == once
    assert b"Creation-Date" not in once


def test_every_language_of_the_settings_but_english_has_a_catalogue() -> None:
    from django.conf import settings

    whole = {code for code, _ in settings.LANGUAGES if code != "en"}
    assert messages.languages() == sorted(whole | messages.PARTS.keys())
    assert whole & messages.PARTS.keys() == set()
