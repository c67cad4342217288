"""Addresses of desks under an election."""

from django.urls import path

from legation.desks.web import calendar, election

app_name = "desks"
urlpatterns = [
    path("", election.election, name="election"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/export/<slug:form>/", calendar.export, name="calendar_export"),
    path("calendar/move/", calendar.move, name="move"),
]
