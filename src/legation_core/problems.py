"""What can be wrong, as values: a code, a place and facts. The sentence for a code stands in `words`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

Fact = str | int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with what was given. `where` is a row, line, cell, field or record, in words."""

    code: str
    where: str = ""
    facts: Mapping[str, Fact] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "facts", MappingProxyType(dict(self.facts)))

    def __hash__(self) -> int:
        return hash((self.code, self.where, tuple(sorted(self.facts.items(), key=str))))


class Refused(Exception):
    """The act is not allowed now. Carries the same parts as a problem, and more problems where there are several."""

    def __init__(
        self,
        code: str,
        where: str = "",
        facts: Mapping[str, Fact] | None = None,
        problems: Sequence[Problem] = (),
    ) -> None:
        self.problem = Problem(code, where, facts or {})
        self.problems: tuple[Problem, ...] = tuple(problems) or (self.problem,)
        super().__init__(code, where, dict(facts or {}))

    @property
    def code(self) -> str:
        return self.problem.code

    def diagnostics(self) -> str:
        """The English sentences, one a line, for the command line and the journal."""
        from legation_core.words import sentence

        own = [] if self.problems == (self.problem,) else [sentence(self.problem)]
        return "\n".join([*own, *(sentence(problem) for problem in self.problems)])
