"""Addresses of the demonstration. They stand before the others and take the place of the sign-in page."""

from django.urls import path

from legation.accounts.web import open as accounts
from legation.rehearsal.web import moving, script
from legation.rehearsal.web import open as open_pages

app_name = "rehearsal"
urlpatterns = [
    path("demonstration/sign-in/", accounts.sign_in, name="sign_in"),
    path("sign-in/", open_pages.cast, name="cast"),
    path("demonstration/enter/<str:token>/", open_pages.enter, name="enter"),
    path("demonstration/script/", script.script, name="script"),
    path("demonstration/move/", moving.move, name="move"),
    path("demonstration/move/moment/", moving.by_name, name="by_name"),
    path("demonstration/move/back/", moving.back, name="back"),
    path("demonstration/moving/", moving.moving, name="moving"),
]
