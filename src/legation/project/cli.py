"""The `legation` command: one entry point for people at a terminal.

Exit codes: 0 done, 1 refused or problems found, 2 the words of the call are off, 3 something cannot be read.
"""

import importlib
import os
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from typing import Any

from legation.base.verbs import DONE, REFUSED, UNREADABLE, USAGE, Verb
from legation_core.problems import Refused

CAPABILITIES = (
    "project",
    "integrity",
    "accounts",
    "plan",
    "missions",
    "stations",
    "coordination",
    "count",
    "headquarters",
    "training",
    "publication",
    "public",
    "desks",
)
MODES = ("demo", "production", "test")


def verbs() -> list[Verb]:
    """Every verb, as the capabilities offer them."""
    found: list[Verb] = []
    for name in CAPABILITIES:
        found += importlib.import_module(f"legation.{name}.commands").VERBS
    return found


def parser_of(offered: list[Verb]) -> ArgumentParser:
    """The parser of all verbs, words nested as they are spoken."""
    parser = ArgumentParser(prog="legation", description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    groups: dict[tuple[str, ...], Any] = {(): parser.add_subparsers(metavar="VERB", required=True)}
    for verb in sorted(offered, key=lambda verb: verb.words):
        for depth in range(1, len(verb.words)):
            start = verb.words[:depth]
            if start not in groups:
                group = groups[start[:-1]].add_parser(start[-1], help=f"{start[-1]} ... (see --help)")
                groups[start] = group.add_subparsers(metavar="VERB", required=True)
        one = groups[verb.words[:-1]].add_parser(verb.words[-1], help=verb.help, description=verb.help)
        verb.arguments(one)
        one.set_defaults(verb=verb)
    return parser


def choose_settings() -> None:
    """Settings by LEGATION_MODE, unless Django's own variable names them. The demonstration is the default."""
    mode = os.environ.get("LEGATION_MODE", "demo")
    if mode not in MODES:
        raise SystemExit(f"LEGATION_MODE: {mode!r} is not known; write one of {', '.join(MODES)}")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"legation.project.settings.{mode}")


def _ran(chosen: Namespace) -> int:
    status = int(chosen.verb.run(chosen))
    sys.stdout.flush()
    return status


def main(arguments: list[str] | None = None) -> int:
    """Run one verb; refusals become sentences on standard error."""
    choose_settings()
    import django

    django.setup()
    from legation.base.actors import OutOfScope

    chosen: Namespace = parser_of(verbs()).parse_args(arguments)
    try:
        return _ran(chosen)
    except Refused as refused:
        print(refused.diagnostics(), file=sys.stderr)
        return REFUSED
    except OutOfScope as missing:
        print(f"There is nothing of the name {missing}. See `legation --help` for what can be listed.", file=sys.stderr)
        return USAGE
    except BrokenPipeError:
        # Whoever read has enough. What is still held back must not be written, and missed, when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        print(
            f"{error.filename or 'A file'}: {error.strerror or error}. Check the path and who may read it.",
            file=sys.stderr,
        )
        return UNREADABLE
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
