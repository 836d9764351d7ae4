"""Counting (số lượng và danh sách): announced against what is listed or counted."""
