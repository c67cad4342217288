"""Tags for tables and lists that are sorted, filtered and paged by their address. `{% load lists %}`"""

from typing import Any

from django import template
from django.core.paginator import Page
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from legation.base.drawings.shapes import drawn, shape_drawn

register = template.Library()

ORDERS = {"": "ascending", "-": "descending"}


def _address(request: HttpRequest, **changes: str) -> str:
    """The request's query with `changes`; an empty value takes a part out, and the list starts at its first page."""
    query = request.GET.copy()
    query.pop("page", None)
    for name, value in changes.items():
        if value:
            query[name] = value
        else:
            query.pop(name, None)
    return "?" + query.urlencode()


@register.simple_tag(takes_context=True)
def sort_head(
    context: template.Context, key: str, text: str, *, number: bool = False, default: bool = False
) -> SafeString:
    """`{% sort_head "opens" "Opens" %}`: a column head that sorts by `?sort=opens`, pressed again by `?sort=-opens`.

    `default` marks the column by which the page sorts unasked; `number` a column of numbers.
    """
    request: HttpRequest = context["request"]
    wanted = request.GET.get("sort", key if default else "")
    sign = wanted.removesuffix(key) if wanted.endswith(key) else None
    order = ORDERS.get(sign, "") if sign is not None else ""
    address = _address(request, sort=f"-{key}" if order == "ascending" else key)
    arrow = drawn(f"mark-{order}", "shape") if order else ""
    css = SafeString(' class="number"' if number else "")
    aria = format_html(' aria-sort="{}"', order) if order else ""
    markup = '<th scope="col"{}{}><a class="sort" href="{}">{}{}</a></th>'
    return format_html(markup, css, aria, address, str(text), arrow)


@register.simple_tag(takes_context=True)
def filter_chip(
    context: template.Context, name: str, value: str, text: str, count: int | None = None, shape: str = ""
) -> SafeString:
    """`{% filter_chip "state" "open" "Open" 34 "open" %}`: a link to the list filtered by `?state=open`.

    The chosen one takes the filter off again. An empty `value` stands for "all". `shape` is a state's.
    """
    request: HttpRequest = context["request"]
    chosen = request.GET.get(name, "") == value
    address = _address(request, **{name: "" if chosen else value})
    current = SafeString(' aria-current="true"' if chosen else "")
    counted = "" if count is None else format_html(' <span class="count">{}</span>', count)
    markup = '<a class="chip" href="{}"{}>{}{}{}</a>'
    return format_html(markup, address, current, shape_drawn(shape) if shape else "", str(text), counted)


@register.simple_tag(takes_context=True)
def query_with(context: template.Context, **changes: object) -> str:
    """`{% query_with before=300 %}`: the list as it is filtered, with that changed; an empty value is left out."""
    request: HttpRequest = context["request"]
    return _address(request, **{name: str(value) for name, value in changes.items()})


@register.inclusion_tag("base/pages.html", takes_context=True)
def page_links(context: template.Context, page: Page[Any]) -> dict[str, object]:
    """`{% page_links page %}` for a Django `Page`: where one is, and the way back and on."""
    request: HttpRequest = context["request"]
    number, last, count = page.number, page.paginator.num_pages, page.paginator.count
    return {
        "last": last,
        "place": gettext("Page %(number)d of %(last)d") % {"number": number, "last": last},
        "total": ngettext("%(count)d row", "%(count)d rows", count) % {"count": count},
        "back": _address(request, page=str(number - 1)) if number > 1 else "",
        "on": _address(request, page=str(number + 1)) if number < last else "",
    }
