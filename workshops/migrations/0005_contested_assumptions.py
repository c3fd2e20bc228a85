# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('scenarios', '0004_contested_projections'),
        ('workshops', '0004_secret_and_pseudonymous_rounds'),
    ]

    operations = [
        migrations.CreateModel(
            name='Contest',
            fields=[
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('kind', models.CharField(choices=[('prior', 'prior'), ('driver', 'driver'), ('budget', 'budget'), ('preset', 'preset')], max_length=8)),
                ('about', models.CharField(help_text='prior:key, driver:scenario:key, budget:number of the proposal, or preset:key.', max_length=120)),
                ('values', models.JSONField(help_text='Per assumption [lowest, most likely, highest], in the units of the engine.')),
                ('capacity', models.CharField(help_text='The seat or role it was stated in, as in the journal.', max_length=120)),
                ('stated_at', models.DateTimeField()),
                ('reason', models.TextField()),
                ('source', models.TextField(blank=True, help_text='Where the value comes from.')),
                ('ended_at', models.DateTimeField(blank=True, help_text='When it was withdrawn or replaced.', null=True)),
                ('form_key', models.UUIDField(blank=True, help_text='Says that a form was sent before: no doubles.', null=True, unique=True)),
                ('proposal', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='contests', to='workshops.proposal')),
                ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='replaced_by', to='workshops.contest')),
                ('scenario_revision', models.ForeignKey(blank=True, help_text='The edition whose driver was contested.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='scenarios.scenariorevision')),
                ('seat', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contests', to='workshops.seat')),
                ('stated_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='contests', to=settings.AUTH_USER_MODEL)),
                ('workshop', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contests', to='workshops.workshop')),
            ],
            options={
                'ordering': ['workshop', 'number'],
                'constraints': [models.UniqueConstraint(fields=('workshop', 'number'), name='one_contest_per_number'), models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True), ('seat__isnull', False)), fields=('seat', 'about'), name='one_standing_contest_per_seat'), models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True), ('seat__isnull', True)), fields=('workshop', 'stated_by', 'about'), name='one_standing_contest_per_role')],
            },
        ),
    ]
