"""Names of countries in the reader's language, and small help for lists in templates. `{% load naming %}`"""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from legation.base.wording.countries import country_name

register = template.Library()

register.filter("country_name", country_name)


@register.filter
def split(text: str) -> list[str]:
    """`{% for form in "csv json"|split %}`"""
    return text.split()


@register.filter
def as_source(text: str) -> SafeString | str:
    """`{{ station.source|as_source }}`: a link where it is an address of the web, else the text."""
    if text.startswith(("https://", "http://")) and " " not in text:
        return format_html('<a href="{}" rel="noreferrer">{}</a>', text, text)
    return text
