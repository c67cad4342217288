"""Addresses of publication under an election."""

from django.urls import path

from legation.publication.web import history

app_name = "publication"
urlpatterns = [
    path("history/", history.kept, name="history"),
    path("history/import/", history.bring, name="bring"),
    path("history/import/template/<slug:form>/", history.template, name="template"),
]
