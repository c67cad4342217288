"""Relations of a protocol form, checked. The forms themselves stand in the lawbooks."""

from collections.abc import Mapping

from legation_core.lawbook import relations
from legation_core.lawbook.model import Form, FormRelation
from legation_core.protocol.compiling import Compiled, compiled
from legation_core.protocol.values import Finding, Protocol
from legation_core.values import Text

NEXT_STEPS: Mapping[str, tuple[str, str]] = {
    "blocks": (
        "Compare the marked lines with the paper and mend what was typed; the entry cannot be closed before.",
        "Send the entry back, or ask the station for a new version of its protocol.",
    ),
    "explain": (
        "Compare the marked lines with the paper. If the paper says so, write what the commission says of it.",
        "Read the explanation; accept it with its reason, or ask the station for a new version.",
    ),
    "information": ("Go on.", "Nothing needs to be done."),
}
"""What who types and who supervises do next, where the lawbook does not say it for the relation."""


class Checks:
    """The relations of one form, made ready once for any number of protocols."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self._relations = [(one, compiled(form, relations.parse(one.holds))) for one in form.relations]

    def findings(self, protocol: Protocol) -> list[Finding]:
        """Every relation that `protocol` breaks, in the order of the form; silenced ones left out."""
        broken = [
            (one, function, sides)
            for one, function in self._relations
            if (sides := function.broken(protocol)) is not None
        ]
        silenced = {code for one, _, _ in broken for code in one.silences}
        return [_finding(one, function, sides) for one, function, sides in broken if one.code not in silenced]

    def unchecked(self, protocol: Protocol) -> list[str]:
        """Codes of the relations about which nothing can be said, because a value they need is not there."""
        return [one.code for one, function in self._relations if function.lacking(protocol)]


def findings(form: Form, protocol: Protocol) -> list[Finding]:
    """`Checks.findings` for a single protocol."""
    return Checks(form).findings(protocol)


def _finding(relation: FormRelation, function: Compiled, sides: tuple[int, int]) -> Finding:
    typist, supervisor = NEXT_STEPS[relation.severity]
    return Finding(
        code=relation.code,
        severity=relation.severity,
        source=relation.source,
        lines=function.lines,
        left=sides[0],
        right=sides[1],
        typist=relation.typist,
        typist_next=relation.typist_next or Text({"en": typist}),
        supervisor=relation.supervisor,
        supervisor_next=relation.supervisor_next or Text({"en": supervisor}),
    )
