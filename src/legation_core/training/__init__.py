"""Seminars: who is asked, when all can attend, who was there, what was understood."""
