"""The walls: how a desktop is started, confined, limited, reset and destroyed.

interface    what the rest of deskhand sees: Spec, Limits, Sandbox, CannotConfine
open         walls, guest and stream together: `open_desktop`
providers    what walls can be made of; strength: which of them this machine has, the strongest first
held         a sandbox and the process that holds it, whatever its walls are made of
namespaces   the usual provider: decides everything, starts the launcher, speaks to it
container/   containers of Docker and Podman; vm/: virtual machines
rootfs       a small Debian for these two
plan         what the provider tells the launcher, and hears from it
launcher     a clean process that holds one sandbox: builds it, watches it, ends it
inside       the child: from fresh namespaces to the program inside
mounts       the file tree inside
idmaps       whose files are whose: user namespaces, and mounts with other owners
share, lend  the one folder of the host that can be written
syscalls     mount, clone, seccomp … as Python functions
channel      messages with descriptors between launcher and child
syscall_table, filter   the one table of allowed system calls, and its compiler to BPF
cgroups      limits on memory, processes and processor time
image, skeleton   what stands inside: the host's /usr, a made /etc, the guest
session, sweep    folders of running sandboxes, and clearing up after dead ones
checks, diagnose  what this machine lacks, and the remedy
"""
