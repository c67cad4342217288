"""Addresses of complaints under an election."""

from django.urls import path

from legation.coordination.web.complaints import acts, complaint, listing
from legation.coordination.web.complaints import open as open_pages

app_name = "complaints"
urlpatterns = [
    path("", listing.register, name="complaints"),
    path("export/<slug:form>/", listing.export, name="export"),
    path("register/", open_pages.register, name="open_register"),
    path("online/", open_pages.online, name="online"),
    path("new/", acts.new, name="new"),
    path("<int:complaint>/", complaint.complaint, name="complaint"),
    path("<int:complaint>/decision/<int:stage>/", complaint.decision, name="decision"),
    path("<int:complaint>/<slug:step>/", acts.step, name="step"),
]
