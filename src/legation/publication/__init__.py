"""Freezing: what is public of an election, as documents named by their content, with one record in the log."""
