"""Templates: whose they may extend and include; no inline script or style."""

import re

from tests.contracts.checks.tree import Finding

USE = re.compile(r"\{%\s*(extends|include)\s+([^%]*?)\s*%\}")
LITERAL = re.compile(r"""^(["'])([^"']+)\1""")
INLINE = {
    "an inline script": re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(?!\s*</script>)", re.IGNORECASE),
    "an inline style sheet": re.compile(r"<style\b", re.IGNORECASE),
    "a style attribute": re.compile(r"<[a-zA-Z][^>]*\sstyle\s*=", re.IGNORECASE),
    "an event attribute": re.compile(r"<[a-zA-Z][^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a script address": re.compile(r"""(?:href|src|action)\s*=\s*["']\s*javascript:""", re.IGNORECASE),
    "an address outside": re.compile(
        r"""<(?:script|link|img)\b[^>]*(?:src|href)\s*=\s*["'](?:https?:)?//""", re.IGNORECASE
    ),
}


def foreign_uses(text: str, *, app: str, owners: dict[str, str]) -> list[Finding]:
    """Uses of a template that is neither the app's own nor base's. `owners`: template name -> app."""
    found = []
    for match in USE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        literal = LITERAL.match(match.group(2))
        if literal is None:
            found.append(Finding(line, f"{match.group(1)} of a computed name: {match.group(2)}"))
        elif owners.get(literal.group(2)) not in (app, "base"):
            owner = owners.get(literal.group(2), "nobody")
            found.append(Finding(line, f"{match.group(1)}s {literal.group(2)}, which belongs to {owner}"))
    return found


def inline_code(text: str) -> list[Finding]:
    """What the content security policy would refuse, found before a browser does."""
    return [
        Finding(text.count("\n", 0, match.start()) + 1, what)
        for what, pattern in INLINE.items()
        for match in pattern.finditer(text)
    ]
