"""Addresses of this capability : lawbooks."""

app_name = "lawbooks"
urlpatterns: list[object] = []
