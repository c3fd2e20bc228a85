# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Lay down what the house starts with: institutions, ready-made reforms, four scenarios, yardsticks."""

from scenarios.services.reference.loading import Reference, load_reference

__all__ = ["Reference", "load_reference"]
