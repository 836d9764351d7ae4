"""Retold (điều nêu hai lần): one thing told twice with two values, within a document and across documents."""
