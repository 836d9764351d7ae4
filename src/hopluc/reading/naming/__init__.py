"""Naming (tên gọi): what bodies, places and posts are called, how far a name goes, and the official name it stands for."""
