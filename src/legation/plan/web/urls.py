"""Addresses of this capability under an election."""

app_name = "plan"
urlpatterns: list[object] = []
