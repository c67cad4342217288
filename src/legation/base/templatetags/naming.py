"""Names of countries in the reader's language, and small help for lists in templates. `{% load naming %}`"""

from django import template

from legation.base.wording.countries import country_name

register = template.Library()

register.filter("country_name", country_name)


@register.filter
def split(text: str) -> list[str]:
    """`{% for form in "csv json"|split %}`"""
    return text.split()
