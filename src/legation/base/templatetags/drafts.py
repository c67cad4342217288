"""A form that has drafts: `{% draft %}` after its token, `{% draft_button %}` behind its other buttons.

A form that is sent to another address than its page's says `{% draft elsewhere=True %}`: the draft is the page's.
"""

import json
from typing import Any

from django import template

from legation.base import drafts

register = template.Library()


@register.inclusion_tag("base/draft.html", takes_context=True)
def draft(context: template.Context, *, elsewhere: bool = False) -> dict[str, Any]:
    """Say that the form has drafts; put back what was kept, and say so. Fields below it are filled by `{% field %}`."""
    request = context["request"]
    kept = None
    if request.method == "GET" and getattr(request, "actor", None) is not None:
        kept = drafts.find(request.user.get_username(), request.path)
    request.kept_draft, request.draft_elsewhere = kept, elsewhere
    of = request.path if elsewhere else ""
    if kept is None:
        return {"kept": None, "of": of}
    at, fields = int(kept.kept_at.timestamp() * 1000), json.dumps(dict(kept.fields))
    return {"kept": kept, "at": at, "fields": fields, "of": of}


@register.inclusion_tag("base/draft_button.html", takes_context=True)
def draft_button(context: template.Context) -> dict[str, Any]:
    request = context["request"]
    here = request.get_full_path() if getattr(request, "draft_elsewhere", False) else ""
    return {"kept": getattr(request, "kept_draft", None), "here": here}
