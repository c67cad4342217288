"""The operator's desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from legation.base.actors import Permission
from legation.base.web import page
from legation.desks import health as reading

GIGABYTE = 10**9
JOBS = {
    "accounts.forget": _("Forgets old tries to sign in, and sessions that ended"),
    "base.forget_drafts": _("Forgets drafts of forms that nobody came back to"),
    "coordination.inquiries": _("Calls inquiries to mind that are nearly due, due or long overdue"),
    "coordination.mail": _("Fetches mail about inquiries"),
    "coordination.notices": _("Tells people by mail that something waits for them"),
    "coordination.tasks": _("Tells on late tasks: to whoever owes them, the superior, both headquarters"),
    "headquarters.reports": _("Draws up the situation report at its hour"),
    "integrity.checkpoint": _("Signs what is new in the log"),
    "training.remind": _("Reminds those who have not answered an invitation to a seminar"),
    "publication.follow": _("Freezes what is public after a change"),
    "readers.forget": _("Forgets files that were brought in and not kept"),
    "rehearsal.play": _("Plays the script of the demonstration"),
}
"""What each timed job does. A test holds it to the jobs that are registered."""


@page(Permission.HEALTH_READ)
def health(request: HttpRequest) -> HttpResponse:
    found = reading.health()
    disk = {"free": found.disk_free // GIGABYTE, "total": found.disk_total // GIGABYTE}
    told = [(job, JOBS.get(job.name, job.name)) for job in found.jobs]
    return render(request, "desks/health.html", {"health": found, "disk": disk, "jobs": told})
