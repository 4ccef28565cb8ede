"""Evidence as the checks read it: its lines and facts as units, the words it holds, its name and its codes."""

from guardrails.output.source.facts import fact_tables
from guardrails.output.source.records import source_of
from guardrails.output.source.shelf import Read, Shelf
from guardrails.output.source.stems import latin, stems_of
from guardrails.output.source.unit import Source, Unit

__all__ = ["Read", "Shelf", "Source", "Unit", "fact_tables", "latin", "source_of", "stems_of"]
