# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

from collections import Counter

from django.db import migrations, models


def count_needs(apps, schema_editor):
    """Give every side of every poll the rows of the second question, counted from the ballots that are there."""
    Ballot, TallyRow = apps.get_model("workshops", "Ballot"), apps.get_model("workshops", "TallyRow")
    counted = Counter()
    for poll, seat_side, side, need in Ballot.objects.exclude(need="").values_list(
        "poll", "seat__constituency", "side", "need"
    ):
        counted[poll, seat_side or side, need] += 1
    places = TallyRow.objects.order_by().values_list("poll", "constituency").distinct()
    TallyRow.objects.bulk_create(
        TallyRow(poll_id=poll, constituency_id=side, need=need, count=counted[poll, side, need])
        for poll, side in list(places)
        for need in ("yes", "no", "unknown")
    )


def forget_needs(apps, schema_editor):
    apps.get_model("workshops", "TallyRow").objects.exclude(need="").delete()


class Migration(migrations.Migration):

    dependencies = [
        ('workshops', '0020_amendments'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='tallyrow',
            name='one_tally_row_per_answer',
        ),
        migrations.AddField(
            model_name='tallyrow',
            name='need',
            field=models.CharField(blank=True, max_length=8),
        ),
        migrations.AlterField(
            model_name='tallyrow',
            name='stance',
            field=models.CharField(blank=True, max_length=12),
        ),
        migrations.AddConstraint(
            model_name='tallyrow',
            constraint=models.UniqueConstraint(fields=('poll', 'constituency', 'stance', 'need'), name='one_tally_row_per_answer'),
        ),
        migrations.AddConstraint(
            model_name='tallyrow',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('stance', ''), ('need', ''), _connector='OR'), models.Q(('need', ''), ('stance', ''), _negated=True)), name='a_tally_row_counts_one_question'),
        ),
        migrations.RunPython(count_needs, forget_needs),
    ]
