"""English clauses by their roles."""
