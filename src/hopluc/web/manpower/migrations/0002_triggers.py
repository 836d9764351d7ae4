"""The database refuses to change a trip that has been reported."""

from django.db import migrations

from hopluc.web.manpower import triggers


def create(apps, schema_editor):
    triggers.create(schema_editor.connection)


def drop(apps, schema_editor):
    triggers.drop(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("manpower", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
