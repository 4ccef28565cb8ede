"""From a wish to the calls of tools: which to make, what they brought, what is still missing."""
