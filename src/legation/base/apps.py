"""Registers the app."""

from django.apps import AppConfig


class BaseConfig(AppConfig):
    name = "legation.base"
    label = "base"
