"""The only writes of publication: freezing, and keeping what is known of earlier elections."""

from legation.publication.actions.freezing import Result, freeze, publish_log, stop_following
from legation.publication.actions.history import HISTORY, earlier, importable, keep_history, keep_table

__all__ = [
    "HISTORY",
    "Result",
    "earlier",
    "freeze",
    "importable",
    "keep_history",
    "keep_table",
    "publish_log",
    "stop_following",
]
