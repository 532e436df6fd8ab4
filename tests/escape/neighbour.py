"""Someone with something to lose: a process with a secret in every place from which one might be stolen.

It is run three times: as a program of the host, as the program of another sandbox, and, for the control, beside the
attempt in the weak sandbox. Arguments: the secret, and where to put it, as JSON. It says when all is in place.
"""

# ruff: noqa: PTH101, PTH103, PTH120
import ctypes
import json
import os
import socket
import sys

places = json.loads(sys.argv[2])
held = []  # what would be closed when it is forgotten
libc = ctypes.CDLL(None, use_errno=True)

for path in places.get("files", []):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(sys.argv[1])
    os.chmod(path, 0o644)
    held.append(os.open(path, os.O_RDONLY))

abstract = socket.socket(socket.AF_UNIX)
abstract.bind("\0" + places["abstract"])
abstract.listen()
loopback = socket.create_server(("127.0.0.1", places["port"]))
if "display" in places:
    os.makedirs("/tmp/.X11-unix", exist_ok=True)
    display = socket.socket(socket.AF_UNIX)
    display.bind(places["display"])
    display.listen()
shared = libc.shmget(ctypes.c_int(places["memory"]), ctypes.c_size_t(4096), ctypes.c_int(0o1666))  # IPC_CREAT
if places.get("unshare"):
    libc.unshare(ctypes.c_int(0x4000_0000 | 0x0002_0000))  # namespaces of its own, to be entered by whoever can
print("ready", flush=True)
try:
    sys.stdin.read()
finally:
    libc.shmctl(shared, 0, None)
