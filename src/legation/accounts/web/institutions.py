"""Signing in at one's own institution (OpenID Connect): it never makes an account; mail addresses decide nothing."""

from typing import Any

from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from legation.accounts.actions import proving
from legation.accounts.queries import access
from legation.accounts.web import visits
from legation.base.web import open_page


class Adapter(OpenIDConnectOAuth2Adapter):
    """Comes back to our own address, and checks the signature of the identity token wherever it came from."""

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        return request.build_absolute_uri(reverse("accounts:institution_back", args=[self.provider_id]))

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        self.did_fetch_access_token = False
        return super()._decode_id_token(app, id_token)


@open_page
@require_POST
def leave(request: HttpRequest, institution: str) -> HttpResponse:
    """To the institution's own sign-in page."""
    _known(institution)
    return OAuth2LoginView.adapter_view(Adapter(request, institution))(request)


@open_page
@never_cache
def back(request: HttpRequest, institution: str) -> HttpResponse:
    """Back from there: `Institutions.pre_social_login` decides."""
    _known(institution)
    return OAuth2CallbackView.adapter_view(Adapter(request, institution))(request)


def entered(request: HttpRequest, sociallogin: Any) -> HttpResponse:
    """Whoever comes back: known by issuer and subject, or nobody."""
    data = sociallogin.account.extra_data.get("id_token", {})
    user = access.identity(str(data.get("iss", "")), str(data.get("sub", "")))
    institution = next((one for one in settings.INSTITUTIONS if one.issuer == data.get("iss")), None)
    if user is None or institution is None:
        return unknown(request)
    if institution.second_factor:
        return visits.let_in(request, user, "institution")
    visits.begin_second_step(request, user)
    return redirect("accounts:second")


def unknown(request: HttpRequest) -> HttpResponse:
    """The same answer whatever was wrong."""
    proving.note_failure(name="", address=visits.address_of(request), step="oidc")
    return render(request, "accounts/unknown.html", status=403)


def _known(code: str) -> None:
    if code not in {one.code for one in settings.INSTITUTIONS}:
        raise Http404
