# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Changes of the world of knowledge: one function an act, atomic, keyword-only."""
