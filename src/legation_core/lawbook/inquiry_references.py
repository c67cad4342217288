"""What inquiries of a lawbook may name: an approval is another body's, a term is one of the listed urgencies."""

from collections.abc import Sequence

from legation_core.lawbook.cells import Cells
from legation_core.lawbook.rows import Row


def check_inquiries(rows: Sequence[Row], cells: Cells) -> None:
    """Every problem of a category or a term goes to `cells`."""
    urgencies = [row.word("key") for row in rows if row.table == "lists" and row.name == "inquiry_urgencies"]
    for row in rows:
        if (
            row.table == "inquiry_categories"
            and row.word("approved_by")
            and row.word("approved_by") == row.word("body")
        ):
            cells.problem("Q113", (*row.path, "approved_by"), body=row.word("body"))
        if row.table == "inquiry_terms" and row.word("urgency") and row.word("urgency") not in urgencies:
            cells.problem("Q114", (*row.path, "urgency"), word=row.word("urgency"), known=", ".join(urgencies) or "-")
