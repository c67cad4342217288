"""Sentences of codes V9##: keeping, signing, publishing and witnessing the log."""

SENTENCES: dict[str, str] = {
    "V901": "The log in this database has {size} records, but {signed} were signed before: it was restored from an older backup. Run `legation log recover DIR` with the published log before anything else.",
    "V902": "There is a key at {path} already; a key is never overwritten. Rotate it with a record, or name another folder in LEGATION_KEYS_DIR.",
    "V903": "There is no {purpose} key at {path}. Make one with `legation keys create {purpose}`, or correct LEGATION_KEYS_DIR.",
    "V904": "The key {path} can be read by others. Take their rights away: chmod 600 {path}",
    "V905": "The file {path} holds no Ed25519 key in PEM form. Put the right file there.",
    "V906": "The log does not continue the {signed} records that were signed last: signing it would fork the log. Restore the database that was signed, or bring the published records back with `legation log recover DIR`.",
    "V907": "No checkpoint was signed yet. Sign one with `legation log sign`.",
    "V908": "The rows of the first {size} records do not give the root that was signed: a record was altered in the database. Nothing was published; compare the rows with the published log.",
    "V909": "What is published there does not give the {size} records that were signed last. Use the folder that was published last.",
    "V910": "Record {index} is not under a checkpoint yet. One is signed every ten seconds; try again then.",
    "V911": "The checkpoint is not signed by the key that was given. Nothing was cosigned; ask the log's keeper for its key.",
    "V912": "The published tiles do not give the root of the checkpoint over {size} records. Nothing was cosigned; the copy is damaged or false.",
    "V913": "The checkpoint covers {size} records, {seen} were seen before: the log was rolled back. Nothing was cosigned; keep both checkpoints as evidence.",
    "V914": "Record {index} or the hashes kept beside the records do not lead to the root that was signed over {size} records: a row was altered in the database. No receipt was given; compare the rows with the published log.",
}
