"""Which GOV.UK component shows a field of a Django form, and with what."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField

TYPED_AS_TEXT = frozenset({"date", "time", "datetime-local"})
"""Browsers' own pickers follow the machine's language and zone, not the election's: these are typed as text."""

WIDTHS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.DateInput, "govuk-input--width-10"),
    (forms.TimeInput, "govuk-input--width-5"),
    (forms.NumberInput, "govuk-input--width-10"),
)
"""A field is as wide as what belongs in it."""

OWN_ATTRIBUTES = frozenset({"aria-describedby", "aria-invalid", "cols", "rows"})
"""Attributes that the components set themselves."""

Parameters = dict[str, Any]


def component_of(bound: BoundField) -> tuple[str, Parameters]:
    """The component for `bound` and its parameters: name, value, label, hint, error."""
    widget = bound.field.widget
    if isinstance(widget, forms.CheckboxSelectMultiple):
        return "checkboxes", _group(bound, "checkboxes")
    if isinstance(widget, forms.RadioSelect):
        return "radios", _group(bound, "radios")
    if isinstance(widget, forms.CheckboxInput):
        return "checkboxes", _single(bound)
    if isinstance(widget, forms.Select):
        return "select", _labelled(bound) | {"items": _choices(bound, "selected")}
    if isinstance(widget, forms.FileInput):
        return "file-upload", _labelled(bound)
    value = {"value": str(widget.format_value(bound.value()) or "")}
    if isinstance(widget, forms.Textarea):
        return "textarea", _labelled(bound) | value | {"rows": 4}
    kind = getattr(widget, "input_type", "text")
    own = _labelled(bound)
    own["classes"] = own["classes"] or next((css for known, css in WIDTHS if isinstance(widget, known)), None)
    return "input", own | value | {"type": "text" if kind in TYPED_AS_TEXT else kind}


def _shared(bound: BoundField) -> Parameters:
    return {
        "name": bound.html_name,
        "hint": bound.help_text or None,
        "error_message": " ".join(str(error) for error in bound.errors) or None,
    }


def _labelled(bound: BoundField) -> Parameters:
    attributes = bound.build_widget_attrs(dict(bound.field.widget.attrs))
    own = {name: str(value) for name, value in attributes.items() if value is not False and name not in OWN_ATTRIBUTES}
    css = own.pop("class", None)
    return _shared(bound) | {"id": bound.auto_id, "label": str(bound.label), "classes": css, "attributes": own}


def _group(bound: BoundField, component: str) -> Parameters:
    items = _choices(bound, "checked")
    if items:
        items[0]["id"] = bound.auto_id
    fieldset = {"legend": {"text": str(bound.label)}}
    css = f"govuk-{component}--small"
    return _shared(bound) | {"id_prefix": bound.auto_id, "fieldset": fieldset, "items": items, "classes": css}


def _single(bound: BoundField) -> Parameters:
    item = {"id": bound.auto_id, "value": "on", "text": str(bound.label), "checked": bool(bound.value())}
    if bound.help_text:
        item["hint"] = {"text": str(bound.help_text)}
    own = {"id_prefix": bound.auto_id, "items": [item], "classes": "govuk-checkboxes--small", "hint": None}
    return _shared(bound) | own


def _choices(bound: BoundField, mark: str) -> list[Parameters]:
    value = bound.value()
    chosen = {str(one) for one in value} if isinstance(value, list | tuple) else {"" if value is None else str(value)}
    choices = getattr(bound.field, "choices", ())
    return [{"value": str(key), "text": str(text), mark: str(key) in chosen} for key, text in choices]
