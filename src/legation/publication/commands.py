"""Verbs of publication: freeze, earlier elections. `legation publish` stands with the pages it writes."""

from argparse import ArgumentParser, Namespace

from legation.accounts.queries import actor_by_code
from legation.base import clock
from legation.base.verbs import DONE, Verb
from legation.publication import actions
from legation.publication.actions import Result
from legation.readers import commands


def freeze(chosen: Namespace) -> int:
    """Freeze what is public of an election now."""
    done = freeze_as(chosen.election, chosen.by, chosen.role, follow=not chosen.once)
    print(
        f"freezing {done.number}: {done.documents} documents, {done.changed} new or changed, manifest {done.manifest}"
    )
    return DONE


def freeze_as(election: str, person: str, role: str, *, follow: bool = True) -> Result:
    """Freeze in the name of a person, by code."""
    at = clock.now()
    return actions.freeze(election=election, by=actor_by_code(person, at, role), at=at, follow=follow)


def acting(parser: ArgumentParser, *, required: bool = True) -> None:
    """Who acts, as every verb that acts asks."""
    parser.add_argument("--by", required=required, default="", metavar="PERSON", help="code of the person who acts")
    parser.add_argument("--role", default="", help="role in which they act (default: their first)")


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("election", help="code of the election")
    acting(parser)
    parser.add_argument("--once", action="store_true", help="do not follow later changes")


def bring_history(chosen: Namespace) -> int:
    """Bring in what sources say of earlier elections; what was kept before is replaced."""
    at = clock.now()
    what = actions.importable(chosen.election, by=actor_by_code(chosen.by, at, chosen.role), at=at)
    return commands.bring(chosen.file, what, dry_run=chosen.dry_run)


def history_template(chosen: Namespace) -> int:
    """The template to fill in, CSV or XLSX."""
    return commands.write_template(chosen.output, actions.HISTORY, chosen.language, csv=chosen.csv, xlsx=chosen.xlsx)


def _bring_history(parser: ArgumentParser) -> None:
    commands.import_arguments(parser)
    parser.add_argument("--election", required=True, help="code of the election beside which they are told")


VERBS = [
    Verb(("import", "history"), "keep what sources say of earlier elections", _bring_history, bring_history),
    Verb(("template", "history"), "template of earlier elections", commands.template_arguments, history_template),
    Verb(("freeze",), "freeze what is public of an election", _arguments, freeze),
]
