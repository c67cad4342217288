"""What a person typed into a long form and did not send yet, kept for them on the server.

One draft a person and form. The form says by its own fields that it has drafts (`{% draft %}`, `{% draft_button %}`):
its button keeps one without script, script keeps one every few seconds, and what was refused is kept too. It is gone
when the act is done, when it is discarded, or after a week. Nobody else reads it; no record tells of it.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext

from legation.base import clock
from legation.base.models import Draft

KEPT_FOR = timedelta(days=7)
"""By real time, since it was kept last."""
MOST = 200_000
"""Characters of a draft: the longest form of the system, several times over."""
LEFT_OUT = frozenset({"csrfmiddlewaretoken", "draft", "draft_of", "confirmed", "together"})
"""Fields that are not typed."""
NOT_DONE = frozenset({200, 409, 422})
"""Answers to a form that is not done: refused, wrong, or asked about once more."""
View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class DraftValue:
    """Every field as it was typed, by name, and when it was kept."""

    fields: Mapping[str, list[str]]
    kept_at: datetime

    def value_of(self, name: str, *, several: bool) -> Any:
        """What stood in a field; of one box or of one that has several values, whether and which were chosen."""
        values = self.fields.get(name, [])
        return values if several else next(iter(values), "")


def keep(account: str, address: str, typed: QueryDict) -> None:
    """Keep what was typed in place of what was kept before; a form that is too long is not kept."""
    fields = {name: values for name, values in typed.lists() if name not in LEFT_OUT}
    text = json.dumps(fields, ensure_ascii=False)
    if len(text) <= MOST and len(address) <= 200:
        kept = {"fields": text, "kept_at": clock.real()}
        Draft.objects.update_or_create(account=account, address=address, defaults=kept)


def find(account: str, address: str) -> DraftValue | None:
    row = Draft.objects.filter(account=account, address=address, kept_at__gt=clock.real() - KEPT_FOR).first()
    return DraftValue(json.loads(row.fields), row.kept_at) if row else None


def discard(account: str, address: str) -> None:
    Draft.objects.filter(account=account, address=address).delete()


def forget_old() -> None:
    """Delete what nobody came back to. Harmless to call again."""
    Draft.objects.filter(kept_at__lte=clock.real() - KEPT_FOR).delete()


def done(request: HttpRequest) -> None:
    """Discard the draft of an act that is done and answered with a page, not led on."""
    if account := getattr(request, "drafts_of", ""):
        discard(account, _address(request))
        request.drafts_of = ""  # type: ignore[attr-defined]


def _address(request: HttpRequest) -> str:
    """The page whose draft it is: the form's own address, or the one that the form names."""
    return request.POST.get("draft_of") or request.path


class DraftMiddleware:
    """Keeps, discards and forgets the drafts of forms that have some; below what sets `request.actor`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        account = getattr(request, "drafts_of", "")
        asked_again = answer.headers.get("Location", "").startswith(settings.LOGIN_URL)
        if account and (answer.status_code in NOT_DONE or asked_again):
            keep(account, _address(request), request.POST)
        elif account and answer.status_code == 302:
            discard(account, _address(request))
        return answer

    def process_view(self, request: HttpRequest, view: View, parts: Any, named: Any) -> HttpResponse | None:
        asked = request.POST.getlist("draft") if request.method == "POST" else []
        if not asked or getattr(request, "actor", None) is None or getattr(view, "permission", None) is None:
            return None
        account = request.user.get_username()
        if asked[-1] == "keep":
            keep(account, _address(request), request.POST)
            return _kept(request)
        if asked[-1] == "discard":
            discard(account, _address(request))
            return redirect(request.get_full_path())
        request.drafts_of = account  # type: ignore[attr-defined]
        return None


def _kept(request: HttpRequest) -> HttpResponse:
    if request.headers.get("X-Draft"):
        return HttpResponse(status=204)
    messages.success(request, gettext("Kept as a draft, for you alone. It comes back whenever you open this form."))
    return redirect(request.get_full_path())
