"""secc: a compiler for a legal code.

The folders are the pipeline, read from `syntax` (text to tree) through `code`, `resolve`, `check` and `document`
to `render`, `site` and `cli`; docs/architecture.md tells it with its invariants.
"""
