"""Addresses of complaints under an election."""

from django.urls import path

from legation.coordination.web.complaints import acts, complaint, listing

app_name = "complaints"
urlpatterns = [
    path("", listing.register, name="complaints"),
    path("export/<slug:form>/", listing.export, name="export"),
    path("new/", acts.new, name="new"),
    path("<int:complaint>/", complaint.complaint, name="complaint"),
    path("<int:complaint>/decision/<int:stage>/", complaint.decision, name="decision"),
    path("<int:complaint>/<slug:step>/", acts.step, name="step"),
]
