"""Pages of the log: in sentences, one record, the checkpoint, a receipt."""
