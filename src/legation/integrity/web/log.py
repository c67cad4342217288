"""The log in sentences, one record with its octets, the checkpoint and the receipt that proves a record."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base.actors import Permission
from legation.base.web import page
from legation.integrity import queries, receipts
from legation.integrity.web.sentences import sentence


@page(Permission.LOG_READ)
def records(request: HttpRequest) -> HttpResponse:
    before = request.GET.get("before", "")
    found = queries.records(
        jurisdiction=request.actor.grant.jurisdiction,  # type: ignore[attr-defined]
        election=request.GET.get("election", "")[:40],
        kind=request.GET.get("kind", "")[:40],
        subject=request.GET.get("subject", "")[:120],
        before=int(before) if before.isdecimal() and len(before) < 16 else None,
    )
    lines = [{"record": record, "sentence": sentence(record)} for record in found.records]
    context = {"lines": lines, "found": found, "chosen": request.GET, "checkpoint": queries.last_checkpoint()}
    return render(request, "integrity/log.html", context)


@page(Permission.LOG_READ)
def record(request: HttpRequest, index: int) -> HttpResponse:
    shown = queries.record(request.actor, index)  # type: ignore[attr-defined]
    last = queries.last_checkpoint()
    context = {
        "record": shown,
        "sentence": sentence(shown),
        "text": shown.octets.decode(),
        "checkpoint": last,
        "covered": last is not None and index < last.size,
        "origin": settings.LOG_ORIGIN,
    }
    return render(request, "integrity/record.html", context)


@page(Permission.LOG_READ)
def receipt(request: HttpRequest, index: int) -> HttpResponse:
    """The receipt of a record: anyone can verify with it that the log holds the record."""
    queries.record(request.actor, index)  # type: ignore[attr-defined]
    text = receipts.receipt(index)
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="record-{index}.tlog-proof"'
    return response


@page(Permission.LOG_READ)
def checkpoint(request: HttpRequest) -> HttpResponse:
    """The checkpoint signed last, as text."""
    last = queries.last_checkpoint()
    return HttpResponse(str(last.note) if last else "", content_type="text/plain; charset=utf-8")
