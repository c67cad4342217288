"""A mission's whole file as one signed bundle: for programs, for people, with papers and receipts.

The same file at the same instant gives the same octets: names, order, times and the writing of every part are fixed.
"""

import json
import re
from datetime import datetime
from pathlib import PurePath
from typing import Any

import tzdata
from django.conf import settings
from django.utils.translation import gettext, override

from legation.base import files as kept
from legation.base.actors import Actor
from legation.base.typesetting import typeset
from legation.base.wording import text_of
from legation.base.wording.instants import Clock, told
from legation.coordination.queries.documents import clean
from legation.desks.mission_file import MissionFile, mission_file
from legation.desks.mission_parts import parts, utc
from legation.desks.mission_sections import Cell, Section, sections
from legation.integrity import bundles, receipts
from legation.integrity import queries as log
from legation_core.integrity.verify import LIMITS_OF_PROOF

ENDING = re.compile(r"\.[a-z0-9]{1,5}", re.ASCII)
READ_ME = """The whole file of the mission {mission}, election {election}, as it stood at {at}.

  *.json        every part for programs; instants are UTC
  file.pdf      the same for people, in the language {language}
  files/        papers that were brought, named by their SHA-256
  records/      the records of the log about this mission, octet for octet, and the receipt of each that is signed for
  manifest.json every file with its SHA-256; manifest.sig is the signature over it

Verify it, with Python and no network, where the core of Legation is installed:

  python -m legation_core bundle THIS.zip --key KEY --log-key LOGKEY

KEY is the key of packages and LOGKEY that of the log. Take both from where the institutions published them, not from
whoever gave you this file. They said of themselves when it was made:

  KEY     {key}
  LOGKEY  {log_key}

{limits}
"""


def mission_bundle(actor: Actor, election: str, mission: str, at: datetime, language: str) -> bytes:
    """The signed bundle for this actor, at `at` (UTC). Refused (V903, V904) where the key of packages is not fit."""
    with override(language):
        return bundle_of(mission_file(actor, election, mission, at), language)


def bundle_of(file: MissionFile, language: str) -> bytes:
    """The bundle of a file that was read, in the language that is active."""
    found = {f"{name}.json": _json(part) for name, part in parts(file).items()}
    found |= {"file.pdf": pdf(file, language), "README.txt": _read_me(file, language)}
    for digest in _digests(file):
        octets, name = kept.read(digest)
        ending = PurePath(name.lower()).suffix
        found[f"files/{digest}{ending if ENDING.fullmatch(ending) else ''}"] = octets
    found |= {f"records/{one.index}.json": one.octets for one in file.records}
    proofs = receipts.of_records({one.index: one.octets for one in file.records})
    found |= {f"records/{index}.tlog-proof": text.encode() for index, text in proofs.items()}
    return bundles.signed(found, _facts(file, language))


def _facts(file: MissionFile, language: str) -> dict[str, Any]:
    return {
        "of": "mission",
        "election": file.election.code,
        "subject": file.post.code,
        "jurisdiction": file.election.jurisdiction,
        "as_of": utc(file.at),
        "language": language,
        "log": log.origin(),
        "log_size": file.log_size,
        "zone_table": tzdata.IANA_VERSION,
        "demonstration": bool(settings.DEMONSTRATION),
    }


def _digests(file: MissionFile) -> set[str]:
    """The papers that were brought: with notes to the host, and in papers that this reader may read."""
    return {one.file for one in file.steps if one.file} | {one.content.file for one in file.papers if one.content.file}


def _json(part: Any) -> bytes:
    return (json.dumps(part, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _read_me(file: MissionFile, language: str) -> bytes:
    text = READ_ME.format(
        mission=file.post.code, election=file.election.code, at=utc(file.at), language=language,
        key=bundles.key(), log_key=log.log_key(), limits=LIMITS_OF_PROOF,
    )  # fmt: skip
    return text.encode()


def pdf(file: MissionFile, language: str) -> bytes:
    """The file on paper, set in the face that the package brings; the same file gives the same octets."""
    return typeset("legation.desks", "file", _data(file, language))


def _data(file: MissionFile, language: str) -> dict[str, Any]:
    home = Clock(file.election.home_zone)
    stood = told(file.at, home, language=language)
    return {
        "title": clean(text_of(file.post.names)),
        "beside": clean(f"{text_of(file.election.names)} · {gettext('as of')} {stood}"),
        "mark": gettext("DEMONSTRATION") if settings.DEMONSTRATION else "",
        "foot": gettext("Log of %(size)d records") % {"size": file.log_size},
        "language": language,
        "sections": [_section(one) for one in sections(file)],
    }


def _section(one: Section) -> dict[str, Any]:
    rows = [[_cell(cell) for cell in row] for row in one.rows]
    return {"title": clean(one.title), "heads": list(one.heads), "rows": rows, "none": one.none}


def _cell(cell: Cell) -> dict[str, str]:
    words = {"inferred": gettext("inferred"), "assumed": gettext("assumed"), "invented": gettext("invented")}
    return {"text": clean(cell.text), "basis": words.get(cell.basis, "")}
