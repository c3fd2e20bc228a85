# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('scenarios', '0003_validation'),
    ]

    operations = [
        migrations.CreateModel(
            name='ContestedProjection',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('run', models.UUIDField(db_index=True, help_text='The rows that one task answers together.')),
                ('topic', models.CharField(blank=True, help_text='Whom to wake; opaque to this package.', max_length=100)),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('running', 'running'), ('done', 'done'), ('failed', 'failed')], default='waiting', max_length=8)),
                ('lease_until', models.DateTimeField(blank=True, null=True)),
                ('lease_holder', models.UUIDField(blank=True, null=True)),
                ('attempts', models.PositiveIntegerField(default=0)),
                ('dispatched_at', models.DateTimeField(blank=True, null=True)),
                ('requested_at', models.DateTimeField(auto_now_add=True)),
                ('started_at', models.DateTimeField(blank=True, null=True)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('engine_version', models.CharField(blank=True, max_length=20)),
                ('worker_seconds', models.FloatField(blank=True, null=True)),
                ('error', models.TextField(blank=True)),
                ('scenario_revisions', models.JSONField(default=list, help_text='Ids of the scenario editions.')),
                ('yardsticks', models.JSONField(default=list, help_text='Ids of the yardsticks whose payoff is asked.')),
                ('year', models.PositiveSmallIntegerField(help_text='The year in which payoffs are measured.')),
                ('held', models.JSONField(default=dict, help_text='What is held otherwise than on record.')),
                ('held_hash', models.CharField(db_index=True, max_length=64)),
                ('input_hash', models.CharField(max_length=64)),
                ('seed', models.PositiveIntegerField()),
                ('draws', models.PositiveIntegerField()),
                ('answer', models.JSONField(blank=True, null=True)),
                ('reform_revision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contested', to='scenarios.reformrevision')),
            ],
            options={
                'ordering': ['requested_at'],
                'constraints': [models.UniqueConstraint(fields=('reform_revision', 'input_hash'), name='one_contested_projection_per_input')],
            },
        ),
    ]
