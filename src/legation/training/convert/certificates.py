"""What a certificate keeps of its holder: nothing that can be read, only what the name on the paper can be held to."""

import hashlib
import hmac

from legation_core.register.folding import fold


def holder_digest(code: str, name: str) -> str:
    """A digest of the folded name under the certificate's own code, which stands on the paper and nowhere else."""
    return hmac.new(code.encode(), " ".join(fold(name).split()).encode(), hashlib.sha256).hexdigest()


def is_holder(code: str, digest: str, name: str) -> bool:
    """Whether `name`, as it stands on the paper, is that of the holder; spelling aside."""
    return bool(name.strip()) and hmac.compare_digest(holder_digest(code, name), digest)
