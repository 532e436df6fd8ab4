"""The loop: model, guard, tools, journal; limits, cost, resume."""
