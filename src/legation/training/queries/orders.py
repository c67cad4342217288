"""Standing orders: the seminars whose invitees are reminded, with the person and role that invited."""

from legation.training.models import Seminar


def standing() -> list[tuple[str, str, str, str]]:
    """Election, code, person and role of each seminar whose invitations are out."""
    rows = Seminar.objects.filter(state="invited").order_by("pk")
    return list(rows.values_list("election", "code", "invited_by", "invited_as"))
