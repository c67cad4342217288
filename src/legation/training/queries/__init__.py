"""Reads of seminars, a module a subject."""
