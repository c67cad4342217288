"""Addresses of missions under an election."""

from django.urls import path

from legation.missions.web import exporting, importing, mission

app_name = "missions"
urlpatterns = [
    path("export/<slug:form>/", exporting.export, name="export"),
    path("import/", importing.choose, name="import"),
    path("import/<slug:what>/", importing.bring, name="bring"),
    path("import/<slug:what>/template/<slug:form>/", importing.template, name="template"),
    path("<slug:mission>/voters/", mission.report, name="report"),
    path("<slug:mission>/change/", mission.change, name="change"),
    path("<slug:mission>/building/", mission.building, name="building"),
    path("<slug:mission>/holidays/", mission.holidays, name="holidays"),
    path("<slug:mission>/deputies/", mission.deputies, name="deputies"),
    path("<slug:mission>/representative/", mission.representative, name="representative"),
]
