"""The register of papers as these tests find it: without those of the demonstration."""

import pytest

from legation.coordination.models import Paper, PaperLink, PaperVersion


@pytest.fixture(autouse=True)
def _empty_register(db: None) -> None:
    for model in (PaperLink, PaperVersion):
        model.objects.all().delete()
    Paper.objects.filter(answers__isnull=False).delete()
    Paper.objects.all().delete()
