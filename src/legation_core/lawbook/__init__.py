"""The law as data: one TOML file a country, read, checked, explained and compared."""
