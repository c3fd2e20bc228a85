# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2


import django.db.models.deletion
import scenarios.enums
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Institution',
            fields=[
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.SlugField(max_length=60, unique=True)),
                ('order', models.PositiveIntegerField(default=0)),
                ('title', models.CharField(max_length=160)),
                ('today', models.TextField(help_text='How it works today.')),
                ('strains', models.JSONField(default=dict, help_text='Scenario key to a sentence on what strains it there.')),
            ],
            options={
                'ordering': ['order'],
            },
        ),
        migrations.CreateModel(
            name='Scenario',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.SlugField(max_length=60, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['key'],
            },
        ),
        migrations.CreateModel(
            name='Yardstick',
            fields=[
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=160)),
                ('lines', models.JSONField()),
                ('source', models.TextField(blank=True)),
                ('status', models.CharField(default='assumption', max_length=12)),
            ],
            options={
                'ordering': ['title'],
            },
        ),
        migrations.CreateModel(
            name='PracticeExample',
            fields=[
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('topic', models.CharField(db_index=True, help_text='The workshop it was told to; opaque to this package.', max_length=100)),
                ('title', models.CharField(max_length=160)),
                ('told_by', models.CharField(choices=[('firm', 'firm'), ('workers', 'workers')], max_length=8)),
                ('sector', models.CharField(max_length=80)),
                ('size', models.CharField(blank=True, max_length=40)),
                ('place', models.CharField(blank=True, max_length=80)),
                ('cope', models.TextField(help_text='How do you cope with uncertainty now?')),
                ('prepare', models.TextField(help_text='How do you prepare for great changes?')),
                ('scenario', models.CharField(blank=True, help_text='Key of the scenario it illustrates.', max_length=60)),
                ('institution', models.CharField(blank=True, help_text='Key of the institution it is about.', max_length=60)),
                ('consent', models.BooleanField(default=False)),
                ('is_fictional', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('submitted', 'submitted'), ('published', 'published'), ('withdrawn', 'withdrawn')], default=scenarios.enums.ExampleState['SUBMITTED'], max_length=10)),
                ('submitted_at', models.DateTimeField(auto_now_add=True)),
                ('submitted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='practice_examples', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['submitted_at'],
            },
        ),
        migrations.CreateModel(
            name='Reform',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.SlugField(blank=True, max_length=60, null=True, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('institution', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reforms', to='scenarios.institution')),
            ],
            options={
                'ordering': ['created_at'],
            },
        ),
        migrations.CreateModel(
            name='ReformRevision',
            fields=[
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('title', models.CharField(max_length=160)),
                ('summary', models.TextField()),
                ('levers', models.JSONField(default=dict, help_text="Lever key to shift, in the engine's units; empty when nothing can be computed.")),
                ('modelled', models.CharField(choices=[('full', 'full'), ('partly', 'partly'), ('none', 'none')], max_length=8)),
                ('interpretation', models.TextField(blank=True, help_text='Which levers the words became.')),
                ('left_out', models.TextField(blank=True, help_text='What the model leaves out.')),
                ('level', models.CharField(choices=[('central', 'central'), ('decentral', 'decentral'), ('both', 'both')], max_length=10)),
                ('actors', models.CharField(blank=True, max_length=200)),
                ('start_year', models.PositiveIntegerField(default=2017)),
                ('phase_years', models.PositiveIntegerField(default=3)),
                ('lead_years', models.PositiveIntegerField(default=1, help_text='Years between deciding and the first effect.')),
                ('exante_budget_bn', models.FloatField(default=0.0, help_text='bn EUR of 2015 a year; positive is better for the balance.')),
                ('budget_from_model', models.BooleanField(default=False)),
                ('budget_source', models.TextField(blank=True)),
                ('budget_status', models.CharField(default='assumption', max_length=12)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('reform', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='revisions', to='scenarios.reform')),
            ],
            options={
                'ordering': ['reform', '-number'],
            },
        ),
        migrations.CreateModel(
            name='ScenarioRevision',
            fields=[
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('title', models.CharField(max_length=120)),
                ('summary', models.TextField(blank=True)),
                ('story', models.TextField()),
                ('relations', models.TextField(blank=True, help_text='Industrial relations in this future, and what representatives can do.')),
                ('signs', models.JSONField(default=list, help_text='Early signs: a list of sentences.')),
                ('related', models.TextField(blank=True, help_text='Scenarios of others, and how they were used.')),
                ('drivers', models.JSONField(help_text="Driver key to value, in the engine's units.")),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('scenario', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='revisions', to='scenarios.scenario')),
            ],
            options={
                'ordering': ['scenario', '-number'],
            },
        ),
        migrations.CreateModel(
            name='Projection',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('run', models.UUIDField(db_index=True, help_text='The rows that one engine call answers together.')),
                ('topic', models.CharField(blank=True, help_text='Whom to wake; opaque to this package.', max_length=100)),
                ('yardsticks', models.JSONField(default=list, help_text='Ids of the yardsticks whose payoff is asked.')),
                ('year', models.PositiveSmallIntegerField(default=2030, help_text='The year in which payoffs are measured.')),
                ('input_hash', models.CharField(max_length=64)),
                ('seed', models.PositiveIntegerField()),
                ('draws', models.PositiveIntegerField()),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('running', 'running'), ('done', 'done'), ('failed', 'failed')], default=scenarios.enums.ProjectionState['WAITING'], max_length=8)),
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
                ('useful_share', models.FloatField(blank=True, help_text='Share of draws in which the yardsticks call it useful.', null=True)),
                ('useful_variants', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('variants', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('reform_revision', models.ForeignKey(blank=True, help_text="Empty: doing nothing, the scenario's own figures.", null=True, on_delete=django.db.models.deletion.PROTECT, related_name='projections', to='scenarios.reformrevision')),
                ('scenario_revision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='projections', to='scenarios.scenariorevision')),
            ],
            options={
                'ordering': ['requested_at'],
            },
        ),
        migrations.CreateModel(
            name='Development',
            fields=[
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('order', models.PositiveIntegerField(default=0)),
                ('kind', models.CharField(choices=[('bottleneck', 'bottleneck'), ('opportunity', 'opportunity')], max_length=12)),
                ('domain', models.CharField(max_length=30)),
                ('text', models.TextField()),
                ('likelihood', models.CharField(choices=[('possible', 'possible'), ('likely', 'likely')], max_length=10)),
                ('groups', models.JSONField(default=list, help_text='Population groups under pressure, by key.')),
                ('revision', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='developments', to='scenarios.scenariorevision')),
            ],
            options={
                'ordering': ['revision', 'order'],
            },
        ),
        migrations.CreateModel(
            name='Payoff',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField()),
                ('draws', models.BinaryField(help_text='Per draw: multiples of the smallest difference that matters, positive is better.')),
                ('outcome', models.CharField(blank=True, help_text='The one outcome of all lines; empty: a mix, in multiples.', max_length=40)),
                ('low', models.FloatField(help_text='10th percentile of the mean change over the lines, engine units, raw sign')),
                ('mid', models.FloatField(help_text='median of the same')),
                ('high', models.FloatField(help_text='90th percentile of the same')),
                ('worse_share', models.FloatField(help_text='share of draws beyond the tolerance')),
                ('better_share', models.FloatField(help_text='share of draws better by at least the smallest difference')),
                ('projection', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='payoffs', to='scenarios.projection')),
                ('yardstick', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payoffs', to='scenarios.yardstick')),
            ],
        ),
        migrations.CreateModel(
            name='Impact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField()),
                ('outcome', models.CharField(max_length=40)),
                ('group', models.CharField(max_length=40)),
                ('low', models.FloatField(help_text='10th percentile')),
                ('mid', models.FloatField(help_text='median')),
                ('high', models.FloatField(help_text='90th percentile')),
                ('baseline', models.FloatField(help_text='median without the reform')),
                ('positive_share', models.FloatField(help_text='share of draws above zero')),
                ('projection', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='impacts', to='scenarios.projection')),
            ],
            options={
                'ordering': ['projection', 'year', 'outcome', 'group'],
                'constraints': [models.UniqueConstraint(fields=('projection', 'year', 'outcome', 'group'), name='one_impact_per_cell')],
            },
        ),
        migrations.CreateModel(
            name='Figure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField()),
                ('outcome', models.CharField(max_length=40)),
                ('group', models.CharField(max_length=40)),
                ('low', models.FloatField(help_text='10th percentile')),
                ('mid', models.FloatField(help_text='median')),
                ('high', models.FloatField(help_text='90th percentile')),
                ('projection', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='figures', to='scenarios.projection')),
            ],
            options={
                'ordering': ['projection', 'year', 'outcome', 'group'],
                'constraints': [models.UniqueConstraint(fields=('projection', 'year', 'outcome', 'group'), name='one_figure_per_cell')],
            },
        ),
        migrations.AddConstraint(
            model_name='reformrevision',
            constraint=models.UniqueConstraint(fields=('reform', 'number'), name='one_reform_revision_per_number'),
        ),
        migrations.AddConstraint(
            model_name='scenariorevision',
            constraint=models.UniqueConstraint(fields=('scenario', 'number'), name='one_scenario_revision_per_number'),
        ),
        migrations.AddConstraint(
            model_name='projection',
            constraint=models.UniqueConstraint(fields=('reform_revision', 'scenario_revision', 'input_hash'), name='one_projection_per_input'),
        ),
        migrations.AddConstraint(
            model_name='projection',
            constraint=models.UniqueConstraint(condition=models.Q(('reform_revision__isnull', True)), fields=('scenario_revision', 'input_hash'), name='one_baseline_per_input'),
        ),
        migrations.AddConstraint(
            model_name='payoff',
            constraint=models.UniqueConstraint(fields=('projection', 'yardstick', 'year'), name='one_payoff_per_yardstick'),
        ),
    ]
