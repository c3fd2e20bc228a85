# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations

from scenarios.models.frozen import REFORM_EDITIONS, SCENARIO_EDITIONS


class Migration(migrations.Migration):
    dependencies = [("scenarios", "0001_knowledge")]
    operations = [
        migrations.RunPython(SCENARIO_EDITIONS.freeze, SCENARIO_EDITIONS.thaw),
        migrations.RunPython(REFORM_EDITIONS.freeze, REFORM_EDITIONS.thaw),
    ]
