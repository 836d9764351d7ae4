"""The door for the server: `granian --interface wsgi hopluc.web.wsgi:application`."""

import gc
import os

from django.core.wsgi import get_wsgi_application

BETWEEN_LOOKS = (50_000, 20, 20)
"""After how many new objects Python looks for rings of them, and how seldom among older ones: a page makes tens of thousands."""


def keep_what_is_loaded() -> None:
    """Load every page before the first is asked for, and have Python look for garbage among what requests make alone: a tenth of the CPU
    of a page went into looking through the program itself, again and again.
    """
    from django.urls import get_resolver  # the settings are known only now

    assert get_resolver().url_patterns
    gc.collect()
    gc.freeze()
    gc.set_threshold(*BETWEEN_LOOKS)


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hopluc.web.settings")
application = get_wsgi_application()
keep_what_is_loaded()
