"""The container provider: a desktop in a container of Docker or Podman."""
