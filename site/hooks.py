"""Hands the compiler's pages to MkDocs."""

from secc.site.host import on_config, on_env, on_files, on_post_build

__all__ = ["on_config", "on_env", "on_files", "on_post_build"]
