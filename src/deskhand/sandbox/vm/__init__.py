"""The virtual machine provider: a desktop with a kernel of its own, behind the walls of a namespace sandbox."""
