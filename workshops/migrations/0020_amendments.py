# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
import uuid
import workshops.enums
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('scenarios', '0008_documents'),
        ('workshops', '0014_anchored_annotations'),
    ]

    operations = [
        migrations.CreateModel(
            name='Amendment',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('number', models.PositiveIntegerField()),
                ('proposed_at', models.DateTimeField()),
                ('changes', models.JSONField(help_text="Part to how it should read; levers as lever:key, in the engine's units.")),
                ('reason', models.TextField()),
                ('lang', models.CharField(default='nl', max_length=5)),
                ('state', models.CharField(choices=[('open', 'open'), ('taken_over', 'taken_over'), ('modified', 'modified'), ('declined', 'declined'), ('withdrawn', 'withdrawn')], default=workshops.enums.AmendmentState['OPEN'], max_length=10)),
                ('handling', models.CharField(blank=True, choices=[('take_over', 'take_over'), ('modify', 'modify'), ('decline', 'decline')], help_text='What the secretariat would do with it.', max_length=10)),
                ('handling_changes', models.JSONField(default=dict, help_text='When modified: how the parts would read.')),
                ('handling_reason', models.TextField(blank=True)),
                ('handling_lang', models.CharField(blank=True, max_length=5)),
                ('handled_at', models.DateTimeField(blank=True, null=True)),
                ('answer', models.TextField(blank=True, help_text='What the proposer said with it.')),
                ('answer_lang', models.CharField(blank=True, max_length=5)),
                ('answered_capacity', models.CharField(blank=True, max_length=120)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('form_key', models.UUIDField(blank=True, null=True, unique=True)),
                ('about', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='scenarios.reformrevision')),
                ('became', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='scenarios.reformrevision')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='amendments', to='workshops.proposal')),
                ('proposed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='amendments', to=settings.AUTH_USER_MODEL)),
                ('seat', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='amendments', to='workshops.seat')),
            ],
            options={
                'ordering': ['proposal', 'number'],
                'constraints': [models.UniqueConstraint(fields=('proposal', 'number'), name='one_amendment_per_number')],
            },
        ),
    ]
