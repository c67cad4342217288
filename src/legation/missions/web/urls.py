"""Addresses of missions under an election."""

from django.urls import path

from legation.missions.web import importing, listing, mission

app_name = "missions"
urlpatterns = [
    path("", listing.missions, name="missions"),
    path("export/<slug:form>/", listing.export, name="export"),
    path("import/", importing.choose, name="import"),
    path("import/<slug:what>/", importing.bring, name="bring"),
    path("import/<slug:what>/template/<slug:form>/", importing.template, name="template"),
    path("<slug:mission>/", mission.mission, name="mission"),
    path("<slug:mission>/voters/", mission.report, name="report"),
    path("<slug:mission>/change/", mission.change, name="change"),
    path("<slug:mission>/holidays/", mission.holidays, name="holidays"),
    path("<slug:mission>/representative/", mission.representative, name="representative"),
]
