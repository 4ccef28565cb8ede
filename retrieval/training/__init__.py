"""Training of the static embedding on official occupation and skill texts (extra ``train``)."""
