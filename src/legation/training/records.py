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
declare(
    Kind(
        "seminar_room_opened",
        title=_("Room of a seminar opened"),
        fields=("seminar", "session"),
        sentence=_("{body} opened the room of session {session} of the seminar “{seminar}”."),
    )
)
declare(
    Kind(
        "seminar_session_ended",
        title=_("Session of a seminar ended"),
        fields=("seminar", "session", "present", "of_all"),
        sentence=_(
            "{body} ended session {session} of the seminar “{seminar}”: {present} of {of_all} took part long enough."
        ),
    )
)
declare(
    Kind(
        "seminar_attendance_entered",
        title=_("Attendance of a seminar entered by hand"),
        fields=("seminar", "session", "present"),
        sentence=_("{body} entered attendance in session {session} of the seminar “{seminar}” by hand: {present}."),
    )
)
declare(
    Kind(
        "seminar_question_asked",
        title=_("Question to a seminar"),
        fields=("seminar", "seat"),
        sentence=_("{body} asked a question to the seminar “{seminar}”."),
    )
)
declare(
    Kind(
        "seminar_question_answered",
        title=_("Question to a seminar answered"),
        fields=("seminar",),
        sentence=_("{body} answered a question to the seminar “{seminar}”."),
    )
)
declare(
    Kind(
        "seminar_tested",
        title=_("Test of a module taken"),
        fields=("seminar", "right", "asked"),
        sentence=_("{body} took a test of the seminar “{seminar}”: {right} of {asked} right."),
    )
)
declare(
    Kind(
        "seminar_certificate_issued",
        title=_("Certificate of a seminar issued"),
        fields=("seminar", "number"),
        sentence=_("{body} issued certificate {number} of the seminar “{seminar}”."),
    )
)
