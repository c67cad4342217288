"""Ways to sign in, and problems on forms, in the reader's words."""

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from legation.base.wording import worded
from legation_core.access.factors import Factor
from legation_core.problems import Problem

register = template.Library()

FACTORS: dict[str, str | Promise] = {
    Factor.PASSKEY: _("Passkey"),
    Factor.PASSWORD: _("Password"),
    Factor.AUTHENTICATOR: _("App on the telephone"),
    Factor.HARDWARE_KEY: _("Hardware key"),
    Factor.PRINTED_CODES: _("Printed codes"),
}


@register.simple_tag
def factor_word(factor: str) -> str:
    return str(FACTORS[factor])


@register.simple_tag
def problem_in_words(problem: Problem) -> str:
    return worded(problem)
