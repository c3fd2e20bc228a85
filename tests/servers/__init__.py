# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Real servers for the tests: each for as long as a test needs it, in a folder of its own."""
