"""Open data: flat tables of what is frozen, their description, and the standard formats that can say part of it."""
