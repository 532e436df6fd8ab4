"""The last reader: clauses by their verbs, objects and values, with the words kept as they are said."""
