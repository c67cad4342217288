"""The scopes in which rows of the daily work lie and who may read them, a module a subject."""
