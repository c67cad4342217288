"""Registers the app."""

from django.apps import AppConfig


class DesksConfig(AppConfig):
    name = "legation.desks"
    label = "desks"
