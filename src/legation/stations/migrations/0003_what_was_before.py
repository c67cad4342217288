"""What is kept of what was before: whether it was established, since when a country is served so, who served it."""

from django.db import migrations, models


def withhold(apps, schema_editor):
    """Of changes kept so far nobody knows whether an address or district before was established: withhold it."""
    changes = apps.get_model("stations", "StationChange").objects
    changes.filter(field__in=("address", "district")).update(before_established=False)


class Migration(migrations.Migration):

    dependencies = [
        ("missions", "0004_changes"),
        ("plan", "0002_overruling"),
        ("stations", "0002_advice"),
    ]

    operations = [
        migrations.AddField("catchmentpart", "since", models.DateTimeField(null=True)),
        migrations.AddField("stationchange", "before_established", models.BooleanField(default=True)),
        migrations.CreateModel(
            name="CatchmentMove",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("country", models.CharField(max_length=2)),
                ("region", models.CharField(blank=True, max_length=80)),
                ("gained", models.BooleanField()),
                ("at", models.DateTimeField()),
                ("election", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to="plan.election")),
                ("mission", models.ForeignKey(on_delete=models.PROTECT, related_name="+", to="missions.mission")),
            ],
            options={"indexes": [models.Index(fields=["election", "mission"], name="moves_by_mission")]},
        ),
        migrations.RunPython(withhold, migrations.RunPython.noop),
    ]
