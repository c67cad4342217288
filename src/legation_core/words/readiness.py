"""Sentences of codes D2##: gates of readiness."""

SENTENCES: dict[str, str] = {
    "D201": "The gate {gate} follows from records and is not set by hand. Do what is missing; the gate follows.",
    "D202": "A gate is set as met, under way, stopped or not known. Choose one of these.",
    "D203": "A gate set by hand says on what it rests: who told it, by which paper or call. Write it down.",
}
