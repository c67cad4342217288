"""Pages that gather what a role needs to see."""
