# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Serve the site on a socket that was opened by whoever started this: `python -m config.processes.site NUMBER`."""

import socket
import sys

import uvicorn

SECONDS_FOR_OPEN_PAGES = 2


def main(descriptor: int) -> None:
    """Run until asked to stop; open live streams are cut off after two seconds, and find their way back."""
    configuration = uvicorn.Config(
        "config.asgi:application",
        lifespan="off",
        ws="none",
        access_log=False,
        log_level="info",
        server_header=False,
        timeout_graceful_shutdown=SECONDS_FOR_OPEN_PAGES,
    )
    uvicorn.Server(configuration).run(sockets=[socket.socket(fileno=descriptor)])


if __name__ == "__main__":
    main(int(sys.argv[1]))
