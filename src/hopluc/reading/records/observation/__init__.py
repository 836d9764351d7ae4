"""What observations are read by."""
