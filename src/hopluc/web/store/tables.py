"""The tables of a new database, straight from the models.

A database in use comes to a later version by its migrations, one after another. For a new one that nobody has used they are the long way to
the same tables: each step has Django rebuild its models. tests/web/test_tables_of_models.py holds the two to be the same on SQLite,
test_tables_on_postgresql.py on PostgreSQL. A migration that puts rows in would have to be called here as well.
"""

from collections.abc import Iterator
from importlib import import_module

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils.module_loading import module_has_submodule

from hopluc.web.store.refusals import Refusals


def make_tables(connection: BaseDatabaseWrapper) -> None:
    """Make every table, index and trigger of the models in an empty database, all or nothing, and write down all migrations as done.

    Done because their outcome is there: a site given this database goes on from it with the migrations to come.
    """
    with connection.schema_editor() as editor:
        for app in apps.get_app_configs():
            for model in app.get_models():
                if model._meta.managed and not model._meta.proxy:
                    editor.create_model(model)
        complete_tables(connection)


def complete_tables(connection: BaseDatabaseWrapper) -> None:
    """What tables made from the models still lack: the triggers, and all migrations written down as done."""
    for refusals in refusals_of_apps():
        refusals.create(connection)
    known = MigrationLoader(None, load=False)
    known.load_disk()
    recorder = MigrationRecorder(connection)
    recorder.ensure_schema()
    recorder.migration_qs.bulk_create(recorder.Migration(app=app, name=name) for app, name in known.disk_migrations)


def is_new(connection: BaseDatabaseWrapper) -> bool:
    """Is this a database with nothing in it."""
    return not connection.introspection.table_names()


def refusals_of_apps() -> Iterator[Refusals]:
    """What the `triggers.py` of each app that has one declares; its migrations set the same."""
    for app in apps.get_app_configs():
        if app.module is not None and module_has_submodule(app.module, "triggers"):
            yield import_module(f"{app.name}.triggers").REFUSALS
