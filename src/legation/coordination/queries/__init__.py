"""Reads of the daily work, a module a subject."""
