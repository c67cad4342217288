"""The log of acts: canonical leaves, an RFC 6962 tree, C2SP tiles, signed checkpoints, receipts, and how to verify.

Nothing here holds a private key, a clock or a source of randomness: signatures and salts come from the caller.
"""
