"""The log in sentences, one record with its octets, how anyone verifies it, and the receipt that proves a record."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base.actors import Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.base.wording.bodies import body_name
from legation.integrity import queries, receipts
from legation.integrity.web.sentences import named_facts, sentence, sentences, title


@page(Permission.LOG_READ)
def records(request: HttpRequest) -> HttpResponse:
    before = request.GET.get("before", "")
    found = queries.records(
        jurisdiction=request.actor.grant.jurisdiction,  # type: ignore[attr-defined]
        election=request.GET.get("election", "")[:40],
        kind=request.GET.get("kind", "")[:40],
        subject=request.GET.get("subject", "").strip()[:120],
        before=int(before) if before.isdecimal() and len(before) < 16 else None,
    )
    lines = zip(found.records, sentences(found.records), strict=True)
    context = {
        "lines": [{"record": one, "sentence": told, "title": title(one.kind)} for one, told in lines],
        "found": found,
        "kinds": sorted(((kind, title(kind)) for kind in found.kinds), key=lambda pair: pair[1]),
        "chosen": request.GET,
        "signed": queries.last_checkpoint(),
    }
    return render(request, "integrity/log.html", context)


@page(Permission.LOG_READ)
def record(request: HttpRequest, index: int) -> HttpResponse:
    shown = queries.record(request.actor, index)  # type: ignore[attr-defined]
    last = queries.last_checkpoint()
    context = {
        "record": shown,
        "sentence": sentence(shown),
        "title": title(shown.kind),
        "body": body_name(shown.body),
        "facts": named_facts(shown),
        "text": shown.octets.decode(),
        "count": len(shown.octets),
        "signed": last,
        "covered": last is not None and index < last.size,
        "key": queries.log_key(),
    }
    return render(request, "integrity/record.html", context)


@page(Permission.LOG_READ)
def octets(request: HttpRequest, index: int) -> HttpResponse:
    """The record byte for byte as it was logged: what a receipt is verified against."""
    shown = queries.record(request.actor, index)  # type: ignore[attr-defined]
    return download(shown.octets, f"record-{index}", "json")


@page(Permission.LOG_READ)
def receipt(request: HttpRequest, index: int) -> HttpResponse:
    """The receipt of a record: anyone can verify with it that the log holds the record."""
    queries.record(request.actor, index)  # type: ignore[attr-defined]
    text = receipts.receipt(index)
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="record-{index}.tlog-proof"'
    return response


@page(Permission.LOG_READ)
def verifying(request: HttpRequest) -> HttpResponse:
    """The checkpoint signed last, the log's key, and how anyone verifies both without asking us."""
    last = queries.last_checkpoint()
    context = {"signed": last, "note": str(last.note) if last else "", "key": queries.log_key(), "size": queries.size()}
    return render(request, "integrity/verifying.html", context | {"origin": queries.origin()})


@page(Permission.LOG_READ)
def checkpoint(request: HttpRequest) -> HttpResponse:
    """The checkpoint signed last, as text."""
    last = queries.last_checkpoint()
    return HttpResponse(str(last.note) if last else "", content_type="text/plain; charset=utf-8")
