"""Addresses of desks under an election."""

from django.urls import path

from legation.desks.web import calendar, consent, election, gates, mission_file, missions, moving

app_name = "desks"
urlpatterns = [
    path("", election.election, name="election"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/print/", calendar.printed, name="calendar_print"),
    path("calendar/export/<slug:form>/", calendar.export, name="calendar_export"),
    path("calendar/move/", moving.move, name="move"),
    path("consent/", consent.consents, name="consents"),
    path("consent/export/<slug:form>/", consent.export, name="consents_export"),
    path("consent/<slug:country>/", consent.host, name="consent"),
    path("readiness/", gates.table, name="gates"),
    path("readiness/wall/", gates.wall, name="gates_wall"),
    path("readiness/export/<slug:form>/", gates.export, name="gates_export"),
    path("readiness/<slug:mission>/", gates.one, name="gates_of_mission"),
    path("missions/", missions.missions, name="missions"),
    path("missions/states/<slug:form>/", missions.export, name="missions_export"),
    path("missions/<slug:mission>/", missions.mission, name="mission"),
    path("missions/<slug:mission>/file/", mission_file.whole, name="mission_file"),
    path("missions/<slug:mission>/file/print/", mission_file.printed, name="mission_file_print"),
    path("missions/<slug:mission>/file/bundle/", mission_file.bundle, name="mission_bundle"),
]
