# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('workshops', '0028_annulled_rounds'),
    ]

    operations = [
        migrations.CreateModel(
            name='ReportPdf',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('lang', models.CharField(max_length=5)),
                ('pdf', models.BinaryField()),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pdfs', to='workshops.consensusreport')),
            ],
            options={
                'ordering': ['report', 'lang'],
                'constraints': [models.UniqueConstraint(fields=('report', 'lang'), name='one_pdf_per_report_and_language')],
            },
        ),
    ]
