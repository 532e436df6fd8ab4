"""Sessions over HTTP: what the page and programs speak, from a task to its files."""
