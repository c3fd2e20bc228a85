# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from scenarios.models.frozen import ANNOTATIONS

CONTEXT = 60


def anchor(apps, schema_editor):
    """Say of each remark where in the first edition its passage stands."""
    annotations = apps.get_model("workshops", "Annotation")
    for one in annotations.objects.select_related("example").iterator():
        example = one.example
        told = {} if one.lang == example.lang else example.translations.get(one.lang, {})
        text = told.get(one.part) or getattr(example, one.part)
        start = max(0, text.find(one.prefix + one.quote)) + len(one.prefix)
        if text[start : start + len(one.quote)] != one.quote:
            start = max(0, text.find(one.quote))
        one.start, one.end = start, start + len(one.quote)
        one.suffix = text[one.end : one.end + CONTEXT]
        one.edition = example.editions.get(number=1)
        one.save(update_fields=["start", "end", "suffix", "edition"])
    schema_editor.connection.check_constraints()  # PostgreSQL changes no table while checks are still to be made


class Migration(migrations.Migration):

    dependencies = [
        ('scenarios', '0012_example_editions'),
        ('workshops', '0013_no_likelihood_by_authors'),
    ]

    operations = [
        migrations.AddField(
            model_name='annotation',
            name='claim',
            field=models.CharField(blank=True, db_index=True, help_text='Key of the claim that it bears on: kind:scenario:what.', max_length=160),
        ),
        migrations.AddField(
            model_name='annotation',
            name='claim_said',
            field=models.TextField(blank=True, help_text='What that claim said at the time, in `lang`.'),
        ),
        migrations.AddField(
            model_name='annotation',
            name='edition',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='annotations', to='scenarios.exampleedition'),
        ),
        migrations.AddField(
            model_name='annotation',
            name='end',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='annotation',
            name='resolved_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='annotation',
            name='resolved_capacity',
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name='annotation',
            name='start',
            field=models.PositiveIntegerField(default=0, help_text='In characters, from the start of the text.'),
        ),
        migrations.AddField(
            model_name='annotation',
            name='suffix',
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.CreateModel(
            name='AnnotationReply',
            fields=[
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('text', models.TextField()),
                ('capacity', models.CharField(max_length=120)),
                ('at', models.DateTimeField()),
                ('annotation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='replies', to='workshops.annotation')),
                ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.RunPython(anchor, migrations.RunPython.noop),
        migrations.AlterField(
            model_name='annotation',
            name='edition',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='annotations', to='scenarios.exampleedition'),
        ),
        migrations.AlterField(
            model_name='annotation',
            name='start',
            field=models.PositiveIntegerField(help_text='In characters, from the start of the text.'),
        ),
        migrations.AlterField(
            model_name='annotation',
            name='end',
            field=models.PositiveIntegerField(),
        ),
        migrations.RunPython(ANNOTATIONS.freeze, ANNOTATIONS.thaw),
    ]
