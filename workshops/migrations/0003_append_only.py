# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations

from scenarios.models.frozen import JOURNAL, REPORTS


class Migration(migrations.Migration):
    dependencies = [("workshops", "0002_acts")]
    operations = [
        migrations.RunPython(JOURNAL.freeze, JOURNAL.thaw),
        migrations.RunPython(REPORTS.freeze, REPORTS.thaw),
    ]
