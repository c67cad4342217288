"""The demonstration and its script: acts with instants, played by a cast on a clock that is not the world's."""
