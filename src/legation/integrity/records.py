"""Kinds of record about the log itself."""

from django.utils.translation import gettext_noop as _

from legation.integrity.kinds import Kind, declare

PART_OPENED = declare(
    Kind(
        "part_opened",
        title=_("Sealed part opened"),
        fields=("index",),
        sentence=_("{body} opened the public part of record {index}."),
    )
)
