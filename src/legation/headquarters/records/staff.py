"""The kinds of record about units and their members. Names and telephones are in no record."""

from django.utils.translation import gettext_noop as _

from legation.integrity.kinds import Kind, declare

declare(
    Kind(
        "unit_established",
        title=_("Headquarters or working group established"),
        fields=("unit", "number", "dated"),
        sentence=_("{body} established its {unit} by order {number} of {dated}."),
    )
)
declare(
    Kind(
        "member_named",
        title=_("Member of headquarters named"),
        fields=("unit", "function"),
        sentence=_("{body} named a member of its {unit}: {function}."),
    )
)
declare(
    Kind(
        "member_left",
        title=_("Member of headquarters left"),
        fields=("unit", "function"),
        sentence=_("A member of the {unit} left ({function}); recorded by {body}."),
    )
)
