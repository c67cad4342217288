"""What a session proves. A session that none of these made proves nothing: it is nobody's."""

from typing import Any, ClassVar

from django.contrib.auth.backends import BaseBackend

from legation.accounts.queries import access


class Proven(BaseBackend):
    """Two factors were shown at sign-in. The session is listed, ends, and can be ended elsewhere."""

    proves: ClassVar[bool] = True
    listed: ClassVar[bool] = True

    def get_user(self, user_id: int) -> Any:
        return access.account(user_id)


class Invited(Proven):
    """An invitation was used: the person may set up what they sign in with, and nothing else."""

    proves = False
