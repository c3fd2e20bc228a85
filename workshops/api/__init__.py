# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The acts as JSON, for whoever may see and do them: the same rules, services and selectors as the pages."""
