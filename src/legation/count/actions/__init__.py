"""The writes of protocols: those brought in from files, and those led from the paper to final."""

from legation.count.actions.deciding import (
    accept_protocol,
    finalise_protocol,
    invalidate_protocol,
    quarantine_protocol,
    return_protocol,
    supersede_protocol,
)
from legation.count.actions.entering import (
    claim_protocol,
    declare_no_protocol,
    enter_protocol,
    release_protocol,
    settle_protocol,
)
from legation.count.actions.importing import Brought, import_protocols, read

__all__ = [
    "Brought",
    "accept_protocol",
    "claim_protocol",
    "declare_no_protocol",
    "enter_protocol",
    "finalise_protocol",
    "import_protocols",
    "invalidate_protocol",
    "quarantine_protocol",
    "read",
    "release_protocol",
    "return_protocol",
    "settle_protocol",
    "supersede_protocol",
]
