"""What petitions are read by."""
