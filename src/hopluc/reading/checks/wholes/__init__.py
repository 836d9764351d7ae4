"""Wholes and parts (tổng và phần): what figures add up to."""
