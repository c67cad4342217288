"""The operator's desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base.actors import Permission
from legation.base.web import page
from legation.desks import health as reading

GIGABYTE = 10**9


@page(Permission.HEALTH_READ)
def health(request: HttpRequest) -> HttpResponse:
    found = reading.health()
    disk = {"free": found.disk_free // GIGABYTE, "total": found.disk_total // GIGABYTE}
    return render(request, "desks/health.html", {"health": found, "disk": disk})
