"""Intake tells lists of documents how much in each waits for an officer, and what of an agency's files is not read yet;
it lets go of what waits for a programme that is withdrawn."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """The app, and what it tells."""

    name = "hopluc.web.intake"

    def ready(self) -> None:
        from hopluc.web.documents import queries as documents  # models are ready only now
        from hopluc.web.intake import queries
        from hopluc.web.intake.actions.finding import follow_programme
        from hopluc.web.register.actions import rows

        documents.also_told.append(queries.told_of_documents)
        documents.also_kept.append(queries.bytes_waiting)
        rows.followed_by.append(follow_programme)
