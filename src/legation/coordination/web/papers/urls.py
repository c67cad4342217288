"""Addresses of papers under an election."""

from django.urls import path

from legation.coordination.web.papers import acts, listing, paper

app_name = "papers"
urlpatterns = [
    path("", listing.papers, name="papers"),
    path("export/<slug:form>/", listing.export, name="export"),
    path("new/", acts.new, name="new"),
    path("draw/<slug:template>/", acts.draw, name="draw"),
    path("<slug:paper>/", paper.paper, name="paper"),
    path("<slug:paper>/document/<slug:form>/", paper.document, name="document"),
    path("<slug:paper>/attached/<slug:sha256>/", paper.attached, name="attached"),
    path("<slug:paper>/<slug:step>/", acts.step, name="step"),
]
