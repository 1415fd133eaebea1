"""The commands of ``dhr``: each parses, calls the API, renders and chooses an exit status."""
