# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Knowledge: what may happen, what may change, what was computed, what already happens, and where it comes from."""
