"""Monitoring: sampled turns of production scored, compared with a reference week, joined with feedback."""
