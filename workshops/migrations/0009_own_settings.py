# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2


import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('scenarios', '0008_documents'),
        ('workshops', '0008_mentions_and_mail'),
    ]

    operations = [
        migrations.CreateModel(
            name='OwnSetting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=40)),
                ('value', models.FloatField(help_text='In the units of the engine.')),
                ('constituency', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='workshops.constituency')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='own_settings', to=settings.AUTH_USER_MODEL)),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='own_settings', to='workshops.workshopscenario')),
                ('revision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='scenarios.scenariorevision')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('place', 'person', 'key'), name='one_own_setting_per_driver')],
            },
        ),
    ]
