"""Rates (tỷ lệ, bình quân, quy đổi): shares, averages, products and units."""
