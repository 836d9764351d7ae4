from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0004_yearly'),
    ]

    operations = [
        migrations.AddField(
            model_name='commitment',
            name='yearly_from',
            field=models.DateField(blank=True, null=True, verbose_name='việc hằng năm: thời hạn của năm đầu'),
        ),
    ]
