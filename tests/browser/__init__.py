# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A real browser looks at every page, and somebody without a mouse or without scripts uses them."""
