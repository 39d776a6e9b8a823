"""No network access at run time unless asked for: the suite itself runs with the network cut (`make test`)."""

import os
import socket

import pytest


@pytest.mark.skipif(os.environ.get("SELON_CUT") != "1", reason="the network is not cut: run `make test` on Linux")
def test_nothing_but_this_machine_can_be_reached() -> None:
    with pytest.raises(OSError, match="unreachable"):
        socket.create_connection(("192.0.2.1", 80), timeout=2)
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname(), timeout=2):
        pass
