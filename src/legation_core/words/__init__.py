"""One English sentence per problem code: what, where, why, how to mend. Translations are made of these.

A code is a capital letter for the subject and three digits; it is never reused. Sentences name facts in braces.
"""

from types import MappingProxyType

from legation_core.problems import Problem
from legation_core.words import (
    access,
    acts,
    complaints,
    consent,
    duty,
    inquiries,
    integrity,
    keeping,
    lawbook,
    matters,
    network,
    notices,
    powers,
    protocol,
    readers,
    readiness,
    rehearsal,
    tasks,
    timetable,
    training,
)

_SUBJECTS = (
    access,
    acts,
    complaints,
    consent,
    duty,
    inquiries,
    integrity,
    keeping,
    lawbook,
    matters,
    network,
    notices,
    powers,
    protocol,
    readers,
    readiness,
    rehearsal,
    tasks,
    timetable,
    training,
)

SENTENCES = MappingProxyType({code: text for subject in _SUBJECTS for code, text in subject.SENTENCES.items()})


def sentence(problem: Problem) -> str:
    """`problem` in English, with its place in front where it has one."""
    text = SENTENCES[problem.code].format_map(dict(problem.facts))
    place = f"{problem.where}: " if problem.where else ""
    return f"{problem.code} {place}{text}"
