# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Studies: what each kind asks, what each kind answers, and the row that holds both."""
