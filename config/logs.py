# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What goes into a log: events with words, never what people wrote."""

from structlog.typing import EventDict, WrappedLogger


def without_query(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Leave out what stands behind the question mark of an address: what somebody searched for, or tried."""
    if isinstance(event.get("request"), str):
        event["request"] = event["request"].partition("?")[0]
    return event
