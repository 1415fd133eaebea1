"""From facts and drafts to conclusions with reasons: rules, engine, detectors, renderers."""
