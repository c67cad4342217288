"""Addresses of acts with host countries under an election."""

from django.urls import path

from legation.missions.web import consent, hosts

app_name = "hosts"
urlpatterns = [
    path("rules/", hosts.rules, name="rules"),
    path("rules/enter/", hosts.enter, name="enter"),
    path("rules/export/<slug:form>/", hosts.export, name="rules_export"),
    path("<slug:country>/paper/<slug:sha256>/", consent.paper, name="paper"),
    path("<slug:country>/step/<slug:step>/", consent.step, name="step"),
]
