"""The handbook inside the product: the page of the acting role first, those of the others beside it."""

from typing import Any

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from markdown_it import MarkdownIt

from legation.accounts.permissions.roles import ROLES
from legation.base.actors import Actor, Permission
from legation.base.web import page
from legation.desks import handbook

MARKDOWN = MarkdownIt("commonmark", {"html": False})
"""Our own texts; raw HTML in them would be shown, not obeyed."""


@page(Permission.ACCOUNT_KEEP)
def own(request: HttpRequest) -> HttpResponse:
    """The handbook of the role in which one acts."""
    return _shown(request, request.actor.role)  # type: ignore[attr-defined]


@page(Permission.ACCOUNT_KEEP)
def role(request: HttpRequest, role: str) -> HttpResponse:
    """The handbook of any role: what others may do is no secret."""
    return _shown(request, role)


def _shown(request: HttpRequest, role: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    language = handbook.written_in(get_language() or "en")
    chapter = handbook.chapter(role, language)
    context = {
        "chapter": chapter,
        "own": role == actor.role,
        "text": _html(chapter.text),
        "sections": [_section(one, language) for one in chapter.sections],
        "roles": [_role(key, role) for key in ROLES],
    }
    return render(request, "desks/handbook.html", context)


def _section(one: handbook.Section, language: str) -> dict[str, Any]:
    picture = handbook.picture_of(one.task, language)
    return {
        "key": one.task.key,
        "title": one.title,
        "text": _html(one.text),
        "refusals": one.task.refusals,
        "picture": picture if finders.find(picture) else "",
    }


def _role(key: str, shown: str) -> dict[str, str | Promise | bool]:
    return {
        "url": reverse("handbook:role", args=[key]),
        "text": ROLES[key].title,
        "side": ROLES[key].side,
        "current": key == shown,
    }


def _html(text: str) -> SafeString:
    return mark_safe(MARKDOWN.render(text))  # noqa: S308 - our own Markdown; its raw HTML is escaped
