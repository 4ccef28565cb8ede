"""The embedded engine: Qdrant Edge over immutable snapshots on disk."""
