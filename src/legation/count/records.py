"""The kinds of record about protocols. No figure of any protocol is in a record."""

from django.utils.translation import gettext_noop as _

from legation.integrity.kinds import Kind, declare

declare(
    Kind(
        "protocols_imported",
        title=_("Protocols brought in from files"),
        fields=("contest", "stations", "later_versions", "digest"),
        sentence=_(
            "{body} brought in the protocols of {stations} stations from published files (SHA-256 {digest}), "
            "{later_versions} of them in a later version: {contest}."
        ),
    )
)
