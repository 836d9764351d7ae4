"""The database refuses to change or delete a version of a definition."""

from django.db import migrations

from hopluc.web.definitions import triggers


class Migration(migrations.Migration):
    dependencies = [("definitions", "0001_initial")]
    operations = [triggers.REFUSALS.step()]
