"""Addresses of what waits for somebody."""

from django.urls import path

from legation.coordination.web.inbox import pages

app_name = "inbox"
urlpatterns = [path("", pages.inbox, name="inbox"), path("mail/", pages.mail, name="mail")]
