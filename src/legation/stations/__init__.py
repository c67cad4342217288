"""Stations abroad: created, attached to a district, numbered, changed, closed; their hours and catchments."""
