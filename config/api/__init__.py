# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What every address of the API shares: who asks, how errors look, how the schema is published."""
