# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What all may read of the knowledge, as JSON: the same selectors as the pages, shaped and no more."""
