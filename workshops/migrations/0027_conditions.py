# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
import uuid
import workshops.enums
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('scenarios', '0012_example_editions'),
        ('workshops', '0026_developments_at_institutions'),
    ]

    operations = [
        migrations.CreateModel(
            name='Condition',
            fields=[
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('asked_at', models.DateTimeField()),
                ('kind', models.CharField(choices=[('compensation', 'compensation'), ('start', 'start'), ('reform', 'reform'), ('scenario', 'scenario'), ('other', 'other')], max_length=12)),
                ('words', models.TextField()),
                ('year', models.PositiveIntegerField(blank=True, help_text='It starts in this year at the earliest.', null=True)),
                ('state', models.CharField(choices=[('open', 'open'), ('met', 'met'), ('not_met', 'not_met'), ('withdrawn', 'withdrawn')], default=workshops.enums.ConditionState['OPEN'], max_length=10)),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('form_key', models.UUIDField(blank=True, null=True, unique=True)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('other', models.ForeignKey(blank=True, help_text='Is to come along.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='workshops.proposal')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conditions', to='workshops.proposal')),
                ('scenario', models.ForeignKey(blank=True, help_text='Only in this one.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='scenarios.scenario')),
                ('seat', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='conditions', to='workshops.seat')),
            ],
            options={
                'ordering': ['proposal', 'number'],
                'constraints': [models.UniqueConstraint(fields=('proposal', 'number'), name='one_condition_per_number')],
            },
        ),
    ]
