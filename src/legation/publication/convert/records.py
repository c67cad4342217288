"""The newest record about each subject that is public: what a page rests on."""

from collections.abc import Mapping

WHOLE = ("election", "catchments")
"""Subjects without a code: the election itself, its day and lawbook; the list of who serves which country."""
KINDS = {"station": "stations", "country": "countries"}
"""Subjects that have a code, as `station:tabriz`, by the name of their place in the document."""


def records_document(records: Mapping[str, int]) -> dict[str, object]:
    """Indexes in the log; `null` where there was no act on the whole."""
    found: dict[str, dict[str, int]] = {name: {} for name in KINDS.values()}
    for subject, index in records.items():
        kind, _, code = subject.partition(":")
        if kind in KINDS and code:
            found[KINDS[kind]][code] = index
    return {**{name: records.get(name) for name in WHOLE}, **found}
