"""Recounting published results from their files alone. Shares no code with what made them."""
