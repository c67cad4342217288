"""The writes of protocols: those brought in from files, those led from the paper to final, and results published."""

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
from legation.count.actions.publishing import figures_digest, publish_results

__all__ = [
    "Brought",
    "accept_protocol",
    "claim_protocol",
    "declare_no_protocol",
    "enter_protocol",
    "figures_digest",
    "finalise_protocol",
    "import_protocols",
    "invalidate_protocol",
    "publish_results",
    "quarantine_protocol",
    "read",
    "release_protocol",
    "return_protocol",
    "settle_protocol",
    "supersede_protocol",
]
