"""The one row that orders all acts exists from the beginning."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def make_head(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("integrity", "Head").objects.get_or_create(pk=1)


class Migration(migrations.Migration):
    dependencies = [("integrity", "0001_initial")]
    operations = [migrations.RunPython(make_head, migrations.RunPython.noop)]
