# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations, models

import workshops.enums


class Migration(migrations.Migration):

    dependencies = [
        ('workshops', '0027_conditions'),
    ]

    operations = [
        migrations.AlterField(
            model_name='round',
            name='state',
            field=models.CharField(choices=[('draft', 'draft'), ('open', 'open'), ('closed', 'closed'), ('annulled', 'annulled')], default=workshops.enums.RoundState['DRAFT'], max_length=8),
        ),
    ]
