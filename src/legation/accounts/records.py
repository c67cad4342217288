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
