"""Another way to judge a relation, for comparison: Python's own grammar reads it and fractions reckon it."""

import ast
import operator
import re
from fractions import Fraction

from legation_core.lawbook.model import Form
from legation_core.protocol.values import Protocol

SIGNS = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.LtE: operator.le,
    ast.GtE: operator.ge,
    ast.Lt: operator.lt,
    ast.Gt: operator.gt,
}
REFERENCE = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul}


def holds(form: Form, text: str, protocol: Protocol) -> bool:
    """Whether the relation holds or does not apply. Every value that it needs must be there."""
    condition, _, claim = text.removeprefix("if ").rpartition(":")
    parts = condition.split(" and ") if condition else []
    return not all(_truth(form, part, protocol) for part in parts) or _truth(form, claim, protocol)


def _truth(form: Form, text: str, protocol: Protocol) -> bool:
    text = re.sub(r"(\d+)% of ", r"share(\1, 100) * ", text)
    text = re.sub(r"(\d+)/(\d+) of ", r"share(\1, \2) * ", text)
    return bool(_value(form, ast.parse(text.strip(), mode="eval").body, protocol))


def _value(form: Form, node: ast.expr, protocol: Protocol) -> Fraction:
    match node:
        case ast.Compare(left=left, ops=[sign], comparators=[right]):
            return Fraction(SIGNS[type(sign)](_value(form, left, protocol), _value(form, right, protocol)))
        case ast.BinOp(left=left, op=sign, right=right):
            return REFERENCE[type(sign)](_value(form, left, protocol), _value(form, right, protocol))
        case ast.Constant(value=int(value)):
            return Fraction(value)
        case ast.Name(id=name):
            return Fraction(protocol.values[name])
        case ast.Call(func=ast.Name(id="abs"), args=[inner]):
            return abs(_value(form, inner, protocol))
        case ast.Call(func=ast.Name(id="share"), args=[ast.Constant(value=above), ast.Constant(value=below)]):
            return Fraction(above, below)
        case ast.Call(func=ast.Name(id="sum"), args=[ast.Name(id=group), *channel]):
            wanted = {one.id for one in channel}
            return Fraction(_sum(form, group, wanted, protocol))
    raise AssertionError(ast.dump(node))


def _sum(form: Form, group: str, channels: set[str], protocol: Protocol) -> int:
    total = 0
    for line in (*form.lines, *form.figures):
        if line.group == group and (not channels or line.channel in channels):
            total += protocol.values.get(line.key, 0) + sum(protocol.votes.get(line.key, {}).values())
    return total
