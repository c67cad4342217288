"""Read-only pages that gather a role's whole picture."""
