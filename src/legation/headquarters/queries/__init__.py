"""Reads of headquarters, a module a subject."""
