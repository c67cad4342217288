"""Tags for tables and lists that are sorted, filtered and paged by their address. `{% load lists %}`"""

from django import template
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

register = template.Library()


def _address(request: HttpRequest, **changes: str) -> str:
    """The request's own query with `changes`; an empty value takes a part out, and the page starts at its first again."""
    query = request.GET.copy()
    query.pop("page", None)
    for name, value in changes.items():
        if value:
            query[name] = value
        else:
            query.pop(name, None)
    return "?" + query.urlencode()


@register.simple_tag(takes_context=True)
def sort_head(context: template.Context, key: str, text: str, *, number: bool = False, default: bool = False) -> SafeString:
    """`{% sort_head "opens" "Opens" %}`: a column head that sorts by `?sort=opens`, then by `?sort=-opens`. `default` = how the page sorts unasked."""
    request: HttpRequest = context["request"]
    wanted = request.GET.get("sort", key if default else "")
    order = {key: "ascending", f"-{key}": "descending"}.get(wanted, "")
    address = _address(request, sort=f"-{key}" if order == "ascending" else key)
    arrow = format_html('<svg class="shape" viewBox="0 0 16 16" aria-hidden="true"><use href="#mark-{}"/></svg>', order) if order else ""
    return format_html(
        '<th scope="col"{}{}><a class="sort" href="{}">{}{}</a></th>',
        SafeString(' class="number"') if number else "",
        format_html(' aria-sort="{}"', order) if order else "",
        address,
        str(text),
        arrow,
    )


@register.simple_tag(takes_context=True)
def filter_chip(context: template.Context, name: str, value: str, text: str, count: int | None = None, shape: str = "") -> SafeString:
    """`{% filter_chip "state" "open" "Open" 34 %}`: a link to the list filtered by `?state=open`; the chosen one takes the filter off again."""
    request: HttpRequest = context["request"]
    chosen = request.GET.get(name, "") == value
    svg = format_html('<svg class="shape shape-{0}" viewBox="0 0 16 16" aria-hidden="true"><use href="#shape-{0}"/></svg>', shape) if shape else ""
    return format_html(
        '<a class="chip" href="{}"{}>{}{}{}</a>',
        _address(request, **{name: "" if chosen and value else value}),
        SafeString(' aria-current="true"') if chosen else "",
        svg,
        str(text),
        "" if count is None else format_html(' <span class="count">{}</span>', count),
    )


@register.inclusion_tag("base/pages.html", takes_context=True)
def page_links(context: template.Context, page: object) -> dict[str, object]:
    """`{% page_links page %}` for a Django `Page`: where one is, and the way back and on."""
    request: HttpRequest = context["request"]
    number, last = page.number, page.paginator.num_pages  # type: ignore[attr-defined]
    return {
        "last": last,
        "place": gettext("Page %(number)d of %(last)d") % {"number": number, "last": last},
        "total": ngettext("%(count)d row", "%(count)d rows", page.paginator.count) % {"count": page.paginator.count},  # type: ignore[attr-defined]
        "back": _address(request, page=str(number - 1)) if number > 1 else "",
        "on": _address(request, page=str(number + 1)) if number < last else "",
    }
