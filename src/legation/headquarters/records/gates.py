"""The kind of record of a gate set by hand. How it was set, and on what it rests, stays private."""

from django.utils.translation import gettext_noop as _

from legation.integrity.kinds import Kind, declare

declare(
    Kind(
        "gate_set",
        title=_("Gate of readiness set by hand"),
        fields=("mission", "gate"),
        sentence=_("{body} set a gate of readiness of the mission in {mission} by hand: {gate}."),
    )
)
