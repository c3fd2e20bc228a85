# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
import scenarios.enums
import uuid
from django.db import migrations, models

from scenarios.models.frozen import EXAMPLE_EDITIONS

TEXTS = ("lang", "translations", "title", "sector", "size", "place", "cope", "prepare")


def keep_first_editions(apps, schema_editor):
    """What was told so far is the first edition of each example."""
    examples, editions = apps.get_model("scenarios", "PracticeExample"), apps.get_model("scenarios", "ExampleEdition")
    for one in examples.objects.all().iterator():
        words = {name: getattr(one, name) for name in TEXTS}
        editions.objects.create(example=one, number=1, made_at=one.submitted_at, **words)
    schema_editor.connection.check_constraints()  # PostgreSQL changes no table while checks are still to be made


class Migration(migrations.Migration):

    dependencies = [
        ('scenarios', '0011_no_likelihood_by_authors'),
    ]

    operations = [
        migrations.AddField(
            model_name='practiceexample',
            name='is_anonymised',
            field=models.BooleanField(default=False, help_text='Nobody can tell which firm or whom it is about.'),
        ),
        migrations.AddField(
            model_name='practiceexample',
            name='link',
            field=models.URLField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name='practiceexample',
            name='number',
            field=models.PositiveIntegerField(default=1, help_text='Of the edition that is read.'),
        ),
        migrations.AddField(
            model_name='practiceexample',
            name='returned_because',
            field=models.TextField(blank=True, help_text='What the secretariat asks the teller to change.'),
        ),
        migrations.AlterField(
            model_name='practiceexample',
            name='consent',
            field=models.BooleanField(default=False, help_text='Those it is about agree that others read it.'),
        ),
        migrations.AlterField(
            model_name='practiceexample',
            name='state',
            field=models.CharField(choices=[('submitted', 'submitted'), ('returned', 'returned'), ('published', 'published'), ('withdrawn', 'withdrawn')], default=scenarios.enums.ExampleState['SUBMITTED'], max_length=10),
        ),
        migrations.CreateModel(
            name='ExampleImage',
            fields=[
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('order', models.PositiveIntegerField()),
                ('since', models.PositiveIntegerField(help_text='Number of the first edition that shows it.')),
                ('until', models.PositiveIntegerField(blank=True, help_text='Number of the first that no longer does.', null=True)),
                ('data', models.BinaryField()),
                ('kind', models.CharField(help_text='Media type.', max_length=20)),
                ('width', models.PositiveIntegerField()),
                ('height', models.PositiveIntegerField()),
                ('alternative', models.CharField(help_text='What it shows, for who cannot see it.', max_length=400)),
                ('example', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='images', to='scenarios.practiceexample')),
            ],
            options={
                'ordering': ['example', 'order'],
            },
        ),
        migrations.CreateModel(
            name='ExampleEdition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('title', models.CharField(max_length=160)),
                ('sector', models.CharField(max_length=80)),
                ('size', models.CharField(blank=True, max_length=40)),
                ('place', models.CharField(blank=True, max_length=80)),
                ('link', models.URLField(blank=True, max_length=300)),
                ('cope', models.TextField(help_text='How do you cope with uncertainty now?')),
                ('prepare', models.TextField(help_text='How do you prepare for great changes?')),
                ('number', models.PositiveIntegerField()),
                ('capacity', models.CharField(blank=True, help_text='As what somebody wrote it; empty: the teller.', max_length=120)),
                ('made_at', models.DateTimeField()),
                ('example', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='editions', to='scenarios.practiceexample')),
            ],
            options={
                'ordering': ['example', 'number'],
                'constraints': [models.UniqueConstraint(fields=('example', 'number'), name='one_example_edition_per_number')],
            },
        ),
        migrations.RunPython(keep_first_editions, migrations.RunPython.noop),
        migrations.RunPython(EXAMPLE_EDITIONS.freeze, EXAMPLE_EDITIONS.thaw),
    ]
