"""Inquiries of missions in January 2024. That many were answered is published; each of these is invented."""

from collections.abc import Callable, Iterator
from datetime import datetime

from django.utils.translation import gettext_noop as _

from legation.coordination.actions import inquiries, knowledge
from legation.coordination.convert.knowledge import Said
from legation.coordination.models import Inquiry, Knowledge
from legation.rehearsal.script.scenes import Scene, Step, actor, on_clock

ELECTION = "az2024"
MARK = "DEMONSTRATION: this question is invented."
ANSWERED = "DEMONSTRATION: this answer is invented and no legal advice."
SUBJECT = "A voter whose passport is being renewed"
QUESTION = (
    "A citizen has handed in the passport at this mission to have it renewed and holds the identity card alone. "
    "May this voter be given a ballot with the identity card?"
)
ANSWER = (
    "Yes. The station commission accepts the valid identity card of a voter who stands on its list; the receipt for "
    "the passport is not asked for."
)

TEXTS = {
    "en": ("Can one vote with an identity card while the passport is being renewed?", ANSWER, ANSWERED),
    "az": (
        "Pasport dəyişdirilərkən şəxsiyyət vəsiqəsi ilə səs vermək olarmı?",
        (
            "Bəli. Məntəqə komissiyası siyahıda olan seçicinin etibarlı şəxsiyyət vəsiqəsini qəbul edir; pasportun "
            "qəbzi tələb olunmur."
        ),
        "NÜMAYİŞ: bu cavab uydurulub və hüquqi məsləhət deyil.",
    ),
}
"""By language: question, answer, and the mark that both are invented."""


def inquiries_of_2024() -> Iterator[Scene]:
    """The scenes of the inquiries, in no order."""
    yield Scene(
        "az-inquiry-beijing",
        on_clock("Asia/Shanghai", 2024, 1, 18, 11),
        _("The mission in Beijing asks an inquiry (invented)"),
        ("head-beijing",),
        steps=_one(lambda at: _ask("head-beijing", "documents", "urgent", SUBJECT, QUESTION, at)),
    )
    yield Scene(
        "az-inquiry-drafted",
        on_clock("Asia/Baku", 2024, 1, 18, 12),
        _("The commission drafts the answer and asks the ministry for its approval (invented)"),
        ("eli",),
        steps=_one(_drafted),
    )
    yield Scene(
        "az-inquiry-approved",
        on_clock("Asia/Baku", 2024, 1, 18, 15),
        _("The ministry approves the answer to Beijing (invented)"),
        ("ben",),
        steps=_one(lambda at: inquiries.approve(election=ELECTION, code=_code(SUBJECT), by=actor("ben", at), at=at)),
    )
    yield Scene(
        "az-answer-proposed",
        on_clock("Asia/Baku", 2024, 1, 19, 10),
        _("The commission proposes to publish the answer to Beijing to the missions (invented)"),
        ("eli",),
        steps=_one(_published),
    )
    yield Scene(
        "az-answer-published",
        on_clock("Asia/Baku", 2024, 1, 19, 11),
        _("The ministry confirms it: every mission finds the answer (invented)"),
        ("ben",),
        steps=_one(_confirmed),
    )
    yield Scene(
        "az-inquiry-london",
        on_clock("Europe/London", 2024, 1, 17, 10),
        _("The mission in London asks when the ballots leave (invented)"),
        ("head-london",),
        steps=_one(
            lambda at: _ask(
                "head-london", "materials", "ordinary", "When the ballots leave",
                "On which day does the diplomatic bag with the ballots leave, and who receives it here?", at,
            )
        ),
    )  # fmt: skip
    yield Scene(
        "az-inquiry-tabriz",
        on_clock("Asia/Tehran", 2024, 1, 22, 15),
        _("The mission in Tabriz asks about mobile voting (invented)"),
        ("cora",),
        steps=_one(
            lambda at: _ask(
                "cora", "voting", "ordinary", "Mobile voting in a hospital",
                "Two voters lie in a hospital of the city. By when do they ask for the mobile box, and how many "
                "members go with it?", at,
            )
        ),
    )  # fmt: skip


def _one(do: Callable[[datetime], object]) -> tuple[Step, ...]:
    return (Step(ELECTION, do),)


def _ask(person: str, category: str, urgency: str, subject: str, text: str, at: datetime) -> None:
    inquiries.ask(
        election=ELECTION, category=category, urgency=urgency, language="en", subject=subject,
        text=f"{text}\n\n{MARK}", by=actor(person, at), at=at,
    )  # fmt: skip


def _code(subject: str) -> str:
    return str(Inquiry.objects.get(election=ELECTION, subject=subject, asker="mission", number__lte=5).code)


def _published(at: datetime) -> None:
    texts = {language: Said(question, f"{answer}\n\n{mark}") for language, (question, answer, mark) in TEXTS.items()}
    knowledge.publish(
        election=ELECTION, category="documents", audience="missions", texts=texts, inquiry=_code(SUBJECT),
        by=actor("eli", at), at=at,
    )  # fmt: skip


def _confirmed(at: datetime) -> None:
    code = Knowledge.objects.get(election=ELECTION, inquiry__code=_code(SUBJECT)).code
    knowledge.confirm(election=ELECTION, code=code, by=actor("ben", at), at=at)


def _drafted(at: datetime) -> None:
    eli, code = actor("eli", at), _code(SUBJECT)
    inquiries.draft(election=ELECTION, code=code, text=f"{ANSWER}\n\n{ANSWERED}", by=eli, at=at)
    inquiries.submit(election=ELECTION, code=code, by=eli, at=at)
