"""The two inference engines, and what they are given: literals and clauses, no law."""
