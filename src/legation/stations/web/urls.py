"""Addresses of stations under an election."""

from django.urls import path

from legation.stations.web import (
    acts,
    catchments,
    creating,
    day,
    establishing,
    importing,
    listing,
    overruling,
    several,
    station,
)

app_name = "stations"
urlpatterns = [
    path("stations/", listing.stations, name="stations"),
    path("stations/export/<slug:form>/", listing.export, name="export"),
    path("stations/import/", importing.bring, name="import"),
    path("stations/import/template/<slug:form>/", importing.template, name="template"),
    path("stations/establishment/", establishing.establishment, name="establishment"),
    path("stations/establishment/export/<slug:form>/", establishing.export, name="establishment_export"),
    path("stations/create/", creating.create, name="create"),
    path("stations/overrule/", overruling.overrule, name="overrule"),
    path("stations/attach/", several.attach_many, name="attach_many"),
    path("stations/submit/", several.submit_many, name="submit_many"),
    path("stations/<slug:station>/", station.station, name="station"),
    path("stations/<slug:station>/submit/", acts.submit, name="submit"),
    path("stations/<slug:station>/attach/", acts.attach, name="attach"),
    path("stations/<slug:station>/number/", acts.number, name="number"),
    path("stations/<slug:station>/change/<slug:field>/", acts.change, name="change"),
    path("stations/<slug:station>/close/", acts.close, name="close"),
    path("day/", day.day, name="day"),
    path("day/json/", day.day_json, name="day_json"),
    path("countries/", catchments.catchments, name="catchments"),
    path("countries/export/<slug:form>/", catchments.export, name="catchments_export"),
    path("countries/<slug:country>/", catchments.change, name="catchment"),
]
