"""A form that has drafts: `{% draft %}` after its token, `{% draft_button %}` behind its other buttons."""

import json
from typing import Any

from django import template

from legation.base import drafts

register = template.Library()


@register.inclusion_tag("base/draft.html", takes_context=True)
def draft(context: template.Context) -> dict[str, Any]:
    """Say that the form has drafts; put back what was kept, and say so. Fields below it are filled by `{% field %}`."""
    request = context["request"]
    kept = None
    if request.method == "GET" and getattr(request, "actor", None) is not None:
        kept = drafts.find(request.user.get_username(), request.path)
    request.kept_draft = kept
    if kept is None:
        return {"kept": None}
    return {"kept": kept, "at": int(kept.kept_at.timestamp() * 1000), "fields": json.dumps(dict(kept.fields))}


@register.inclusion_tag("base/draft_button.html", takes_context=True)
def draft_button(context: template.Context) -> dict[str, Any]:
    return {"kept": getattr(context["request"], "kept_draft", None)}
