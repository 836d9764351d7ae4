"""Keeping (lưu giữ): backup and restore of the whole site, and whether what was fixed is still whole."""
