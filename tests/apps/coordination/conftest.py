"""The daily work as these tests find it: without the papers and matters of the demonstration."""

import pytest

from legation.coordination.models import (
    Matter,
    MatterEffect,
    MatterOption,
    MatterOwner,
    MatterRemark,
    Minutes,
    Paper,
    PaperLink,
    PaperVersion,
)


@pytest.fixture(autouse=True)
def _empty_register(db: None) -> None:
    for model in (PaperLink, PaperVersion, MatterEffect, MatterOption, MatterOwner, MatterRemark, Minutes, Matter):
        model.objects.all().delete()
    Paper.objects.filter(answers__isnull=False).delete()
    Paper.objects.all().delete()
