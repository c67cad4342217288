"""Seminars for those who hold the election abroad: planning, inviting, holding, and who was trained."""
