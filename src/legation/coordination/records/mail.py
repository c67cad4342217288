"""The kinds of record about mail: that one came in and what became of it; never from whom or what it says."""

from django.utils.translation import gettext_noop as _

from legation.integrity.kinds import Kind, declare

declare(
    Kind(
        "mail_taken_in",
        title=_("Mail taken in"),
        fields=(),
        sentence=_("{body} has a mail about inquiries."),
    )
)
declare(
    Kind(
        "mail_accepted",
        title=_("Mail accepted as an inquiry"),
        fields=("inquiry",),
        sentence=_("{body} accepted a mail as an inquiry."),
    )
)
declare(
    Kind(
        "mail_dismissed",
        title=_("Mail dismissed"),
        fields=(),
        sentence=_("{body} dismissed a mail."),
    )
)
declare(
    Kind(
        "mail_address_kept",
        title=_("Address for inquiries kept"),
        fields=(),
        sentence=_("{body} entered at which address a mission is told of its inquiries."),
    )
)
