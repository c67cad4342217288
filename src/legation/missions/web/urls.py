"""Addresses of this capability under an election."""

app_name = "missions"
urlpatterns: list[object] = []
