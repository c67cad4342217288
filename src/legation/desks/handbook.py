"""The handbook: a page a role, made of what its powers allow. Texts stand in `handbook_texts`, a file a language."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from legation.accounts.permissions.roles import ROLES, Role
from legation.base.actors import OutOfScope, Permission
from legation.base.wording import pattern_of

TEXTS = Path(__file__).with_name("handbook_texts")
HEAD = re.compile(r"^# (role|task) ([a-z_-]+)(?: \| (.+))?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Task:
    """Something that whoever holds `permission` does."""

    key: str
    permission: Permission
    pages: frozenset[str]
    """Names of the addresses on which "Help" leads here."""
    refusals: tuple[str, ...]
    """Codes of the sentences with which it may be refused."""
    picture: str
    """Address of the page in its picture; empty where it has none."""
    shown_as: str
    """The person of the demonstration to whom that page is shown."""


@dataclass(frozen=True, slots=True)
class Section:
    """A task in a language. `text` is Markdown."""

    task: Task
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Remedy:
    """A code of refusal, its sentence with dots where facts stand, and the titles of the tasks that it may meet."""

    code: str
    sentence: str
    tasks: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """The handbook of a role in a language. `text` is Markdown; its links are keys of tasks."""

    role: Role
    text: str
    sections: tuple[Section, ...]
    remedies: tuple[Remedy, ...]


@cache
def tasks() -> tuple[Task, ...]:
    """Every task, in the order of the handbook."""
    found = tomllib.loads((TEXTS / "tasks.toml").read_text(encoding="utf-8"))["task"]
    return tuple(
        Task(
            key=one["key"],
            permission=Permission(one["permission"]),
            pages=frozenset(one["pages"]),
            refusals=tuple(one["refusals"]),
            picture=one.get("picture", ""),
            shown_as=one.get("as", ""),
        )
        for one in found
    )


@cache
def languages() -> tuple[str, ...]:
    """The languages in which the handbook is written."""
    return tuple(sorted(path.stem for path in TEXTS.glob("*.md")))


@cache
def texts(language: str) -> Mapping[tuple[str, str], tuple[str, str]]:
    """(`role` or `task`, key) -> title and Markdown."""
    whole = (TEXTS / f"{language}.md").read_text(encoding="utf-8")
    heads = list(HEAD.finditer(whole))
    ends = [head.start() for head in heads[1:]] + [len(whole)]
    return {
        (head[1], head[2]): (head[3] or "", whole[head.end() : end].strip())
        for head, end in zip(heads, ends, strict=True)
    }


def written_in(language: str) -> str:
    """`language` where the handbook is written in it, else English."""
    return language if language in languages() else "en"


def chapter(role: str, language: str) -> Chapter:
    """The handbook of `role`; what it holds no power for is left out. Sentences are in the language of the request."""
    if role not in ROLES:
        raise OutOfScope(role)
    holds, said = ROLES[role].permissions, texts(written_in(language))
    sections = tuple(Section(task, *said["task", task.key]) for task in tasks() if task.permission in holds)
    return Chapter(ROLES[role], said["role", role][1], sections, _remedies(sections))


def _remedies(sections: tuple[Section, ...]) -> tuple[Remedy, ...]:
    found: dict[str, list[Section]] = defaultdict(list)
    for section in sections:
        for code in section.task.refusals:
            found[code].append(section)
    return tuple(Remedy(code, pattern_of(code), tuple(where)) for code, where in sorted(found.items()))


def task_of(page: str, permissions: frozenset[Permission]) -> str:
    """Key of the task that helps on the page of this name, for whoever holds `permissions`; empty where none does."""
    return next((one.key for one in tasks() if page in one.pages and one.permission in permissions), "")


def picture_of(task: Task, language: str) -> str:
    """Path of the picture of a task among the static files; empty where it has none."""
    return f"desks/handbook/{written_in(language)}/{task.key}.png" if task.picture else ""
