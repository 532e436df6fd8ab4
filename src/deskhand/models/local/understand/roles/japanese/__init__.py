"""Japanese clauses by their roles."""
