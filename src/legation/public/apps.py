"""Registers the app."""

from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "legation.public"
    label = "public"
