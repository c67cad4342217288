"""Which GOV.UK component shows a field of a Django form, and with what."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField

_INPUT_TYPES = {"date": "text", "time": "text", "datetime-local": "text"}
"""Dates and times are typed as text: browsers' own pickers follow the machine's language and zone, not the election's."""

_OWN_ATTRIBUTES = ("aria-describedby", "aria-invalid", "cols", "rows")
"""Attributes that the components set themselves."""


def _choices(bound: BoundField) -> list[dict[str, Any]]:
    chosen = bound.value()
    values = {str(value) for value in chosen} if isinstance(chosen, list | tuple) else {str(chosen if chosen is not None else "")}
    items = [
        {"value": str(value), "text": str(text), "checked": str(value) in values, "selected": str(value) in values}
        for value, text in bound.field.choices  # type: ignore[attr-defined]
    ]
    if items and not isinstance(bound.field.widget, forms.Select):
        items[0]["id"] = bound.auto_id
    return items


def _shared(bound: BoundField) -> dict[str, Any]:
    attributes = bound.field.widget.attrs | bound.build_widget_attrs({})
    return {
        "id": bound.auto_id,
        "name": bound.html_name,
        "hint": bound.help_text or None,
        "error_message": " ".join(str(error) for error in bound.errors) or None,
        "classes": attributes.pop("class", None),
        "attributes": {name: str(value) for name, value in attributes.items() if name not in _OWN_ATTRIBUTES and value is not False},
    }


def component_of(bound: BoundField) -> tuple[str, dict[str, Any]]:
    """The component for `bound` and its parameters: name, value, label, hint, error."""
    shared, widget = _shared(bound), bound.field.widget
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        component = "checkboxes" if isinstance(widget, forms.CheckboxSelectMultiple) else "radios"
        legend = {"legend": {"text": str(bound.label)}}
        own = {"id_prefix": bound.auto_id, "fieldset": legend, "items": _choices(bound), "classes": f"govuk-{component}--small"}
        return component, {name: shared[name] for name in ("name", "hint", "error_message")} | own
    if isinstance(widget, forms.CheckboxInput):
        item = {"id": bound.auto_id, "value": "on", "text": str(bound.label), "checked": bool(bound.value()), "hint": {"text": str(bound.help_text)}}
        if not bound.help_text:
            del item["hint"]
        own = {"id_prefix": bound.auto_id, "items": [item], "classes": "govuk-checkboxes--small"}
        return "checkboxes", {name: shared[name] for name in ("name", "error_message")} | own
    shared["label"] = str(bound.label)
    if isinstance(widget, forms.Select):
        return "select", shared | {"items": _choices(bound)}
    value = bound.value()
    if isinstance(widget, forms.FileInput):
        return "file-upload", shared
    shared["value"] = "" if value is None else str(widget.format_value(value) or "")
    if isinstance(widget, forms.Textarea):
        return "textarea", shared | {"rows": 4}
    return "input", shared | {"type": _INPUT_TYPES.get(widget.input_type, widget.input_type)}  # type: ignore[attr-defined]
