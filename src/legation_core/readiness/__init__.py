"""How ready a mission is for its voting: gates that are passed or not, never a score."""
