# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2


import django.db.models.deletion
import uuid
import workshops.enums
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('scenarios', '0001_knowledge'),
        ('workshops', '0001_people'),
    ]

    operations = [
        migrations.CreateModel(
            name='Paragraph',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('number', models.PositiveSmallIntegerField()),
                ('heading', models.CharField(blank=True, max_length=160)),
                ('text', models.TextField()),
            ],
            options={
                'ordering': ['request', 'number'],
            },
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('short_title', models.CharField(max_length=160)),
                ('text', models.TextField()),
                ('answer', models.TextField(blank=True)),
                ('roles', models.TextField(blank=True, help_text='Who acts, centrally and locally.')),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['request', 'number'],
            },
        ),
        migrations.CreateModel(
            name='Request',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('subject', models.CharField(max_length=200)),
                ('sender', models.CharField(max_length=160)),
                ('addressee', models.CharField(max_length=160)),
                ('dated_on', models.DateField()),
                ('reference', models.CharField(blank=True, max_length=200)),
                ('source', models.TextField()),
                ('footnotes', models.JSONField(default=list)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Workshop',
            fields=[
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('slug', models.SlugField(max_length=60, unique=True)),
                ('title', models.CharField(max_length=160)),
                ('purpose', models.TextField()),
                ('product', models.CharField(blank=True, help_text='Kind of product: advice, exploration, letter.', max_length=40)),
                ('phase', models.CharField(choices=[('drafting', 'drafting'), ('comparing', 'comparing'), ('voting', 'voting'), ('concluding', 'concluding')], default=workshops.enums.Phase['DRAFTING'], max_length=12)),
                ('due_on', models.DateField()),
                ('is_public', models.BooleanField(default=False, help_text='Everybody may read; else only who takes part.')),
                ('is_fictional', models.BooleanField(default=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['created_at'],
            },
        ),
        migrations.CreateModel(
            name='Agreements',
            fields=[
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField()),
                ('report_year', models.PositiveSmallIntegerField(default=2030)),
                ('broad_share', models.FloatField(default=0.75, help_text='Share of those who took a position, in every constituency.')),
                ('majority_share', models.FloatField(default=0.5)),
                ('response_share', models.FloatField(default=0.6666666666666666, help_text='Share of seats that must take a position, per constituency.')),
                ('useful_share', models.FloatField(default=0.8, help_text='Share of draws in which a proposal must be useful.')),
                ('useful_variants', models.PositiveSmallIntegerField(default=5, help_text='Of the structural variants.')),
                ('frame_bn', models.FloatField(help_text='bn EUR of 2015 a year that may be spent.')),
                ('frame_year', models.PositiveSmallIntegerField(default=2030)),
                ('frame_is_structural', models.BooleanField(default=True)),
                ('frame_source', models.TextField()),
                ('frame_status', models.CharField(default='assumption', max_length=12)),
                ('absent_groups', models.TextField(blank=True, help_text='Groups that nobody at the table represents.')),
                ('locked_at', models.DateTimeField(blank=True, null=True)),
                ('locked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('workshop', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agreements', to='workshops.workshop')),
            ],
            options={
                'ordering': ['workshop', '-version'],
            },
        ),
        migrations.CreateModel(
            name='Constituency',
            fields=[
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.SlugField(max_length=30)),
                ('order', models.PositiveSmallIntegerField()),
                ('title', models.CharField(help_text='Plural: the members of this side.', max_length=80)),
                ('singular', models.CharField(help_text='One member of this side.', max_length=80)),
                ('mark', models.CharField(choices=[('square', 'square'), ('disc', 'disc'), ('triangle', 'triangle')], max_length=10)),
                ('groups', models.JSONField(default=list, help_text='Population groups it represents; empty: the general interest.')),
                ('quorum', models.PositiveSmallIntegerField(default=0)),
                ('yardstick', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='constituencies', to='scenarios.yardstick')),
                ('workshop', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='constituencies', to='workshops.workshop')),
            ],
            options={
                'ordering': ['workshop', 'order'],
            },
        ),
        migrations.CreateModel(
            name='Delegation',
            fields=[
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.SlugField(max_length=40)),
                ('name', models.CharField(max_length=120)),
                ('is_fictional', models.BooleanField(default=False)),
                ('constituency', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='delegations', to='workshops.constituency')),
            ],
            options={
                'ordering': ['constituency', 'name'],
            },
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('tabled_at', models.DateTimeField()),
                ('reasons', models.TextField()),
                ('addresses_kind', models.CharField(choices=[('bottleneck', 'bottleneck'), ('opportunity', 'opportunity')], max_length=12)),
                ('addresses', models.TextField(help_text='The bottleneck it eases or the opportunity it takes.')),
                ('scope', models.CharField(choices=[('this_advice', 'this_advice'), ('separate_track', 'separate_track'), ('pass_on', 'pass_on')], default=workshops.enums.Scope['THIS_ADVICE'], max_length=16)),
                ('track', models.CharField(blank=True, max_length=20)),
                ('state', models.CharField(choices=[('tabled', 'tabled'), ('parked', 'parked'), ('withdrawn', 'withdrawn')], default=workshops.enums.ProposalState['TABLED'], max_length=10)),
                ('parked_because', models.TextField(blank=True)),
                ('form_key', models.UUIDField(blank=True, help_text='Says that a form was sent before: no doubles.', null=True, unique=True)),
                ('constituency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='workshops.constituency')),
                ('delegation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='workshops.delegation')),
                ('reform_revision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='scenarios.reformrevision')),
                ('tabled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='proposals', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['workshop', 'number'],
            },
        ),
        migrations.CreateModel(
            name='AskingSentence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('key', models.SlugField(max_length=60)),
                ('order', models.PositiveSmallIntegerField()),
                ('quote', models.TextField()),
                ('label', models.CharField(max_length=160)),
                ('track', models.CharField(choices=[('this_advice', 'this_advice'), ('skills', 'skills'), ('circular_economy', 'circular_economy')], default=workshops.enums.Track['THIS_ADVICE'], max_length=20)),
                ('answered_by', models.CharField(max_length=30)),
                ('paragraph', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='asks', to='workshops.paragraph')),
                ('question', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='asks', to='workshops.question')),
            ],
            options={
                'ordering': ['paragraph', 'order'],
            },
        ),
        migrations.AddField(
            model_name='question',
            name='request',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='workshops.request'),
        ),
        migrations.AddField(
            model_name='paragraph',
            name='request',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='paragraphs', to='workshops.request'),
        ),
        migrations.CreateModel(
            name='Round',
            fields=[
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('title', models.CharField(blank=True, max_length=160)),
                ('body', models.CharField(choices=[('commission', 'commission'), ('council', 'council')], default=workshops.enums.Body['COUNCIL'], max_length=10)),
                ('mode', models.CharField(choices=[('named', 'named')], default=workshops.enums.BallotMode['NAMED'], max_length=10)),
                ('is_live', models.BooleanField(default=True, help_text='Counts are shown while the round is open.')),
                ('state', models.CharField(choices=[('draft', 'draft'), ('open', 'open'), ('closed', 'closed')], default=workshops.enums.RoundState['DRAFT'], max_length=8)),
                ('opened_at', models.DateTimeField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('agreements', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rounds', to='workshops.agreements')),
                ('workshop', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rounds', to='workshops.workshop')),
            ],
            options={
                'ordering': ['workshop', 'number'],
            },
        ),
        migrations.CreateModel(
            name='Poll',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('reform_revision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='scenarios.reformrevision')),
                ('scenario_revision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='scenarios.scenariorevision')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='polls', to='workshops.proposal')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='polls', to='workshops.round')),
            ],
            options={
                'ordering': ['round', 'proposal', 'scenario_revision'],
            },
        ),
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('constituency', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='seats', to='workshops.constituency')),
                ('delegation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='workshops.delegation')),
            ],
            options={
                'ordering': ['constituency', 'number'],
            },
        ),
        migrations.CreateModel(
            name='RoundSeat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='electorate', to='workshops.round')),
                ('seat', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshops.seat')),
            ],
        ),
        migrations.AddField(
            model_name='proposal',
            name='seat',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='workshops.seat'),
        ),
        migrations.CreateModel(
            name='Mandate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('holding', models.CharField(choices=[('member', 'member'), ('substitute', 'substitute')], max_length=10)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mandates', to=settings.AUTH_USER_MODEL)),
                ('seat', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mandates', to='workshops.seat')),
            ],
            options={
                'ordering': ['seat', 'holding'],
            },
        ),
        migrations.CreateModel(
            name='Ballot',
            fields=[
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('need', models.CharField(blank=True, choices=[('yes', 'yes'), ('no', 'no'), ('unknown', 'unknown')], max_length=8)),
                ('stance', models.CharField(choices=[('5', '5'), ('4', '4'), ('3', '3'), ('2', '2'), ('1', '1'), ('abstain', 'abstain'), ('information', 'information'), ('mandate', 'mandate')], max_length=12)),
                ('reason', models.TextField(blank=True)),
                ('would_change', models.TextField(blank=True)),
                ('holding', models.CharField(choices=[('member', 'member'), ('substitute', 'substitute')], default=workshops.enums.Holding['MEMBER'], max_length=10)),
                ('cast_at', models.DateTimeField()),
                ('cast_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ballots', to=settings.AUTH_USER_MODEL)),
                ('poll', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ballots', to='workshops.poll')),
                ('seat', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ballots', to='workshops.seat')),
            ],
        ),
        migrations.CreateModel(
            name='TallyRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stance', models.CharField(max_length=12)),
                ('count', models.PositiveIntegerField(default=0)),
                ('constituency', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='workshops.constituency')),
                ('poll', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tally_rows', to='workshops.poll')),
            ],
        ),
        migrations.AddField(
            model_name='request',
            name='workshop',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='request', to='workshops.workshop'),
        ),
        migrations.AddField(
            model_name='proposal',
            name='workshop',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proposals', to='workshops.workshop'),
        ),
        migrations.CreateModel(
            name='Participation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('facilitator', 'facilitator'), ('secretary', 'secretary'), ('observer', 'observer')], max_length=12)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participations', to=settings.AUTH_USER_MODEL)),
                ('workshop', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participations', to='workshops.workshop')),
            ],
        ),
        migrations.CreateModel(
            name='Milestone',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('title', models.CharField(max_length=160)),
                ('days_before', models.PositiveIntegerField()),
                ('workshop', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='milestones', to='workshops.workshop')),
            ],
            options={
                'ordering': ['workshop', '-days_before'],
            },
        ),
        migrations.CreateModel(
            name='JournalEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sequence', models.PositiveIntegerField()),
                ('at', models.DateTimeField()),
                ('act', models.CharField(max_length=30)),
                ('actor', models.UUIDField(null=True)),
                ('capacity', models.CharField(blank=True, max_length=120)),
                ('subject', models.CharField(blank=True, max_length=120)),
                ('data', models.JSONField(default=dict)),
                ('previous_hash', models.CharField(max_length=64)),
                ('hash', models.CharField(max_length=64)),
                ('workshop', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='journal', to='workshops.workshop')),
            ],
            options={
                'ordering': ['workshop', 'sequence'],
            },
        ),
        migrations.CreateModel(
            name='ConsensusReport',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('content', models.JSONField(help_text='Language to report model.')),
                ('content_hash', models.CharField(max_length=64)),
                ('compiled_at', models.DateTimeField()),
                ('compiled_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('workshop', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='workshops.workshop')),
            ],
            options={
                'ordering': ['workshop', '-number'],
            },
        ),
        migrations.CreateModel(
            name='Annotation',
            fields=[
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('part', models.CharField(choices=[('cope', 'cope'), ('prepare', 'prepare')], max_length=10)),
                ('quote', models.TextField()),
                ('prefix', models.CharField(blank=True, max_length=80)),
                ('note', models.TextField()),
                ('stance', models.CharField(choices=[('supports', 'supports'), ('contradicts', 'contradicts'), ('nuances', 'nuances')], max_length=12)),
                ('tag', models.CharField(blank=True, max_length=80)),
                ('capacity', models.CharField(max_length=120)),
                ('created_at', models.DateTimeField()),
                ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='annotations', to=settings.AUTH_USER_MODEL)),
                ('example', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='annotations', to='scenarios.practiceexample')),
                ('workshop', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='annotations', to='workshops.workshop')),
            ],
            options={
                'ordering': ['created_at'],
            },
        ),
        migrations.CreateModel(
            name='WorkshopScenario',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('letter', models.CharField(max_length=2)),
                ('order', models.PositiveSmallIntegerField()),
                ('revision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='scenarios.scenariorevision')),
                ('scenario', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='scenarios.scenario')),
                ('workshop', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='places', to='workshops.workshop')),
            ],
            options={
                'ordering': ['workshop', 'order'],
            },
        ),
        migrations.AddField(
            model_name='workshop',
            name='scenarios',
            field=models.ManyToManyField(related_name='workshops', through='workshops.WorkshopScenario', to='scenarios.scenario'),
        ),
        migrations.CreateModel(
            name='Judgement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('lang', models.CharField(default='nl', max_length=5)),
                ('translations', models.JSONField(blank=True, default=dict)),
                ('direction', models.CharField(choices=[('better', 'better'), ('worse', 'worse'), ('no_difference', 'no_difference'), ('disputed', 'disputed')], max_length=15)),
                ('reason', models.TextField()),
                ('evidence', models.TextField(blank=True)),
                ('judged_by', models.CharField(blank=True, max_length=160)),
                ('judged_at', models.DateTimeField()),
                ('constituency', models.ForeignKey(help_text='Whose groups it is about.', on_delete=django.db.models.deletion.CASCADE, related_name='judgements', to='workshops.constituency')),
                ('scenario_revision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='scenarios.scenariorevision')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='judgements', to='workshops.proposal')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('proposal', 'scenario_revision', 'constituency'), name='one_judgement_per_cell')],
            },
        ),
        migrations.AddConstraint(
            model_name='poll',
            constraint=models.UniqueConstraint(fields=('round', 'proposal', 'scenario_revision'), name='one_poll_per_cell'),
        ),
        migrations.AddConstraint(
            model_name='seat',
            constraint=models.UniqueConstraint(fields=('constituency', 'number'), name='one_seat_per_number'),
        ),
        migrations.AddConstraint(
            model_name='roundseat',
            constraint=models.UniqueConstraint(fields=('round', 'seat'), name='a_seat_once_per_round'),
        ),
        migrations.AddConstraint(
            model_name='ballot',
            constraint=models.UniqueConstraint(fields=('poll', 'seat'), name='one_ballot_per_seat'),
        ),
        migrations.AddConstraint(
            model_name='tallyrow',
            constraint=models.UniqueConstraint(fields=('poll', 'constituency', 'stance'), name='one_tally_row_per_answer'),
        ),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.UniqueConstraint(fields=('workshop', 'number'), name='one_round_per_number'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.UniqueConstraint(fields=('workshop', 'number'), name='one_proposal_per_number'),
        ),
        migrations.AddConstraint(
            model_name='participation',
            constraint=models.UniqueConstraint(fields=('workshop', 'person', 'role'), name='one_role_once'),
        ),
        migrations.AddConstraint(
            model_name='journalentry',
            constraint=models.UniqueConstraint(fields=('workshop', 'sequence'), name='one_entry_per_place'),
        ),
        migrations.AddConstraint(
            model_name='constituency',
            constraint=models.UniqueConstraint(fields=('workshop', 'key'), name='one_constituency_per_key'),
        ),
        migrations.AddConstraint(
            model_name='consensusreport',
            constraint=models.UniqueConstraint(fields=('workshop', 'number'), name='one_report_per_number'),
        ),
        migrations.AddConstraint(
            model_name='agreements',
            constraint=models.UniqueConstraint(fields=('workshop', 'version'), name='one_agreement_per_version'),
        ),
        migrations.AddConstraint(
            model_name='workshopscenario',
            constraint=models.UniqueConstraint(fields=('workshop', 'scenario'), name='a_scenario_once_per_workshop'),
        ),
        migrations.AddConstraint(
            model_name='workshopscenario',
            constraint=models.UniqueConstraint(fields=('workshop', 'letter'), name='one_scenario_per_letter'),
        ),
    ]
