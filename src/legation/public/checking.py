"""What the check of a record says on the public site beyond that of the log: what a page was made of (`check.js`)."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from legation.publication.convert.checking import LOG_WORDS

WORDS: dict[str, str | Promise] = {
    **LOG_WORDS,
    "manifest": gettext_lazy(
        "Record {index} is the newest freezing of this election, and its manifest is the one of this site:"
        " SHA-256 {digest}."
    ),
    "manifestOlder": gettext_lazy(
        "The manifest of this site, SHA-256 {digest}, was frozen by record {index}. Record {newest} is newer: this copy"
        " is behind it."
    ),
    "document": gettext_lazy(
        "The document {path}, of which the page was made, is the one that the manifest names: SHA-256 {digest}."
    ),
    "unsigned": gettext_lazy(
        "The log up to this checkpoint holds no freezing with the manifest of this site. What was frozen just now is"
        " signed within a minute: check again. Where it stays so, this site does not show what was signed."
    ),
    "unsettled": gettext_lazy("The record was verified; what this site shows was not."),
    "documentUnknown": gettext_lazy("The manifest names no such document."),
    "documentOther": gettext_lazy("The document is not the one that the manifest names."),
}
