"""The kinds of record about inquiries. What was asked and answered, and by whom, stays private: not even its digest
is public, because a short question could be guessed from it."""

from django.utils.translation import gettext_noop as _

from legation.integrity.kinds import Kind, declare

declare(
    Kind(
        "inquiry_asked",
        title=_("Inquiry asked"),
        fields=("inquiry", "category", "urgency"),
        sentence=_("{body} asked an inquiry ({category})."),
    )
)
declare(
    Kind(
        "inquiry_added_to",
        title=_("Inquiry added to"),
        fields=("inquiry",),
        sentence=_("{body} added to an inquiry."),
    )
)
declare(
    Kind(
        "inquiry_assigned",
        title=_("Inquiry assigned"),
        fields=("inquiry",),
        sentence=_("{body} put an inquiry into somebody's hands."),
    )
)
declare(
    Kind(
        "inquiry_referred",
        title=_("Inquiry referred"),
        fields=("inquiry", "category"),
        sentence=_("{body} referred an inquiry ({category})."),
    )
)
declare(
    Kind(
        "inquiry_drafted",
        title=_("Answer drafted"),
        fields=("inquiry",),
        sentence=_("{body} drafted an answer to an inquiry."),
    )
)
declare(
    Kind(
        "inquiry_submitted",
        title=_("Answer submitted for approval"),
        fields=("inquiry",),
        sentence=_("{body} submitted an answer to an inquiry for approval."),
    )
)
declare(
    Kind(
        "inquiry_returned",
        title=_("Answer returned"),
        fields=("inquiry",),
        sentence=_("{body} returned the draft of an answer to an inquiry."),
    )
)
declare(
    Kind(
        "inquiry_approved",
        title=_("Answer approved"),
        fields=("inquiry",),
        sentence=_("{body} approved an answer to an inquiry; it was given."),
    )
)
declare(
    Kind(
        "inquiry_answered",
        title=_("Inquiry answered"),
        fields=("inquiry",),
        sentence=_("{body} answered an inquiry."),
    )
)
declare(
    Kind(
        "inquiries_merged",
        title=_("Inquiries answered together"),
        fields=("inquiry", "count"),
        sentence=_("{body} answered more inquiries by the answer to one; their number: {count}."),
    )
)
declare(
    Kind(
        "inquiry_reopened",
        title=_("Inquiry reopened"),
        fields=("inquiry",),
        sentence=_("{body} reopened an inquiry."),
    )
)
declare(
    Kind(
        "inquiry_closed",
        title=_("Inquiry closed"),
        fields=("inquiry",),
        sentence=_("{body} closed an inquiry."),
    )
)
declare(
    Kind(
        "inquiry_called_to_mind",
        title=_("Inquiry called to mind"),
        fields=("inquiry", "loudness"),
        sentence=_("{body} was reminded of an inquiry (step {loudness} of 3)."),
    )
)
