# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from scenarios.models.frozen import FIRST_DEVELOPMENTS, FIRST_SCENARIO_EDITIONS, SCENARIO_EDITIONS


class Migration(migrations.Migration):

    dependencies = [
        ('scenarios', '0007_payoffs_per_variant'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(FIRST_SCENARIO_EDITIONS.thaw, FIRST_SCENARIO_EDITIONS.freeze),
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('lang', models.CharField(default='nl', max_length=5)),
                ('text', models.TextField(blank=True)),
                ('longest', models.PositiveIntegerField(help_text='Most characters.')),
                ('stretches', models.JSONField(default=list, help_text='So many bytes of UTF-8, and who wrote them, from the start.')),
                ('epoch', models.PositiveIntegerField(default=1)),
                ('number', models.PositiveIntegerField(default=0, help_text='Of the newest update.')),
                ('compacted', models.PositiveIntegerField(default=0)),
                ('snapshot', models.BinaryField(default=bytes)),
                ('changed_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.AddField(
            model_name='scenariorevision',
            name='capacity',
            field=models.CharField(blank=True, help_text='As what somebody adopted it.', max_length=120),
        ),
        migrations.AddField(
            model_name='scenariorevision',
            name='driver_notes',
            field=models.JSONField(default=dict, help_text='Driver key to {source, capacity, at}: who last changed it, and on what ground.'),
        ),
        migrations.AddField(
            model_name='scenariorevision',
            name='economy',
            field=models.TextField(blank=True, help_text='What it means for the economy.'),
        ),
        migrations.AddField(
            model_name='scenariorevision',
            name='labour_market',
            field=models.TextField(blank=True, help_text='What it means for the labour market.'),
        ),
        migrations.AddField(
            model_name='scenariorevision',
            name='organisation',
            field=models.TextField(blank=True, help_text='What it means for the way work is organised.'),
        ),
        migrations.AddField(
            model_name='scenariorevision',
            name='returned_from',
            field=models.PositiveIntegerField(blank=True, help_text='Number of the earlier edition that this one brings back.', null=True),
        ),
        migrations.AddField(
            model_name='scenariorevision',
            name='stretches',
            field=models.JSONField(default=dict, help_text='Part to so many bytes of UTF-8 and who wrote them: a seat or a role.'),
        ),
        migrations.AlterField(
            model_name='development',
            name='domain',
            field=models.CharField(choices=[('economy', 'economy'), ('labour_market', 'labour_market'), ('organisation_of_work', 'organisation_of_work'), ('industrial_relations', 'industrial_relations')], max_length=30),
        ),
        migrations.AlterField(
            model_name='development',
            name='likelihood',
            field=models.CharField(choices=[('possible', 'possible'), ('likely', 'likely'), ('not_judged', 'not_judged')], max_length=10),
        ),
        migrations.CreateModel(
            name='DocumentUpdate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('key', models.UUIDField(default=uuid.uuid4)),
                ('data', models.BinaryField()),
                ('capacity', models.CharField(blank=True, max_length=120)),
                ('at', models.DateTimeField()),
                ('author', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='updates', to='scenarios.document')),
            ],
            options={
                'ordering': ['document', 'number'],
                'constraints': [models.UniqueConstraint(fields=('document', 'number'), name='one_update_per_number'), models.UniqueConstraint(fields=('document', 'key'), name='an_update_once')],
            },
        ),
        migrations.RunPython(SCENARIO_EDITIONS.freeze, SCENARIO_EDITIONS.thaw),
        migrations.RunPython(FIRST_DEVELOPMENTS.freeze, FIRST_DEVELOPMENTS.thaw),
    ]
