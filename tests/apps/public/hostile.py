"""A site in which every text that people wrote is a hostile one, and the same site with a harmless one beside it."""

import hashlib
import json

from legation.public.site import Site
from legation.publication.convert.frozen import Frozen

UNWRITTEN = ("records.json", "borders.json")
"""Documents that hold no text of a person."""
FREE = ("phone", "reason", "before", "after", "region", "words")
"""Texts that stand alone; those that stand in several languages are found by their keys."""
SPOKEN = ("names", "name", "text", "cities", "mission_names", "holders", "bodies")
ADVICE = ("transport", "accessibility", "host_note")
HOSTILE = {
    "script": "<script>alert(1)</script>",
    "attribute": "\"><img src=x onerror='alert(1)'>",
    "template": "{{ site }}{% debug %}&lt;b&gt;",
    "direction": "\u202e\u2067gnp.exe\u202c",
    "zero width": "\u200bT\ufeffa\u2060briz",
    "marks": "T" + "\u0301" * 60 + "abriz",
    "long": "A" * 300,
    "equals": "=HYPERLINK(1)",
    "plus": "+1+1",
    "minus": "-1+1",
    "at": "@SUM(1)",
    "tab": "\t=1+1",
    "quotes": '"\'`\\""',
    "controls": "\x00T\x0ba\x1bb\x85r",
    "cdata": "]]><![CDATA[ -->",
    "lines": "a\r\nEND:VEVENT\r\nb\u2028c",
    "no characters": "a\ud800\uffff\ufdd0b",
    "typst": "#panic() $x$ *a* _b_ @c",
    "right to left": "תל אביב 12 تهران",
}


def hostile_site(site: Site, text: str) -> Site:
    """The documents of `site`, each text that people wrote beginning with `text`."""
    made = {path: _octets(site, path, text) for path in site.frozen.documents}
    named = {path: hashlib.sha256(octets).hexdigest() for path, octets in made.items()}
    by_digest = {named[path]: octets for path, octets in made.items()}
    frozen = site.frozen
    return Site(Frozen(frozen.election, frozen.manifest, frozen.digest, named, by_digest.__getitem__))


def _octets(site: Site, path: str, text: str) -> bytes:
    value = json.loads(site.frozen.octets(path))
    return site.frozen.octets(path) if path in UNWRITTEN else json.dumps(_with(value, text)).encode()


def _with(value: object, text: str, key: str = "") -> object:
    if isinstance(value, list):
        return [_with(one, text, key) for one in value]
    if key == "website" and isinstance(value, str) and value:
        return f"https://one.example/{text}"
    if isinstance(value, str):
        return text + value if key in FREE or (key == "address" and not value.startswith("http")) else value
    if not isinstance(value, dict):
        return value
    if (
        key in ("names", "name", "text", "cities", "mission_names", "holders", "bodies")
        and {"en", "az"} >= value.keys()
    ):
        return {language: text + value.get(language, "") for language in ("en", "az")}
    if key in ADVICE:
        return value | {"value": {"en": text, "az": text}}
    if key == "address":
        return value | {"value": text + (value["value"] or "")}
    return {name: _with(one, text, "names" if key == "bodies" else name) for name, one in value.items()}
