"""What a model is offered: the Anthropic-defined tools, all versions in one table, schema and executor together."""
