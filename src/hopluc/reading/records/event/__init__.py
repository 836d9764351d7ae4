"""What events are read by."""
