# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations

from scenarios.models.frozen import FIRST_REFORM_EDITIONS, FIRST_SCENARIO_EDITIONS


class Migration(migrations.Migration):
    dependencies = [("scenarios", "0001_knowledge")]
    operations = [
        migrations.RunPython(FIRST_SCENARIO_EDITIONS.freeze, FIRST_SCENARIO_EDITIONS.thaw),
        migrations.RunPython(FIRST_REFORM_EDITIONS.freeze, FIRST_REFORM_EDITIONS.thaw),
    ]
