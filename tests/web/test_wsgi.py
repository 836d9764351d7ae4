"""The door for the server loads every page, and leaves what is loaded out of the search for garbage."""

import gc


def test_what_is_loaded_is_not_looked_through_again():
    before = gc.get_threshold()
    try:
        from hopluc.web import wsgi  # to load it is what is tried

        gc.unfreeze()
        wsgi.keep_what_is_loaded()
        assert gc.get_freeze_count() > 10_000
        assert gc.get_threshold() == wsgi.BETWEEN_LOOKS
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
