"""Kinds of record about the log itself."""

from django.utils.translation import gettext_noop as _

from legation.integrity.kinds import Kind, declare
from legation_core.integrity import rotation

KEY_ROTATED = declare(
    Kind(
        rotation.KIND,
        title=_("Key of the log handed on"),
        fields=("old", "new", "signature"),
        sentence=_("{body} handed the signing of the log on to a new key; the old key signed that."),
    )
)
PART_OPENED = declare(
    Kind(
        "part_opened",
        title=_("Sealed part opened"),
        fields=("index",),
        sentence=_("{body} opened the public part of record {index}."),
    )
)
