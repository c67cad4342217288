"""The timed job that signs a checkpoint when the log has grown."""

from legation.integrity import checkpoints, keys


def checkpoint_if_grown() -> None:
    """Sign a checkpoint over new leaves; without a log key nothing is signed and acts go on."""
    if keys.exists("log"):
        checkpoints.sign_if_grown()
