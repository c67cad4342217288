"""Addresses of the plan under an election."""

from django.urls import path

from legation.plan.web import moving

app_name = "plan"
urlpatterns = [path("calendar/move/confirm/", moving.move, name="move")]
