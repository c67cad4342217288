"""Addresses of the demonstration: its own first, then those of the system."""

from django.urls import include, path

from legation.project.urls import handler400, handler403, handler404, handler500
from legation.project.urls import urlpatterns as system

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [path("", include("legation.rehearsal.web.urls")), *system]
