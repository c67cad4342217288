"""Texts made readable: what goes, and what stays."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.public.readable import needs_a_look, readable, readable_text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("Təbriz, Bahar küç. 12", "Təbriz, Bahar küç. 12", id="plain"),
        pytest.param("تبریز، خیابان بهار", "تبریز، خیابان بهار", id="right to left"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="a joiner that Persian needs"),
        pytest.param("\u202etxt.exe\u202c", "txt.exe", id="turned around"),
        pytest.param("Ta\u200bb\ufeffr\xadiz", "Tabriz", id="zero width"),
        pytest.param("Ta\x00b\x1br\x9fiz", "Tabriz", id="controls"),
        pytest.param("one\r\ntwo\u2028three\tfour", "one two three four", id="lines"),
        pytest.param("a\ud800b\uffffc\U0001fffed", "abcd", id="no characters"),
        pytest.param("e" + "\u0301" * 40, "e" + "\u0301" * 3, id="heaped marks"),
        pytest.param("Hà Nội ế", "Hà Nội ế", id="marks of Vietnamese"),
    ],
)
def test_a_text_is_made_readable(written: str, shown: str) -> None:
    assert readable_text(written) == shown


@given(st.text())
def test_what_is_readable_stays_as_it_is(text: str) -> None:
    assert readable_text(readable_text(text)) == readable_text(text)


@given(st.text())
def test_a_document_that_needs_no_look_is_readable_as_it_stands(text: str) -> None:
    octets = json.dumps({"a": [text]}, ensure_ascii=False)
    assert needs_a_look(octets) or readable({"a": [text]}) == {"a": [text]}
