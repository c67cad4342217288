"""Addresses of desks under an election."""

from django.urls import path

from legation.desks.web import election

app_name = "desks"
urlpatterns = [path("", election.election, name="election")]
