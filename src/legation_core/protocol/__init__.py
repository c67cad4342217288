"""Protocols of stations: what stands on them, whether it holds together, and how they come to be final."""
