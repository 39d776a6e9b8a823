"""Runs a command with the network cut: `python -m tests.cut COMMAND…`. Only this machine's loopback is left.

On Linux, where the right to it is there, the command runs in a network namespace of its own, and SELON_CUT=1 tells it
so; elsewhere it runs as it is, and that is said. `make test` runs the whole suite so: whatever would ask the network
fails, in this process, in others, and below Python.
"""

import ctypes
import fcntl
import os
import socket
import struct
import sys
from pathlib import Path

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_GET_FLAGS, _SET_FLAGS, _UP = 0x8913, 0x8914, 0x1


def cut() -> bool:
    """Leaves the network behind; whether that was possible."""
    if not sys.platform.startswith("linux"):
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    user, group = os.geteuid(), os.getegid()
    if libc.unshare(_NEW_NETWORK if user == 0 else _NEW_NETWORK | _NEW_USER) != 0:
        return False
    try:
        if user != 0:  # stays who it was
            Path("/proc/self/setgroups").write_text("deny")
            Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
            Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
        _raise_loopback()
    except OSError as fault:
        sys.exit(f"the network is cut, but this machine cannot be reached either: {fault}")
    return True


def _raise_loopback() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        name = b"lo".ljust(16, b"\0")
        found = fcntl.ioctl(any_socket, _GET_FLAGS, name + bytes(16))
        flags = struct.unpack("16xH", found[:18])[0] | _UP
        fcntl.ioctl(any_socket, _SET_FLAGS, name + struct.pack("H14x", flags))


def main() -> None:
    """Becomes the command."""
    if cut():
        os.environ["SELON_CUT"] = "1"
    else:
        print("tests.cut: the network cannot be cut here; the command runs with it", file=sys.stderr)
    os.execvp(sys.argv[1], sys.argv[1:])


if __name__ == "__main__":
    main()
