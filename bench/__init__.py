"""Benchmarks against peers, run by `make bench`; bench/README.md holds what they last said."""
