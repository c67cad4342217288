"""Compiled relations say what an evaluator says that shares nothing with them but the text."""

from hypothesis import given
from hypothesis import strategies as st

from legation_core.lawbook.relations import parse
from legation_core.protocol.compiling import compiled
from legation_core.protocol.values import Protocol
from tests.core.protocol import books
from tests.core.protocol.evaluator import holds

FORM = books.REFERENDUM_FORM
NAMES = tuple(line.key for line in (*FORM.lines, *FORM.figures))
counts = st.integers(0, 60)
leaves = st.one_of(
    st.sampled_from(NAMES),
    st.integers(0, 40).map(str),
    st.sampled_from(["sum(first)", "sum(second)", "sum(third, machine)", "sum(third, paper)", "sum(third)"]),
)


def _larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.tuples(inner, st.sampled_from("+-"), inner).map(lambda one: f"({one[0]} {one[1]} {one[2]})"),
        inner.map(lambda one: f"abs({one})"),
        st.tuples(st.integers(0, 120), inner).map(lambda one: f"({one[0]}% of ({one[1]}))"),
        st.tuples(st.integers(0, 9), st.integers(1, 9), inner).map(lambda one: f"({one[0]}/{one[1]} of ({one[2]}))"),
        st.tuples(st.integers(0, 9), inner).map(lambda one: f"({one[0]} * ({one[1]}))"),
    )


terms = st.recursive(leaves, _larger, max_leaves=5)
comparisons = st.tuples(terms, st.sampled_from(["==", "!=", "<=", ">=", "<", ">"]), terms).map(" ".join)
conditions = st.lists(st.one_of(comparisons, st.sampled_from(NAMES)), max_size=2)


@given(st.fixed_dictionaries(dict.fromkeys(NAMES, counts)), conditions, comparisons)
def test_compiled_relations_agree_with_another_evaluator(values: dict[str, int], asked: list[str], claim: str) -> None:
    text = f"if {' and '.join(asked)}: {claim}" if asked else claim
    if len(text) > 400:
        return
    protocol = Protocol(values)
    assert (compiled(FORM, parse(text)).broken(protocol) is None) == holds(FORM, text, protocol)


@given(st.fixed_dictionaries(dict.fromkeys(("voted", "valid", "invalid", "received", "unused", "listed"), counts)),
       st.fixed_dictionaries(dict.fromkeys(("voted_listed", "voted_added", "voted_mobile"), counts)),
       st.dictionaries(st.sampled_from("abcd"), counts, min_size=1))  # fmt: skip
def test_the_relations_of_a_whole_form_agree(
    values: dict[str, int], voters: dict[str, int], votes: dict[str, int]
) -> None:
    protocol = Protocol({**values, **voters}, {"candidate_votes": votes})
    for one in books.RO.relations:
        broken = compiled(books.RO, parse(one.holds)).broken(protocol)
        assert (broken is None) == holds(books.RO, one.holds, protocol)
