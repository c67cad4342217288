"""What the lines and relations of a protocol form say of one another."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from legation_core.lawbook import relations
from legation_core.lawbook.cells import Cells
from legation_core.lawbook.relations import Closing, Figure, GroupSum, Present, Previous, Relation, Term
from legation_core.lawbook.rows import Row
from legation_core.problems import Refused
from legation_core.values import ASSUMED


@dataclass(frozen=True, slots=True)
class _Form:
    """The rows of one form and the names its relations may use."""

    lines: Sequence[Row]
    """Lines and figures."""
    relations: Sequence[Row]
    kinds: Mapping[str, str]
    """The kind of each line."""
    groups: Mapping[str, str]
    """The group of each line that is in one."""
    group_names: frozenset[str]
    channels: frozenset[str]


def _form_of(parts: Sequence[Row]) -> _Form:
    lines = [row for row in parts if row.table != "forms.relations"]
    kinds = {row.word("key"): row.word("kind") or "count" for row in lines if row.word("key")}
    groups = {row.word("key"): row.word("group") for row in lines if row.word("group")}
    relations = [row for row in parts if row.table == "forms.relations"]
    channels = frozenset(row.word("channel") for row in lines if row.word("channel"))
    return _Form(lines, relations, kinds, groups, frozenset(groups.values()), channels)


def check_forms(rows: Sequence[Row], cells: Cells) -> None:
    """Every problem inside a form goes to `cells`."""
    parts: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        if row.table.startswith("forms."):
            parts[row.parent].append(row)
    for form in (row for row in rows if row.table == "forms"):
        _check_form(form, _form_of(parts[form.index]), cells)


def _check_form(form: Row, parts: _Form, cells: Cells) -> None:
    if not any(row.table == "forms.lines" for row in parts.lines):
        cells.problem("L080", form.path, form=form.word("key"))
    _check_twice(parts.lines, "key", cells)
    _check_twice(parts.relations, "code", cells)
    for row in parts.lines:
        _check_line(row, parts, cells)
    codes = list(dict.fromkeys(row.word("code") for row in parts.relations))
    for row in parts.relations:
        _check_silences(row, codes, cells)
        if row.word("severity") == "blocks" and row.word("source") == ASSUMED:
            cells.problem("L081", (*row.path, "severity"), code=row.word("code"))
        if row.word("holds"):
            _check_names(row, parts, cells)


def _check_twice(rows: Sequence[Row], key: str, cells: Cells) -> None:
    seen: dict[str, Row] = {}
    for row in rows:
        word = row.word(key)
        if word in seen:
            cells.problem("L084", (*row.path, key), word=word, line=cells.line((*seen[word].path, key)))
        elif word:
            seen[word] = row


def _check_line(row: Row, parts: _Form, cells: Cells) -> None:
    word = row.word("key")
    if word in relations.RESERVED or word in parts.group_names | parts.channels:
        cells.problem("L078", (*row.path, "key"), word=word)
    if row.word("kind") == "each_candidate" and not row.word("group"):
        cells.problem("L079", (*row.path, "kind"), line=word)


def _check_silences(row: Row, codes: Sequence[str], cells: Cells) -> None:
    for code in row.words("silences"):
        if code == row.word("code"):
            cells.problem("L076", (*row.path, "silences"), code=code)
        elif code not in codes:
            cells.unknown_word(("L074", "L075"), (*row.path, "silences"), code, codes)


def _check_names(row: Row, parts: _Form, cells: Cells) -> None:
    try:
        relation = relations.parse(row.word("holds"))
    except Refused:
        return  # reported with its column when the cell was read
    path, kinds, groups = (*row.path, "holds"), parts.kinds, parts.groups
    for term in relations.terms_of(relation):
        match term:
            case Figure(name=name) | Previous(name=name) if name not in kinds:
                cells.unknown_word(("L071", "L072"), path, name, kinds)
            case Figure(name=name) | Previous(name=name) if kinds[name] == "each_candidate":
                cells.problem("L077", path, line=name, group=groups.get(name, "..."))
            case GroupSum(group=group) if group not in parts.group_names:
                cells.unknown_word(("L073", "L082"), path, group, parts.group_names)
            case GroupSum(channel=channel) if channel and channel not in parts.channels:
                cells.unknown_word(("L087", "L088"), path, channel, parts.channels)
            case Present(name=name) if name not in kinds and name not in parts.channels:
                cells.unknown_word(("L071", "L072"), path, name, [*kinds, *sorted(parts.channels)])
            case _:
                continue
    for instant in _misplaced_instants(relation, kinds):
        cells.problem("L083", path, name=instant)


def _misplaced_instants(relation: Relation, kinds: Mapping[str, str]) -> Iterator[str]:
    """Instants that stand anywhere but alone on one side of a comparison, with an instant on the other."""
    for comparison in (*relation.conditions, relation.claim):
        sides = [_instants(side, kinds) for side in (comparison.left, comparison.right)]
        alone = [_is_instant(side, kinds) for side in (comparison.left, comparison.right)]
        if alone != [True, True]:
            yield from (name for side in sides for name in side)


def _instants(side: Term, kinds: Mapping[str, str]) -> list[str]:
    return [_name(term) for term in relations.within(side) if _is_instant(term, kinds)]


def _is_instant(term: Term, kinds: Mapping[str, str]) -> bool:
    match term:
        case Closing():
            return True
        case Figure(name=name) | Previous(name=name):
            return kinds.get(name) == "instant"
        case _:
            return False


def _name(term: Term) -> str:
    return term.name if isinstance(term, Figure | Previous) else "closing(station)"
