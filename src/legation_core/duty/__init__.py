"""Duty at headquarters: who is there when, who takes over, whom one may call."""
