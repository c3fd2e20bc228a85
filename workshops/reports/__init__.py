# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Documents: compiled from selectors as plain data, written by writers; nothing is stored here."""
