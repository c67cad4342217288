"""The handbook as Markdown files, a page a role and language: for paper, and for people without an account."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from django.utils.translation import gettext, override

from legation.accounts.permissions.roles import ROLES
from legation.desks import handbook
from legation.desks.handbook import Chapter, Section


def files(pictures: str) -> Iterator[tuple[Path, str]]:
    """Path and text of every file. `pictures`: where a file of a language finds them, as an address."""
    for language in handbook.languages():
        with override(language):
            yield Path(language, "README.md"), _contents()
            for role in ROLES:
                yield Path(language, f"{role}.md"), _page(handbook.chapter(role, language), language, pictures)


def _contents() -> str:
    lines = [f"- [{role.title}]({role.key}.md): {role.description}" for role in ROLES.values()]
    return _joined([f"# {gettext('Handbook')}", "\n".join(lines)])


def _page(chapter: Chapter, language: str, pictures: str) -> str:
    parts = [f"# {chapter.role.title}", str(chapter.role.description), chapter.text]
    for section in chapter.sections:
        parts += _section(section, language, pictures)
    parts += [f"## {gettext('When something is refused')}", _remedies(chapter)]
    return _joined(parts)


def _section(section: Section, language: str, pictures: str) -> list[str]:
    key, codes = section.task.key, section.task.refusals
    parts = [f'<a id="{key}"></a>', f"## {section.title}", section.text]
    if section.task.picture:
        parts.append(f"![{section.title}]({pictures}/{language}/{key}.png)")
    if codes:
        parts.append(f"{gettext('If it is refused:')} {' '.join(f'[{code}](#{code})' for code in codes)}")
    return parts


def _remedies(chapter: Chapter) -> str:
    return "\n".join(f'- <a id="{one.code}"></a>**{one.code}** {one.sentence}' for one in chapter.remedies)


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(parts) + "\n"
