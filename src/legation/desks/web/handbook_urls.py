"""Addresses of the handbook: it belongs to roles, not to one election."""

from django.urls import path

from legation.desks.web import handbook

app_name = "handbook"
urlpatterns = [
    path("", handbook.own, name="own"),
    path("<slug:role>/", handbook.role, name="role"),
]
