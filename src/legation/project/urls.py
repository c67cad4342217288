"""Addresses: what belongs to no election first, then everything under the election's code."""

from django.urls import include, path
from django.views.i18n import set_language

from legation.base.web import open_page
from legation.desks.web import health, home
from legation.training.web import certificates
from legation.training.web import open as rooms

handler400 = "legation.base.web.bad_request"
handler403 = "legation.base.web.forbidden"
handler404 = "legation.base.web.not_found"
handler500 = "legation.base.web.broken"

urlpatterns = [
    path("", home.home, name="home"),
    path("health/", health.health, name="health"),
    path("language/", open_page(set_language), name="set_language"),
    path("", include("legation.accounts.web.urls")),
    path("handbook/", include("legation.desks.web.handbook_urls")),
    path("log/", include("legation.integrity.web.urls")),
    path("lawbooks/", include("legation.plan.web.lawbook_urls")),
    path("elections/", include("legation.plan.web.election_urls")),
    path("<slug:election>/publication/", include("legation.publication.web.urls")),
    path("<slug:election>/public/", include("legation.public.web.urls")),
    path("<slug:election>/broadcasts/", include("legation.coordination.web.broadcasts.urls")),
    path("<slug:election>/inbox/", include("legation.coordination.web.inbox.urls")),
    path("<slug:election>/complaints/", include("legation.coordination.web.complaints.urls")),
    path("<slug:election>/matters/", include("legation.coordination.web.matters.urls")),
    path("seminars/events/", rooms.events, name="seminar_events"),
    path("certificates/<slug:code>/", certificates.check, name="certificate"),
    path("<slug:election>/seminars/", include("legation.training.web.urls")),
    path("<slug:election>/papers/", include("legation.coordination.web.papers.urls")),
    path("<slug:election>/headquarters/", include("legation.headquarters.web.urls")),
    path("<slug:election>/answers/", include("legation.coordination.web.knowledge.urls")),
    path("<slug:election>/inquiries/", include("legation.coordination.web.inquiries.urls")),
    path("<slug:election>/plan/", include("legation.coordination.web.tasks.urls")),
    path("<slug:election>/consent/", include("legation.missions.web.consent_urls")),
    path("<slug:election>/missions/", include("legation.missions.web.urls")),
    path("<slug:election>/", include("legation.desks.web.urls")),
    path("<slug:election>/", include("legation.plan.web.urls")),
    path("<slug:election>/", include("legation.stations.web.urls")),
]
