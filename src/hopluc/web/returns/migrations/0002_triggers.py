"""The database refuses to change a received return, and any step."""

from django.db import migrations

from hopluc.web.returns import triggers


class Migration(migrations.Migration):
    dependencies = [("returns", "0001_initial")]
    operations = [triggers.REFUSALS.step()]
