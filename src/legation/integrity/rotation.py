"""Handing the log's key on: a record signed by the old key names the new one; from then on the new one signs.

Whoever is killed between the record and the change of the files types the same again: the waiting key is the one that
the record names, so nothing is recorded twice.
"""

from datetime import datetime

from legation.base.actors import Actor
from legation.integrity import checkpoints, keys, signer
from legation.integrity.actions import act
from legation.integrity.models import Leaf
from legation_core.integrity import leaf, rotation
from legation_core.integrity.keys import Key, KeyType


def rotate(*, jurisdiction: str, by: Actor, at: datetime) -> Key:
    """Make a new key for the log, record the hand-over, let the new key sign; gives it. The old file is kept aside."""
    checkpoints.sign_if_grown()
    with signer.alone():
        old, new = _key(keys.public_octets("log")), _key(keys.public_of(keys.waiting("log")))
        if _recorded() != str(new):
            with act(rotation.KIND, by=by, at=at) as record:
                record.about(jurisdiction=jurisdiction, subject="key:log", body="operator")
                record.public(**rotation.part(old, new, keys.private_key("log").sign))
        keys.take_over("log", old.id.hex())
    checkpoints.sign_if_grown()
    return new


def _key(octets: bytes) -> Key:
    return Key(signer.origin(), KeyType.LOG, octets)


def _recorded() -> str:
    """The key that the last hand-over named; empty before the first."""
    row = Leaf.objects.filter(kind=rotation.KIND).order_by("-index").values_list("octets", flat=True).first()
    return str((leaf.read_leaf(bytes(row)).public or {}).get("new", "")) if row else ""
