"""Measurements as ratios against something named, run alternately in one session. `make bench` writes docs/benchmarks.md."""
