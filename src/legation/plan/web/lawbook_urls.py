"""Addresses of lawbooks: they belong to a jurisdiction, not to one election."""

from django.urls import path

from legation.plan.web import lawbooks

app_name = "lawbooks"
urlpatterns = [
    path("", lawbooks.lawbooks, name="lawbooks"),
    path("propose/", lawbooks.propose, name="propose"),
    path("<slug:digest>/", lawbooks.lawbook, name="lawbook"),
    path("<slug:digest>/compare/", lawbooks.compare, name="compare"),
    path("<slug:digest>/source/", lawbooks.source, name="source"),
    path("<slug:digest>/adopt/", lawbooks.adopt, name="adopt"),
]
