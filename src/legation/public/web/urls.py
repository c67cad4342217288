"""Addresses of the public site under `/<election>/public/`."""

from django.urls import path

from legation.public.web import open as pages

app_name = "public"
urlpatterns = [
    path("", pages.page, name="home"),
    path("<path:path>", pages.page, name="page"),
]
