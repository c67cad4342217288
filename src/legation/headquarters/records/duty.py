"""The kinds of record about duty. Who is meant and what was said stay private."""

from django.utils.translation import gettext_noop as _

from legation.integrity.kinds import Kind, declare

declare(
    Kind(
        "duty_assigned",
        title=_("Duty assigned"),
        fields=("shifts", "starts", "ends"),
        sentence=_("{body} assigned duty at its headquarters from {starts} to {ends}; shifts: {shifts}."),
    )
)
declare(
    Kind(
        "shift_removed",
        title=_("Shift taken out of the rota"),
        fields=("starts", "ends"),
        sentence=_("{body} took the shift from {starts} to {ends} out of its rota."),
    )
)
declare(
    Kind(
        "entry_kept",
        title=_("Entry in the log of headquarters"),
        fields=("entry", "follow_up"),
        sentence=_("{body} kept entry {entry} in the log of its headquarters."),
    )
)
declare(
    Kind(
        "entry_closed",
        title=_("Entry of headquarters closed"),
        fields=("entry",),
        sentence=_("{body} closed entry {entry} of its headquarters."),
    )
)
declare(
    Kind(
        "shift_handed_over",
        title=_("Shift handed over"),
        fields=("ended", "open_items"),
        sentence=_("{body} handed over the shift that ends on {ended}; open items: {open_items}."),
    )
)
