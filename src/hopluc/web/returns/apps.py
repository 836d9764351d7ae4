"""Returns offers a round on the page of a document that asks for reports."""

from django.apps import AppConfig


class ReturnsConfig(AppConfig):
    """The app, and what it offers."""

    name = "hopluc.web.returns"

    def ready(self) -> None:
        from hopluc.web.intake import pages  # models are ready only now
        from hopluc.web.returns.proposing import offer

        pages.also_offered.append(offer)
