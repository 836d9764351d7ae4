"""The database refuses to change a trip that has been reported."""

from django.db import migrations

from hopluc.web.manpower import triggers


class Migration(migrations.Migration):
    dependencies = [("manpower", "0001_initial")]
    operations = [triggers.REFUSALS.step()]
