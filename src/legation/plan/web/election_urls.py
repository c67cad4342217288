"""Addresses of elections before they have a code."""

from django.urls import path

from legation.plan.web import opening

app_name = "elections"
urlpatterns = [path("open/", opening.open_election, name="open")]
