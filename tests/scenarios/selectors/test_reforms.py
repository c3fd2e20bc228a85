# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Finding a ready-made reform by plain words."""

import pytest
from django.utils import translation

from scenarios.models import ReformRevision
from scenarios.selectors.reforms import catalogue_reforms, with_words
from scenarios.services.reference import load_reference
from tests.factories import ReformRevisionFactory


@pytest.fixture
def loaded(db):
    return load_reference()


def keys(found):
    return [one.reform.key for one in found]


def test_the_catalogue_comes_in_its_own_order_in_one_statement(loaded, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = catalogue_reforms()

    assert keys(found) == list(loaded.reforms)


def test_only_the_latest_edition_of_a_reform_is_listed_and_nobodys_own(loaded):
    ReformRevisionFactory()
    newer = ReformRevisionFactory(reform=loaded.reforms["mw_up_10"].reform, number=2, title="Nieuwer")

    found = catalogue_reforms()

    assert len(found) == len(loaded.reforms)
    assert newer in found
    assert loaded.reforms["mw_up_10"] not in found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("kinderopvang", ["childcare_free"]),
        ("CHILDCARE", ["childcare_free"]),
        ("één jaar ziekte", ["sickpay_1yr"]),
        ("een jaar ziekte loon", ["sickpay_1yr"]),
        ("zeppelin", []),
    ],
)
def test_every_word_must_occur_in_either_language_whatever_its_accents(loaded, words, expected):
    with translation.override("en"):
        assert keys(with_words(catalogue_reforms(), words)) == expected


def test_a_reform_is_found_by_the_lever_it_moves_and_the_rule_it_changes(loaded):
    assert "training_account" in keys(with_words(catalogue_reforms(), "training of workers"))
    rule = loaded.reforms["mw_up_10"].reform.institution.said("title", "nl")
    assert "mw_up_10" in keys(with_words(catalogue_reforms(), rule))


def test_no_words_find_everything(loaded):
    assert len(with_words(catalogue_reforms(), "  ")) == ReformRevision.objects.count()
