"""The database refuses to change or delete a line of the journal."""

from django.db import migrations

from hopluc.web.journal import triggers


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [triggers.REFUSALS.step()]
