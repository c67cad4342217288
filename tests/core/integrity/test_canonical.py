"""Canonical bytes: what RFC 8785 demands, what has no place, and that only the one spelling is read."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.integrity import canonical
from legation_core.problems import Refused

WRITTEN: dict[str, tuple[Any, bytes]] = {
    "nothing": (None, b"null"),
    "truth": ([True, False], b"[true,false]"),
    "the largest numbers": ([2**53 - 1, -(2**53) + 1, 0], b"[9007199254740991,-9007199254740991,0]"),
    "no spaces": ({"a": [1, {"b": "c d"}]}, b'{"a":[1,{"b":"c d"}]}'),
    "a tuple is a list": ((1, 2), b"[1,2]"),
    "escapes of RFC 8785, 3.2.2.2": (
        '\u20ac$\u000f\nA\'B"\\\\"/',
        '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'.encode(),
    ),
    "the short escapes": ("\b\t\n\f\r", b'"\\b\\t\\n\\f\\r"'),
    "delete and line separators stay": ("\x7f\u2028", '"\x7f\u2028"'.encode()),
    "no normal form is made": ("e\u0301", '"e\u0301"'.encode()),
    "order of RFC 8785, 3.2.3": (
        {"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\U0001f600": 5, "\u0080": 6, "\u00f6": 7},
        '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\U0001f600":5,"\ufb33":3}'.encode(),
    ),
}
NOT_WRITTEN: dict[str, tuple[Any, str, str]] = {
    "a fraction": ({"a": 1.5}, "V001", "$.a"),
    "a whole number as float": (1.0, "V001", "$"),
    "no number": (float("nan"), "V001", "$"),
    "a number too large": ([2**53], "V002", "$[0]"),
    "half a pair": ("a\ud800", "V003", "$"),
    "half a pair as a name": ({"\udc00": 1}, "V003", "$"),
    "a name that is no text": ({1: 2}, "V004", "$"),
    "octets": (b"x", "V005", "$"),
    "a set": ({"a": {1}}, "V005", "$.a"),
    "over 16 KiB": ("a" * (16 * 1024 - 1), "V006", ""),
}
NOT_READ: dict[str, tuple[bytes, str]] = {
    "a fraction": (b"1.5", "V001"),
    "an exponent": (b"1e3", "V001"),
    "no number": (b"NaN", "V001"),
    "endless": (b"[-Infinity]", "V001"),
    "a number too large": (b"9007199254740992", "V002"),
    "a number of a thousand digits": (b"1" * 1000, "V002"),
    "half a pair": (b'"\\ud800"', "V003"),
    "over 16 KiB": (b'"' + b"a" * 16 * 1024 + b'"', "V006"),
    "nothing at all": (b"", "V007"),
    "two values": (b"1 2", "V007"),
    "a mark of byte order": (b"\xef\xbb\xbf1", "V007"),
    "a raw control character": (b'"\x01"', "V007"),
    "not UTF-8": (b'"\xff"', "V008"),
    "UTF-16": ("1".encode("utf-16"), "V008"),
    "an overlong spelling": (b'"\xc0\xaf"', "V008"),
    "a space": (b'{"a": 1}', "V009"),
    "a newline at the end": (b"1\n", "V009"),
    "names out of order": (b'{"b":1,"a":2}', "V009"),
    "a needless escape": (b'"\\u0061"', "V009"),
    "a capital escape": (b'"\\u000F"', "V009"),
    "an escaped slash": (b'"\\/"', "V009"),
    "minus zero": (b"-0", "V009"),
    "a name twice": (b'{"a":1,"a":1}', "V010"),
    "a name twice by escape": (b'{"a":1,"\\u0061":1}', "V010"),
    "33 deep": (b"[" * 33 + b"]" * 33, "V011"),
    "8,000 deep": (b"[" * 8000 + b"]" * 8000, "V011"),
}
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize(("value", "content"), WRITTEN.values(), ids=WRITTEN)
def test_written(value: Any, content: bytes) -> None:
    assert canonical.encode(value) == content


@pytest.mark.parametrize(("value", "code", "where"), NOT_WRITTEN.values(), ids=NOT_WRITTEN)
def test_not_written(value: Any, code: str, where: str) -> None:
    with pytest.raises(Refused) as refused:
        canonical.encode(value)
    assert (refused.value.code, refused.value.problem.where) == (code, where)


@pytest.mark.parametrize(("content", "code"), NOT_READ.values(), ids=NOT_READ)
def test_not_read(content: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        canonical.decode(content)
    assert refused.value.code == code


def test_the_longest_leaf_is_16_kib() -> None:
    longest = "a" * (16 * 1024 - 2)
    assert canonical.decode(canonical.encode(longest)) == longest


def test_32_deep_is_read() -> None:
    content = b"[" * 32 + b"]" * 32
    assert canonical.encode(canonical.decode(content)) == content


@given(value=VALUES)
def test_what_is_written_is_read_back(value: Any) -> None:
    content = canonical.encode(value)
    assert canonical.decode(content) == value
    assert canonical.encode(canonical.decode(content)) == content


@given(content=st.binary(max_size=60))
def test_octets_are_refused_or_the_only_spelling(content: bytes) -> None:
    try:
        value = canonical.decode(content)
    except Refused:
        return
    assert canonical.encode(value) == content


@given(names=st.lists(TEXTS, unique=True, max_size=8))
def test_names_stand_in_the_order_of_their_utf_16_units(names: list[str]) -> None:
    read = canonical.decode(canonical.encode(dict.fromkeys(names, 1)))
    assert list(read) == sorted(names, key=lambda name: name.encode("utf-16-be"))
