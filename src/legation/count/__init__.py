"""Protocols of stations as they were brought in, what does not balance in them, and results once they may be read."""
