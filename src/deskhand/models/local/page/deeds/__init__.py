"""A wish as a row of deeds, each with what it is done to: heard in either language, done and checked in one way."""
