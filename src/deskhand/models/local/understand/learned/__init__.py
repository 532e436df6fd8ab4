"""A small network that puts an instruction the grammar refuses into words the grammar reads."""
