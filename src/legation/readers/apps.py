"""Registers the app. It has no tables."""

from django.apps import AppConfig


class ReadersConfig(AppConfig):
    name = "legation.readers"
    label = "readers"
