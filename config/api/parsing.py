# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Read what is sent: JSON only, of a bounded size; whatever is wrong with it is the sender's to know."""

import codecs
import json
import re
from collections.abc import Mapping
from typing import IO, Any, NoReturn

from django.conf import settings
from django.utils.translation import gettext as _
from rest_framework import status
from rest_framework.exceptions import APIException, ParseError, ValidationError
from rest_framework.parsers import BaseParser
from rest_framework.settings import api_settings


class TooLargeError(APIException):
    """More was sent than we read."""

    status_code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE


class BoundedJSONParser(BaseParser):
    """As much JSON as a form may be large; NaN and Infinity are not JSON."""

    media_type = "application/json"

    def parse(
        self, stream: IO[bytes], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        """Return what was sent, or say why it cannot be read."""
        del media_type
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        sent = stream.read(most + 1)
        if len(sent) > most:
            raise TooLargeError(_("Too much was sent: at most %(most)d bytes are read.") % {"most": most})
        try:
            text = codecs.decode(sent, self._encoding(parser_context))
            return json.loads(text, parse_constant=_refuse)
        except NoNumberError as error:
            raise ValidationError({_field_of(error.constant, text): [no_number(error.constant)]}) from error
        except (ValueError, LookupError, RecursionError) as error:
            raise ParseError(_("This is not JSON that we can read: %(why)s") % {"why": str(error)[:200]}) from error

    @staticmethod
    def _encoding(context: Mapping[str, Any] | None) -> str:
        return str((context or {}).get("encoding") or settings.DEFAULT_CHARSET)


class NoNumberError(Exception):
    """A word was sent in the place of a number."""

    def __init__(self, constant: str) -> None:
        super().__init__(constant)
        self.constant = constant


def _refuse(constant: str) -> NoReturn:
    raise NoNumberError(constant)


def no_number(constant: str) -> str:
    """Say what to send instead of NaN or Infinity."""
    return _("%(sent)s is not a number. Send a finite number, or leave the field out.") % {"sent": constant}


def _field_of(constant: str, text: str) -> str:
    """Return the name before a word in the place of a number, else the place of the whole."""
    found = re.search(rf'"([^"\\]{{1,60}})"\s*:[^\]"{{}}]*{re.escape(constant)}', text)
    return found[1] if found else str(api_settings.NON_FIELD_ERRORS_KEY)
