"""The database refuses to change what was answered."""

from django.db import migrations

from hopluc.web.inquiries import triggers


class Migration(migrations.Migration):
    dependencies = [("inquiries", "0001_initial")]
    operations = [triggers.REFUSALS.step()]
