"""The rules of elections at missions abroad, and what an outside verifier needs: standard library only.

Values in, values out. Nothing here knows a clock, a table, a setting, a language other than English, or a country.
"""
