# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
import scenarios.enums
import uuid
import workshops.enums
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('scenarios', '0008_documents'),
        ('workshops', '0005_contested_assumptions'),
    ]

    operations = [
        migrations.CreateModel(
            name='DraftSection',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('part', models.CharField(choices=[('title', 'title'), ('summary', 'summary'), ('story', 'story'), ('economy', 'economy'), ('labour_market', 'labour_market'), ('organisation', 'organisation'), ('relations', 'relations'), ('signs', 'signs'), ('related', 'related'), ('drivers', 'drivers'), ('developments', 'developments')], max_length=20)),
                ('order', models.PositiveSmallIntegerField()),
                ('is_joint', models.BooleanField(default=False)),
                ('document', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='section', to='scenarios.document')),
            ],
            options={
                'ordering': ['draft', 'order'],
            },
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('quote', models.TextField(blank=True)),
                ('prefix', models.CharField(blank=True, max_length=80)),
                ('suffix', models.CharField(blank=True, max_length=80)),
                ('text', models.TextField()),
                ('lang', models.CharField(default='nl', max_length=5)),
                ('capacity', models.CharField(max_length=120)),
                ('made_at', models.DateTimeField()),
                ('resolved_at', models.DateTimeField(blank=True, null=True)),
                ('resolved_capacity', models.CharField(blank=True, max_length=120)),
                ('about', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='scenarios.scenariorevision')),
                ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='comments', to=settings.AUTH_USER_MODEL)),
                ('section', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='workshops.draftsection')),
            ],
            options={
                'ordering': ['made_at'],
            },
        ),
        migrations.CreateModel(
            name='ScenarioDraft',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opened_at', models.DateTimeField()),
                ('penholder', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='pens', to=settings.AUTH_USER_MODEL)),
                ('place', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='draft', to='workshops.workshopscenario')),
            ],
        ),
        migrations.AddField(
            model_name='draftsection',
            name='draft',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sections', to='workshops.scenariodraft'),
        ),
        migrations.CreateModel(
            name='DraftDriver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(max_length=60)),
                ('value', models.FloatField(help_text="In the engine's units.")),
                ('source', models.CharField(max_length=300)),
                ('capacity', models.CharField(max_length=120)),
                ('set_at', models.DateTimeField()),
                ('set_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='drivers', to='workshops.scenariodraft')),
            ],
            options={
                'ordering': ['draft', 'key'],
            },
        ),
        migrations.CreateModel(
            name='DraftDevelopment',
            fields=[
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('order', models.PositiveIntegerField()),
                ('kind', models.CharField(choices=[('bottleneck', 'bottleneck'), ('opportunity', 'opportunity')], max_length=12)),
                ('domain', models.CharField(choices=[('economy', 'economy'), ('labour_market', 'labour_market'), ('organisation_of_work', 'organisation_of_work'), ('industrial_relations', 'industrial_relations')], max_length=30)),
                ('text', models.TextField()),
                ('groups', models.JSONField(default=list)),
                ('likelihood', models.CharField(choices=[('possible', 'possible'), ('likely', 'likely'), ('not_judged', 'not_judged')], default=scenarios.enums.Likelihood['NOT_JUDGED'], max_length=10)),
                ('version', models.PositiveIntegerField(default=1)),
                ('capacity', models.CharField(blank=True, help_text='Who changed it last; empty: it came along.', max_length=120)),
                ('changed_at', models.DateTimeField(blank=True, null=True)),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='developments', to='workshops.scenariodraft')),
            ],
            options={
                'ordering': ['draft', 'order'],
            },
        ),
        migrations.CreateModel(
            name='Suggestion',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('before', models.TextField()),
                ('after', models.TextField()),
                ('reason', models.TextField()),
                ('lang', models.CharField(default='nl', max_length=5)),
                ('capacity', models.CharField(max_length=120)),
                ('proposed_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('open', 'open'), ('taken', 'taken'), ('adapted', 'adapted'), ('declined', 'declined'), ('withdrawn', 'withdrawn')], default=workshops.enums.SuggestionState['OPEN'], max_length=10)),
                ('onto', models.TextField(blank=True, help_text='The text just before it was taken over.')),
                ('became', models.TextField(blank=True, help_text='The text just after.')),
                ('verdict', models.TextField(blank=True, help_text='Why it was adapted or declined.')),
                ('decided_capacity', models.CharField(blank=True, max_length=120)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('form_key', models.UUIDField(blank=True, null=True, unique=True)),
                ('about', models.ForeignKey(help_text='The edition that held at the time.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to='scenarios.scenariorevision')),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='suggestions', to='workshops.scenariodraft')),
                ('proposed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='suggestions', to=settings.AUTH_USER_MODEL)),
                ('section', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='suggestions', to='workshops.draftsection')),
            ],
            options={
                'ordering': ['draft', 'number'],
            },
        ),
        migrations.CreateModel(
            name='Reply',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('lang', models.CharField(default='nl', max_length=5)),
                ('capacity', models.CharField(max_length=120)),
                ('at', models.DateTimeField()),
                ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('comment', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='replies', to='workshops.comment')),
                ('suggestion', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='replies', to='workshops.suggestion')),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='Presence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('capacity', models.CharField(blank=True, max_length=120)),
                ('seen_at', models.DateTimeField()),
                ('told_at', models.DateTimeField(blank=True, help_text='When the journal was last told that this person writes here.', null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('section', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='presences', to='workshops.draftsection')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('section', 'person'), name='a_person_once_per_section')],
            },
        ),
        migrations.CreateModel(
            name='Recognition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('answer', models.CharField(choices=[('yes', 'yes'), ('in_part', 'in_part'), ('no', 'no')], max_length=8)),
                ('reason', models.TextField()),
                ('said_at', models.DateTimeField()),
                ('constituency', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recognitions', to='workshops.constituency')),
                ('revision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recognitions', to='scenarios.scenariorevision')),
                ('said_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seat', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='workshops.seat')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('constituency', 'revision'), name='one_recognition_per_edition')],
            },
        ),
        migrations.AddConstraint(
            model_name='draftsection',
            constraint=models.UniqueConstraint(fields=('draft', 'part'), name='a_part_once_per_draft'),
        ),
        migrations.AddConstraint(
            model_name='draftdriver',
            constraint=models.UniqueConstraint(fields=('draft', 'key'), name='a_driver_once_per_draft'),
        ),
        migrations.AddConstraint(
            model_name='suggestion',
            constraint=models.UniqueConstraint(fields=('draft', 'number'), name='one_suggestion_per_number'),
        ),
        migrations.AddConstraint(
            model_name='reply',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('comment__isnull', True), ('suggestion__isnull', False)), models.Q(('comment__isnull', False), ('suggestion__isnull', True)), _connector='OR'), name='a_reply_to_one_thing'),
        ),
    ]
