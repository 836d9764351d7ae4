"""The register opens doors to the documents and figures of its programmes."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """The app, and its two doors."""

    name = "hopluc.web.register"

    def ready(self) -> None:
        from hopluc.web.documents import queries as documents  # models are ready only now
        from hopluc.web.measures import queries as measures
        from hopluc.web.register import queries

        documents.also_seen.append(queries.documents_of_programmes)
        measures.also_seen.append(queries.observations_of_programmes)
        measures.owners_also_seen.append(queries.owners_of_programmes)
