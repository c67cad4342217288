"""Addresses of broadcasts under an election."""

from django.urls import path

from legation.coordination.web.broadcasts import pages

app_name = "broadcasts"
urlpatterns = [
    path("", pages.broadcasts, name="broadcasts"),
    path("new/", pages.new, name="new"),
    path("<slug:broadcast>/", pages.broadcast, name="broadcast"),
    path("<slug:broadcast>/telephoned/<int:receipt>/", pages.telephoned, name="telephoned"),
]
