"""Where the conference server tells who joins and leaves. Anybody may post; only what its secret signed is taken."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from legation.base.web import open_page
from legation.training import actions
from legation.training.convert import bigbluebutton
from legation.training.convert.servers import servers


@open_page
@csrf_exempt
@require_POST
def events(request: HttpRequest) -> HttpResponse:
    """401 for what is not signed by the server: it takes that as an answer and does not try again."""
    server, body = servers().bigbluebutton, request.body
    signed = request.GET.get("checksum", "")
    if server is None or len(body) > bigbluebutton.MOST:
        return HttpResponse(status=401)
    if not bigbluebutton.genuine(server.tells, body, signed, server.secret):
        return HttpResponse(status=401)
    actions.take_events(bigbluebutton.events(body))
    return HttpResponse(status=204)
