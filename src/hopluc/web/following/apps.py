"""Attachments count among the files an agency keeps."""

from django.apps import AppConfig


class FollowingConfig(AppConfig):
    """The app, and what it tells."""

    name = "hopluc.web.following"

    def ready(self) -> None:
        from hopluc.web.documents import queries as documents  # models are ready only now
        from hopluc.web.following import queries

        documents.also_kept.append(queries.bytes_attached)
