"""The domain: records of the qualifications system, with the source of every field. No input or output here."""
