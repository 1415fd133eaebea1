"""What goes in and comes out, as pydantic models.  Imports nothing else of ours."""
