"""GOV.UK components from their Jinja macros, without a way in for raw HTML. `{% load govuk %}`

Everything a page gives is text and is escaped, even what was marked safe before. Parameters named `html`, attributes
with script or style, and addresses with a scheme of their own are refused: the page does not render.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import jinja2
from django import template
from django.forms import BaseForm, CheckboxSelectMultiple, SelectMultiple
from django.forms.boundfield import BoundField
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from legation.base.forms import component_of

register = template.Library()

TEXTS = frozenset({"label", "hint", "error_message", "legend", "prefix", "suffix"})
"""Parameters that the macros want as `{"text": ...}`; pages give the bare text."""

ADDRESSES = frozenset({"href", "action"})
SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def _refusal(reason: str) -> template.TemplateSyntaxError:
    return template.TemplateSyntaxError(f"govuk: {reason}")


@cache
def _environment() -> jinja2.Environment:
    loader = jinja2.PrefixLoader({"govuk_frontend_jinja": jinja2.PackageLoader("govuk_frontend_jinja")})
    return jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)


@cache
def _macro(component: str) -> Any:
    name = "govuk" + "".join(part.capitalize() for part in component.split("-"))
    module = _environment().get_template(f"govuk_frontend_jinja/components/{component}/macro.html").module
    return getattr(module, name)


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


def _address(address: str) -> str:
    scheme = re.match(r"\s*([a-z][a-z0-9+.\-]*):", address, re.IGNORECASE)
    if scheme and scheme[1].lower() not in SCHEMES:
        raise _refusal(f"an address may not start with {scheme[0]!r}")
    return address


def _attributes(attributes: Mapping[str, Any]) -> dict[str, Any]:
    for name in attributes:
        if name == "style" or name.lower().startswith("on"):
            raise _refusal(f"attribute {name!r} would be inline script or style; use a class or a script file")
    return {name: _plain(value, name) for name, value in attributes.items()}


def _plain(value: Any, name: str = "") -> Any:
    """`value` with every text made plain, so that the macros escape it; refuses what would be raw HTML."""
    if name == "html" or name.endswith("Html"):
        raise _refusal("raw HTML is not taken; give text, or write the markup in the template")
    if name == "attributes":
        return _attributes(value)
    if isinstance(value, str | Promise):
        text = "".join(str(value))
        return _address(text) if name in ADDRESSES else text
    if isinstance(value, Mapping):
        return {_camel(str(key)): _plain(item, _camel(str(key))) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


def _wrapped(name: str, value: Any) -> Any:
    return {"text": value} if name in TEXTS and isinstance(value, str | Promise) else value


def render(component: str, parameters: Mapping[str, Any]) -> SafeString:
    """The markup of `component` (`button`, `error-summary`, ...) with `parameters` in snake case."""
    given = {name: _wrapped(name, value) for name, value in parameters.items() if value is not None}
    return SafeString(_macro(component)(_plain(given)))


@register.simple_tag
def govuk(component: str, **parameters: Any) -> SafeString:
    """`{% govuk "button" text="Create the station" %}`: any component by its name, parameters in snake case."""
    return render(component, parameters)


@register.simple_tag(takes_context=True)
def field(context: template.Context, bound: BoundField, **parameters: Any) -> SafeString:
    """`{% field form.address %}`: a field of a Django form with label, hint and error, and as the draft has it.

    More parameters go to the component: `classes="govuk-input--width-5"`.
    """
    kept = getattr(context.get("request"), "kept_draft", None)
    if kept is not None and not bound.form.is_bound:
        several = isinstance(bound.field.widget, CheckboxSelectMultiple | SelectMultiple)
        bound.form.initial[bound.name] = kept.value_of(bound.html_name, several=several)
    component, own = component_of(bound)
    return render(component, own | parameters)


@register.simple_tag
def error_summary(form: BaseForm, title: str = "") -> SafeString | str:
    """`{% error_summary form %}`: what is wrong with the form, each a link to its field; nothing if nothing is."""
    if not form.errors:
        return ""
    errors = [{"text": str(error)} for error in form.non_field_errors()]
    for bound in form:
        errors += [{"text": f"{bound.label}: {error}", "href": f"#{bound.auto_id}"} for error in bound.errors]
    return render("error-summary", {"title_text": title or gettext("This cannot be kept yet"), "error_list": errors})
