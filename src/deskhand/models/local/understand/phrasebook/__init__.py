"""How people say each act: read by `matcher`."""
