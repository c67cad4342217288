"""What the check of a record in the browser says (`integrity/js/verify.js`): each step, each refusal, each verdict."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

WORDS: dict[str, str | Promise] = {
    "working": gettext_lazy("Checking"),
    "checkpoint": gettext_lazy("The checkpoint of {origin} has been read: {size} records, root {root}."),
    "signature": gettext_lazy(
        "Its signature fits the key {name}, number {id}. Compare the key with one that you have from elsewhere."
    ),
    "noKey": gettext_lazy("No key was given: it can be said that the copy is consistent, not whose it is."),
    "noEd25519": gettext_lazy(
        "This browser cannot check Ed25519 signatures. Take a newer browser, or the verifier for the command line."
    ),
    "record": gettext_lazy("Record {index} has been read:"),
    "inclusion": gettext_lazy("The record, with hash {hash}, leads to the root of the checkpoint: it is in the log."),
    "receipt": gettext_lazy("The receipt of record {index} fits: the log had it when it held {size} records."),
    "noReceipt": gettext_lazy("No receipt of record {index} is published. The tiles of the log prove the same."),
    "verified": gettext_lazy(
        "Verified. It shows that the record has not been changed since it was signed. It cannot show that what was"
        " recorded is true, that paper and people were honest, or that everything was recorded."
    ),
    "consistent": gettext_lazy("Consistent, but the signature was not checked: it is not shown whose log this is."),
    "refused": gettext_lazy("Refused. This copy of the log is not what was signed; keep it and tell the publisher."),
    "unchecked": gettext_lazy("Nothing was checked."),
    "number": gettext_lazy("Give the number of a record: whole, from 0."),
    "insecure": gettext_lazy("A browser checks only on pages over https. Open this page so, or use the command line."),
    "unreadable": gettext_lazy("The files of the log could not be fetched. Check the connection and try again."),
    "beyond": gettext_lazy("The log has no record of this number."),
    "missing": gettext_lazy("A file is missing that the checkpoint demands."),
    "malformed": gettext_lazy("A file of the log has not the form that it must have."),
    "large": gettext_lazy("A file of the log is larger than any may be."),
    "key": gettext_lazy("The key is not a public key of a log. Copy the whole line."),
    "signer": gettext_lazy("The checkpoint is not signed with this key."),
    "signature_bad": gettext_lazy("The signature does not fit the checkpoint."),
    "bundle": gettext_lazy("A file of records ends before this record."),
    "tile": gettext_lazy("A tile of the log has another length than it must have."),
    "inclusion_bad": gettext_lazy("The record does not lead to the root that was signed."),
    "proof": gettext_lazy("The proof of the receipt has another length than it must have."),
    "receipt_bad": gettext_lazy("The receipt does not fit this record and this log."),
}
