"""Addresses of accounts."""

from django.urls import path

from legation.accounts.web import open as open_pages
from legation.accounts.web import roles

app_name = "accounts"
urlpatterns = [
    path("sign-in/", open_pages.sign_in, name="sign_in"),
    path("sign-out/", open_pages.sign_out, name="sign_out"),
    path("roles/", roles.choose, name="roles"),
]
