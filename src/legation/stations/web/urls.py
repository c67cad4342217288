"""Addresses of this capability under an election."""

app_name = "stations"
urlpatterns: list[object] = []
