"""The kinds of record about broadcasts and mails. What was sent stays private; that it was sent and read is public."""

from django.utils.translation import gettext_noop as _

from legation.integrity.kinds import Kind, declare

declare(
    Kind(
        "broadcast_sent",
        title=_("Broadcast sent"),
        fields=("reference", "recipients", "digest"),
        sentence=_("{body} sent a broadcast to {recipients} people."),
    )
)
declare(
    Kind(
        "broadcast_read",
        title=_("Broadcast read"),
        fields=("reference",),
        sentence=_("{body} acknowledged a broadcast."),
    )
)
declare(
    Kind(
        "broadcast_telephoned",
        title=_("Broadcast told by telephone"),
        fields=("reference",),
        sentence=_("{body} told a broadcast by telephone to who had not read it."),
    )
)
declare(
    Kind(
        "mail_chosen",
        title=_("Mail chosen"),
        fields=("mail_when",),
        sentence=_("{body} chose how to be told by mail that something waits."),
    )
)
declare(
    Kind(
        "notices_mailed",
        title=_("Notices mailed"),
        fields=("mails",),
        sentence=_("{body} mailed that something waits: {mails} mails."),
    )
)
