"""Headquarters of both institutions: who belongs to them, who is on duty, what was said, what was handed over."""
