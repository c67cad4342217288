"""The kinds of record about situation reports. What they say is committed to by its SHA-256."""

from django.utils.translation import gettext_noop as _

from legation.integrity.kinds import Kind, declare

declare(
    Kind(
        "reports_ordered",
        title=_("Daily situation report ordered"),
        fields=("hour",),
        sentence=_("{body} ordered the situation report of each day at {hour}."),
    )
)
declare(
    Kind(
        "report_drawn_up",
        title=_("Situation report drawn up"),
        fields=("report", "digest"),
        sentence=_("{body} drew up situation report {report}."),
    )
)
declare(
    Kind(
        "report_signed",
        title=_("Situation report signed"),
        fields=("report", "digest"),
        sentence=_("Both institutions signed situation report {report}."),
    )
)
