"""A display document into one format each: nothing is looked up here, and nothing decided."""
