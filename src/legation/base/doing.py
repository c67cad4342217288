"""The act of a form: what can be mended there stands beside its field, every other refusal goes on to its page."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django import forms

from legation.base.wording import worded
from legation_core.problems import Problem, Refused

Do = Callable[[dict[str, Any]], object]
"""Does the act with what was typed."""


def done_beside(fields: Mapping[str, str | Sequence[str]]) -> Callable[[forms.Form, Do], bool]:
    """What does an act and says whether it is done. `fields`: code -> the field, or those of which a form has one."""

    def done(form: forms.Form, do: Do) -> bool:
        try:
            do(form.cleaned_data)
        except Refused as refused:
            named = fields.get(refused.code, ())
            names = (named,) if isinstance(named, str) else named
            field = next((name for name in names if name in form.fields), None)
            if field is None:
                raise
            form.add_error(field, worded(Problem(refused.code, "", refused.problem.facts)))
            return False
        return True

    return done
