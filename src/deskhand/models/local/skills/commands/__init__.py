"""Using a program that nobody described: its commands are looked for where programs keep them, by what they say."""
