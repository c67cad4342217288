"""Addresses of matters under an election."""

from django.urls import path

from legation.coordination.web.matters import acts, listing, matter, meeting

app_name = "matters"
urlpatterns = [
    path("", listing.matters, name="matters"),
    path("export/<slug:form>/", listing.export, name="export"),
    path("new/", acts.new, name="new"),
    path("meeting/", meeting.agenda, name="agenda"),
    path("meeting/document/", meeting.agenda_document, name="agenda_document"),
    path("meeting/draw-up/", meeting.draw_up, name="draw_up"),
    path("minutes/<int:minutes>/", meeting.minutes, name="minutes"),
    path("minutes/<int:minutes>/document/", meeting.minutes_document, name="minutes_document"),
    path("minutes/<int:minutes>/sign/", meeting.sign, name="sign"),
    path("<slug:matter>/", matter.matter, name="matter"),
    path("<slug:matter>/<slug:step>/", acts.step, name="step"),
]
