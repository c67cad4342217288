"""The kinds of record about complaints: the public register. Who complains and what they write never stand there."""

from django.utils.translation import gettext_noop as _

from legation.integrity.kinds import Kind, declare

declare(
    Kind(
        "complaint_lodged",
        title=_("Complaint lodged"),
        fields=("complaint", "station", "against", "channel", "due"),
        sentence=_("{body} entered complaint {complaint} about: {against}. It is to be decided until {due}."),
    )
)
declare(
    Kind(
        "complaint_hearing_set",
        title=_("Hearing set"),
        fields=("complaint", "hearing"),
        sentence=_("{body} set the hearing of complaint {complaint}: {hearing}."),
    )
)
declare(
    Kind(
        "complaint_decided",
        title=_("Complaint decided"),
        fields=("complaint", "instance", "result", "article", "summary", "digest"),
        sentence=_("Complaint {complaint} was decided by this body: {instance}; {result} ({article}). {summary}"),
    )
)
declare(
    Kind(
        "complaint_appealed",
        title=_("Decision on a complaint appealed"),
        fields=("complaint", "instance", "due"),
        sentence=_("The decision on complaint {complaint} was appealed. It goes to: {instance}, until {due}."),
    )
)
declare(
    Kind(
        "complaint_withdrawn",
        title=_("Complaint withdrawn"),
        fields=("complaint",),
        sentence=_("Complaint {complaint} was withdrawn by who complained; entered by: {body}."),
    )
)
