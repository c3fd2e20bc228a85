# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('scenarios', '0006_own_projections'),
    ]

    operations = [
        migrations.AddField(
            model_name='payoff',
            name='variants',
            field=models.BinaryField(default=bytes, help_text='The same per line and structural variant; empty when an earlier version ran it.'),
        ),
        migrations.AddField(
            model_name='projection',
            name='useful_under',
            field=models.JSONField(default=list, help_text='Keys of the structural variants in which it is useful.'),
        ),
        migrations.AlterField(
            model_name='payoff',
            name='draws',
            field=models.BinaryField(help_text='Per line of the yardstick and draw, float64: smallest differences that matter, positive is better.'),
        ),
    ]
