"""The database refuses to change a published edition."""

from django.db import migrations

from hopluc.web.observatory import triggers


class Migration(migrations.Migration):
    dependencies = [("observatory", "0001_initial")]
    operations = [triggers.REFUSALS.step()]
