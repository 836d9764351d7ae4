"""The room of indices opens a door to the documents that are evidence of its figures."""

from django.apps import AppConfig


class ObservatoryConfig(AppConfig):
    """The app, and its door."""

    name = "hopluc.web.observatory"

    def ready(self) -> None:
        from hopluc.web.documents import queries as documents  # models are ready only now
        from hopluc.web.observatory import queries

        documents.also_seen.append(queries.documents_of_proofs)
