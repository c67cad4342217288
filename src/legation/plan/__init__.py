"""Jurisdictions, their lawbooks, elections, districts, and the calendar plan."""
