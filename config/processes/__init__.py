# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Start, watch and stop everything that one machine needs to run Draagvlak by itself."""
