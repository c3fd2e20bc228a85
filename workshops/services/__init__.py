# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Changes of the world of acts: one function an act, atomic, keyword-only; the view asks, the service insists."""
