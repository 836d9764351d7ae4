"""What programs read of the site: JSON, read only, under a versioned address, and only what the account that asks may see."""
