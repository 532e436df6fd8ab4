"""What the embedded model can do, one skill per file. A skill takes the hand and a step, acts, looks whether it worked,
tries another way once, and otherwise raises `Stuck` with what it saw. It returns a sentence for the answer, or ""."""
