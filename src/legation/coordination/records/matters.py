"""The kinds of record about matters and meetings. What a matter says stays private; that it was settled is public."""

from django.utils.translation import gettext_noop as _

from legation.integrity.kinds import Kind, declare

declare(
    Kind(
        "matter_raised",
        title=_("Matter raised"),
        fields=("reference", "origin", "due"),
        sentence=_("{body} raised a matter, to be decided until {due}."),
    )
)
declare(
    Kind(
        "matter_taken",
        title=_("Matter taken"),
        fields=("reference",),
        sentence=_("{body} has an owner for a matter."),
    )
)
declare(
    Kind(
        "matter_remarked",
        title=_("Remark on a matter"),
        fields=("reference",),
        sentence=_("{body} wrote a remark on a matter."),
    )
)
declare(
    Kind(
        "matter_option_offered",
        title=_("Option for a matter"),
        fields=("reference", "option"),
        sentence=_("{body} wrote option {option} for a matter."),
    )
)
declare(
    Kind(
        "matter_due_set",
        title=_("Time for a matter set"),
        fields=("reference", "due"),
        sentence=_("{body} set until when a matter is to be decided: {due}."),
    )
)
declare(
    Kind(
        "matter_decided",
        title=_("Matter decided"),
        fields=("reference", "option", "digest"),
        sentence=_("Both institutions agreed on a matter, on the proposal of this body: {body}. Option {option}."),
    )
)
declare(
    Kind(
        "matter_changed",
        title=_("What a matter changed"),
        fields=("reference", "effect"),
        sentence=_("{body} named what a matter changed: {effect}."),
    )
)
declare(
    Kind(
        "matter_closed",
        title=_("Matter closed"),
        fields=("reference", "effects"),
        sentence=_("{body} closed a matter; named changes: {effects}."),
    )
)
declare(
    Kind(
        "matter_reopened",
        title=_("Matter opened again"),
        fields=("reference",),
        sentence=_("{body} opened a matter again."),
    )
)
declare(
    Kind(
        "minutes_drawn_up",
        title=_("Minutes drawn up"),
        fields=("minutes", "matters", "digest"),
        sentence=_("{body} drew up the minutes of meeting {minutes} over {matters} matters."),
    )
)
declare(
    Kind(
        "minutes_signed",
        title=_("Minutes signed"),
        fields=("minutes", "digest"),
        sentence=_("Both institutions signed the minutes of meeting {minutes}, on the proposal of this body: {body}."),
    )
)
