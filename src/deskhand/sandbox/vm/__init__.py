"""The virtual machine provider: a desktop with a kernel of its own, behind the walls of a namespace sandbox.

provider     starts machines: from kept memory where there is some, else by booting; takes snapshots
memory       machines kept as files: the ready one of each kind, and snapshots
machine      what they are made of: kernel, first file system, disks
kernel, initrd    Debian's kernel and the modules it needs; what the machine boots from
command      QEMU's command line
accelerator  whether KVM really boots
checks       a line of `deskhand doctor`
machine_sandbox, doors, orders    a machine as the rest of deskhand sees it
keeper, qmp  outside of the machine, inside the walls: runs QEMU, passes on what goes in and out
steward      inside, PID 1: starts the guest
mux          the wire between the two
"""
