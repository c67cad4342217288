"""The kinds of record of seminars. Who comes stays private."""

from django.utils.translation import gettext_noop as _

from legation.integrity.kinds import Kind, declare

declare(
    Kind(
        "seminar_planned",
        title=_("Seminar planned"),
        fields=("seminar", "minutes"),
        sentence=_("{body} planned the seminar “{seminar}”, {minutes} minutes long."),
    )
)
declare(
    Kind(
        "seminar_changed",
        title=_("Seminar changed"),
        fields=("seminar", "part"),
        sentence=_("{body} changed the seminar “{seminar}”: {part}."),
    )
)
declare(
    Kind(
        "seminar_sessions_set",
        title=_("Sessions of a seminar set"),
        fields=("seminar", "sessions", "first"),
        sentence=_("{body} set the sessions of the seminar “{seminar}”: {sessions}, the first at {first}."),
    )
)
declare(
    Kind(
        "seminar_invited",
        title=_("Invitations to a seminar sent"),
        fields=("seminar", "seats"),
        sentence=_("{body} sent the invitations to the seminar “{seminar}”; seats: {seats}."),
    )
)
declare(
    Kind(
        "seminar_answered",
        title=_("Invitation to a seminar answered"),
        fields=("seminar", "seat", "answer"),
        sentence=_("{body} answered an invitation to the seminar “{seminar}”: {answer}."),
    )
)
declare(
    Kind(
        "seminar_joined",
        title=_("Further participant of a seminar named"),
        fields=("seminar", "seat"),
        sentence=_("{body} named a further participant of the seminar “{seminar}”."),
    )
)
declare(
    Kind(
        "seminar_reminded",
        title=_("Seminar: invitees reminded"),
        fields=("seminar", "seats"),
        sentence=_(
            "{body} reminded those who have not answered the invitation to the seminar “{seminar}”; seats: {seats}."
        ),
    )
)
declare(
    Kind(
        "seminar_cancelled",
        title=_("Seminar cancelled"),
        fields=("seminar",),
        sentence=_("{body} cancelled the seminar “{seminar}”."),
    )
)
