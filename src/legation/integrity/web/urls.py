"""Addresses of the log."""

from django.urls import path

from legation.integrity.web import log

app_name = "integrity"
urlpatterns = [
    path("", log.records, name="log"),
    path("verify/", log.verifying, name="verifying"),
    path("checkpoint/", log.checkpoint, name="checkpoint"),
    path("<int:index>/", log.record, name="record"),
    path("<int:index>/octets/", log.octets, name="octets"),
    path("<int:index>/receipt/", log.receipt, name="receipt"),
]
