# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Text that people wrote in one language, with translations beside it."""

from typing import Any

from django.db import models
from django.utils.translation import get_language


class Written(models.Model):
    """Something written in `lang`; `translations` holds {language: {field: text}} added later."""

    lang = models.CharField(max_length=5, default="nl")
    translations = models.JSONField(default=dict, blank=True)

    class Meta:
        abstract = True

    def said(self, field: str, language: str | None = None) -> Any:
        """Return a field in the reader's language, else in the language it was written in."""
        language = (language or get_language() or "nl")[:2]
        if language == self.lang:
            return getattr(self, field)
        return self.translations.get(language, {}).get(field) or getattr(self, field)

    def said_lang(self, field: str, language: str | None = None) -> str:
        """Return the language that `said` answers in, for the `lang` attribute."""
        language = (language or get_language() or "nl")[:2]
        return language if self.translations.get(language, {}).get(field) else self.lang
