"""The kinds of record about accounts: bodies and roles in public, persons never."""

from django.utils.translation import gettext_noop as _

from legation.integrity.kinds import Kind, declare

ROLE_GRANTED = declare(
    Kind(
        "role_granted",
        title=_("Role granted"),
        fields=("granted_role", "scope_kind", "scope_code"),
        sentence=_("{body} granted the role {granted_role} for {scope_kind} {scope_code}."),
    )
)

ROLE_ENDED = declare(
    Kind(
        "role_ended",
        title=_("Role ended"),
        fields=("ended_role", "scope_kind", "scope_code"),
        sentence=_("{body} ended the role {ended_role} for {scope_kind} {scope_code}."),
    )
)
PERSON_INVITED = declare(
    Kind("person_invited", title=_("Person invited"), fields=(), sentence=_("{body} invited a person to sign in."))
)
INVITATION_WITHDRAWN = declare(
    Kind(
        "invitation_withdrawn",
        title=_("Invitation withdrawn"),
        fields=(),
        sentence=_("{body} withdrew the invitation of a person."),
    )
)
SIGN_IN_SET_UP = declare(
    Kind(
        "sign_in_set_up",
        title=_("Way to sign in set up"),
        fields=("factor",),
        sentence=_("{body} set up a way to sign in: {factor}."),
    )
)
SIGN_IN_REMOVED = declare(
    Kind(
        "sign_in_removed",
        title=_("Way to sign in removed"),
        fields=("factor",),
        sentence=_("{body} removed a way to sign in: {factor}."),
    )
)
FIRST_ACCOUNT = declare(
    Kind(
        "first_account",
        title=_("First account made"),
        fields=(),
        sentence=_("{body} made the first account of this installation at the terminal."),
    )
)
TELEPHONE_RECORDED = declare(
    Kind(
        "telephone_recorded",
        title=_("Telephone number recorded"),
        fields=(),
        sentence=_("{body} recorded the number at which a person is called back."),
    )
)
RE_ENROLMENT_ASKED = declare(
    Kind(
        "re_enrolment_asked",
        title=_("Re-enrolment asked for"),
        fields=(),
        sentence=_("{body} called a person back and asked that they may sign in anew."),
    )
)
RE_ENROLMENT_CONFIRMED = declare(
    Kind(
        "re_enrolment_confirmed",
        title=_("Re-enrolment confirmed"),
        fields=(),
        sentence=_("{body}, by a second person, let a person sign in anew; what they signed in with before is void."),
    )
)
RE_ENROLMENT_REFUSED = declare(
    Kind(
        "re_enrolment_refused",
        title=_("Re-enrolment refused"),
        fields=(),
        sentence=_("{body} refused that a person signs in anew."),
    )
)
IDENTITY_RECORDED = declare(
    Kind(
        "identity_recorded",
        title=_("Identity recorded"),
        fields=("issuer",),
        sentence=_("{body} recorded under which identity of {issuer} a person signs in."),
    )
)
ACCOUNTS_JOINED = declare(
    Kind(
        "accounts_joined",
        title=_("Accounts of one person"),
        fields=(),
        sentence=_("{body} recorded that two accounts are of one person; four eyes count them once."),
    )
)

for _name, _title, _sentence in (
    ("proposed", _("Act proposed"), _("{body} proposed, for a second person to confirm: {act}.")),
    ("confirmed", _("Act confirmed"), _("{body}, by a second person, confirmed: {act}.")),
    ("refused", _("Act refused"), _("{body}, by a second person, refused: {act}.")),
    ("withdrawn", _("Proposal withdrawn"), _("{body} withdrew its proposal: {act}.")),
    (
        "single_handed",
        _("Act by one person"),
        _("{body} acted by one person alone and owes a confirmation: {act}."),
    ),
    (
        "confirmed_afterwards",
        _("Act by one person confirmed"),
        _("{body} confirmed afterwards what one person had done alone: {act}."),
    ),
    (
        "objected",
        _("Objection to an act by one person"),
        _("{body} objected to what one person had done alone: {act}."),
    ),
):
    declare(Kind(f"joint_act_{_name}", title=_title, fields=("act", "reference"), sentence=_sentence))
