"""Ways to sign in, and problems on forms, in the reader's words."""

from django import template

from legation.accounts.permissions.wording import factor_in_words
from legation.base.wording import worded
from legation.base.wording.bodies import body_name
from legation_core.problems import Problem

register = template.Library()


@register.simple_tag
def factor_word(factor: str) -> str:
    return factor_in_words(factor)


@register.simple_tag
def body_word(body: str) -> str:
    return body_name(body)


@register.simple_tag
def problem_in_words(problem: Problem) -> str:
    return worded(problem)
