"""The container provider: a desktop in a container of Docker or Podman.

provider   decides everything, and has a launcher hold it
wanted     a container as we want it; docker, podman: the same in each engine's words
profile    the table of system calls as the engines' JSON
init       PID 1 inside: hands out the sockets of its network, starts the guest, waits
keeper     outside, in the launcher's process: starts the container, takes over, ends it
plan       what the keeper is told
engine     the engines' commands, and what they lack; images: what they start from; sweep: what crashes left
"""
