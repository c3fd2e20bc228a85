# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Acts: who sits at the table, who tabled, voted, annotated and concluded, and when the phase allowed it."""
