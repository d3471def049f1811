"""The Code as written, typed."""
