# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Read what is sent: JSON only, of a bounded size; whatever is wrong with it is the sender's to know."""

import codecs
import json
from collections.abc import Mapping
from typing import IO, Any, NoReturn

from django.conf import settings
from django.utils.translation import gettext as _
from rest_framework import status
from rest_framework.exceptions import APIException, ParseError
from rest_framework.parsers import BaseParser


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
            return json.loads(codecs.decode(sent, self._encoding(parser_context)), parse_constant=_refuse)
        except (ValueError, LookupError, RecursionError) as error:
            raise ParseError(_("This is not JSON that we can read: %(why)s") % {"why": str(error)[:200]}) from error

    @staticmethod
    def _encoding(context: Mapping[str, Any] | None) -> str:
        return str((context or {}).get("encoding") or settings.DEFAULT_CHARSET)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
