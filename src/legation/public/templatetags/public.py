"""Tags of public pages: relative addresses and instants. `{% load public %}`"""

from datetime import date, datetime
from urllib.parse import urlsplit

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from legation.base.wording.instants import day_in_words, iso
from legation.public import assets
from legation.public.links import file_address, page_address
from legation.public.press import value_told
from legation.public.site import Value
from legation.public.wording import Foreign, article_told, day_told, language, time_told

register = template.Library()


@register.simple_tag(takes_context=True)
def to(context: template.Context, *parts: object) -> str:
    """`{% to "stations/" code "/" %}`: the page in the reader's language."""
    return page_address(context["here"], context["language"], "".join(str(part) for part in parts))


@register.simple_tag(takes_context=True)
def file(context: template.Context, *parts: object) -> str:
    """`{% file "data/" path %}`: a file that has no language."""
    return file_address(context["here"], "".join(str(part) for part in parts))


@register.simple_tag(takes_context=True)
def asset(context: template.Context, name: str) -> str:
    """`{% asset "public/css/site.css" %}`"""
    return file_address(context["here"], assets.path_of(name))


@register.simple_tag
def at_time(value: datetime, zone: str) -> SafeString:
    """Hour and minute by the clock of `zone`, the place standing nearby."""
    return format_html('<time datetime="{}">{}</time>', iso(value), time_told(value, zone))


@register.simple_tag(takes_context=True)
def on_day(context: template.Context, value: datetime, zone: str) -> str:
    """`Wed 7 Feb` by the clock of `zone`."""
    return day_told(value, zone, context["year"])


@register.filter
def utc(value: datetime) -> str:
    """For scripts: `2024-02-07T15:00Z`."""
    return iso(value)


@register.simple_tag
def at_time_plain(value: datetime, zone: str) -> str:
    """The same inside a drawing, where no markup may stand."""
    return time_told(value, zone)


@register.filter
def in_day(value: date) -> str:
    """`Wed 7 Feb 2024`: a day with its year."""
    return day_in_words(value, language())


@register.filter
def host(address: str) -> str:
    """The host of an address, by which a source is named."""
    return urlsplit(address).netloc


@register.filter
def spoken(text: str) -> str | SafeString:
    """`{{ mission_name|spoken }}`: a text in another language than the page says which, and runs its own way."""
    if not isinstance(text, Foreign):
        return text
    return format_html('<bdi lang="{}" dir="ltr">{}</bdi>', text.language, str(text))


@register.filter
def words_of(text: str) -> list[str]:
    """`{% for state in "open closed"|words_of %}`"""
    return text.split()


@register.simple_tag
def source_told(source: str) -> str:
    """The article, or that nobody read one."""
    return article_told(source)


@register.simple_tag
def said(one: Value) -> str:
    """A number of an earlier election as its source gives it: `about 40 (planned)`."""
    return value_told(one)
