"""What targets are read by."""
