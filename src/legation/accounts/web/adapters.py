"""What django-allauth asks us: names that stand in authenticators, and whom an institution's sign-in lets in."""

from typing import Any

from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest


class Names(DefaultMFAAdapter):
    """A device learns the code of the person, never their name: the code is no secret and says nothing of them."""

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {"id": context.request.get_host().partition(":")[0], "name": "Legation"}

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        return super().get_public_key_credential_user_entity(user) | {"name": user.code, "display_name": user.code}


class Institutions(DefaultSocialAccountAdapter):
    """Nobody gets an account by signing in elsewhere: issuer and subject must have been recorded before."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def get_provider(self, request: HttpRequest, provider: str, client_id: str | None = None) -> Any:
        from legation.accounts.web.institutions import Adapter

        found = super().get_provider(request, provider, client_id=client_id)
        found.oauth2_adapter_class = Adapter
        return found

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        from legation.accounts.web.institutions import entered

        raise ImmediateHttpResponse(entered(request, sociallogin))

    def on_authentication_error(self, request: HttpRequest, provider: Any, **told: Any) -> None:
        from legation.accounts.web.institutions import unknown

        raise ImmediateHttpResponse(unknown(request))
