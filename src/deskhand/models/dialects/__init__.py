"""Models that answer in an action language of their own: each a table and a pure function both ways."""
