"""Verbs of the log: show, sign, publish, receipt, recover; keys; witnesses."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from legation.base import clock
from legation.base.actors import Actor, Grant, ScopeRef
from legation.base.verbs import DONE, Verb, formats, print_json, progress
from legation.integrity import checkpoints, keys, publishing, queries, receipts, recovery, rotation, witnesses
from legation_core.values import PersonCode


def _nothing(parser: ArgumentParser) -> None:
    """The verb takes no arguments."""


def sign(chosen: Namespace) -> int:
    """Sign a checkpoint over the leaves that are new."""
    size = checkpoints.sign_if_grown()
    progress("nothing new to sign" if size is None else f"checkpoint over {size} records signed")
    return DONE


def publish(chosen: Namespace) -> int:
    """Write the log as static files; a checkpoint is signed first where the log has grown."""
    checkpoints.sign_if_grown()
    done = publishing.publish(chosen.folder)
    print(f"{done.size} records published in {chosen.folder}, {done.files} files written.")
    print(f"Verify them: python -m legation_core verify {chosen.folder} --key {queries.log_key()}")
    return DONE


def receipt(chosen: Namespace) -> int:
    """Print the receipt of one record under the newest checkpoint, which is signed first where the log grew."""
    checkpoints.sign_if_grown()
    print(receipts.receipt(chosen.record), end="")
    return DONE


def recover(chosen: Namespace) -> int:
    """Bring back leaves that were published after the backup was made."""
    print(f"{recovery.recover(chosen.folder)} records came back into the log.")
    return DONE


def show(chosen: Namespace) -> int:
    """The size of the log, its last checkpoint and the key that verifies it."""
    last = queries.last_checkpoint()
    facts = {
        "records": queries.size(),
        "signed": last.size if last else 0,
        "origin": last.origin if last else "",
        "key": queries.log_key(),
    }
    if chosen.json:
        print_json(facts)
    else:
        print("\n".join(f"{name}: {value}" for name, value in facts.items()))
    return DONE


def create_key(chosen: Namespace) -> int:
    secret = chosen.purpose in keys.SECRET_PURPOSES
    print(keys.create_secret(chosen.purpose) if secret else keys.create(chosen.purpose))
    return DONE


def rotate_key(chosen: Namespace) -> int:
    """Hand the log on to a new key, by a record that the old key signs."""
    at = clock.now()
    grant = Grant("operator", chosen.jurisdiction, "", ScopeRef("jurisdiction", chosen.jurisdiction), at)
    by = Actor(PersonCode("operator"), "operator", frozenset({"operator"}), frozenset(), grant)
    new = rotation.rotate(jurisdiction=chosen.jurisdiction, by=by, at=at)
    print(new)
    progress("This key verifies the log from now on: publish it beside the old one, and copy log.pem first of all.")
    return DONE


def cosign(chosen: Namespace) -> int:
    """Cosign the checkpoint of a published log, as a witness who remembers what it saw before."""
    size = witnesses.cosign(chosen.folder, chosen.log_key, chosen.name, chosen.memory, int(clock.real().timestamp()))
    print(f"{chosen.name} cosigned the checkpoint over {size} records. Its key: {witnesses.vkey(chosen.name)}")
    return DONE


def _folder(parser: ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help="folder of the published log")


def _record(parser: ArgumentParser) -> None:
    parser.add_argument("record", type=int, help="number of the record in the log, from 0")


def _purpose(parser: ArgumentParser) -> None:
    parser.add_argument("purpose", choices=(*keys.PURPOSES, *keys.SECRET_PURPOSES), help="what the key is for")


def _rotated(parser: ArgumentParser) -> None:
    parser.add_argument("purpose", choices=["log"], help="what the key is for")
    parser.add_argument("--jurisdiction", required=True, help="code of the jurisdiction in whose records it stands")


def _witness(parser: ArgumentParser) -> None:
    _folder(parser)
    parser.add_argument("--log-key", required=True, help="the log's key, as `legation log show` prints it")
    parser.add_argument("--name", required=True, help="name of the witness, e.g. university.example/witness")
    parser.add_argument("--memory", type=Path, required=True, help="file in which the witness keeps what it saw last")


VERBS = [
    Verb(("log", "show"), "size, last checkpoint and key of the log", lambda parser: formats(parser, "json"), show),
    Verb(("log", "sign"), "sign a checkpoint over the new records now", _nothing, sign),
    Verb(("log", "publish"), "write the log as static files that anyone can verify", _folder, publish),
    Verb(("log", "receipt"), "print the receipt that proves one record", _record, receipt),
    Verb(("log", "recover"), "after restoring an old backup: bring published records back", _folder, recover),
    Verb(("keys", "create"), "make a key", _purpose, create_key),
    Verb(("keys", "rotate"), "hand the log on to a new key, by a record that the old one signs", _rotated, rotate_key),
    Verb(("witness",), "cosign a published log, remembering what was seen before", _witness, cosign),
]
