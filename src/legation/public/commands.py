"""Verb of the public site: publish."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from django.conf import settings

from legation.base.verbs import DONE, Verb, progress
from legation.public.bake import LOG, bake
from legation.public.folders import written
from legation.public.remembered import Remembered, place_of
from legation.public.site import Site
from legation.publication import actions, queries
from legation.publication.commands import acting, freeze_as


def publish(chosen: Namespace) -> int:
    """Freeze what is public where somebody orders it, then write the newest frozen state as static files."""
    if chosen.by:
        done = freeze_as(chosen.election, chosen.by, chosen.role)
        progress(f"freezing {done.number}: {done.documents} documents, {done.changed} new or changed")
    site = Site(queries.newest(chosen.election))
    before = Remembered(place_of(chosen.folder, settings.DATA_DIR), site.frozen.documents)
    with written(chosen.folder):
        baked = bake(site, chosen.folder, None if chosen.anew else before)
        log = actions.publish_log(chosen.folder / LOG)
    print(
        f"{baked.files} files in {chosen.folder}, {baked.written} written, {baked.removed} removed; "
        f"{log} files of the log written."
    )
    return DONE


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help="folder of the public site")
    parser.add_argument("--election", required=True, help="code of the election")
    parser.add_argument("--anew", action="store_true", help="render every page, whatever the last publishing made")
    acting(parser, required=False)


VERBS = [Verb(("publish",), "freeze, then write the public site as static files", _arguments, publish)]
