"""Addresses of published answers under an election."""

from django.urls import path

from legation.coordination.web.knowledge import acts, listing

app_name = "knowledge"
urlpatterns = [
    path("", listing.answers, name="answers"),
    path("like/", listing.like, name="like"),
    path("export/<slug:form>/", listing.export, name="export"),
    path("publish/", acts.publish, name="publish"),
    path("<slug:knowledge>/", listing.answer, name="answer"),
    path("<slug:knowledge>/<slug:step>/", acts.step, name="step"),
]
