"""Long expressions whose SQL is written once and stands in the queries of many requests: only their words are kept, never an answer."""

from typing import Any

from django.db.models import Expression, QuerySet


class Written(Expression):
    """An expression already resolved against a table, put as it is into any query over that table; its SQL is written once.

    Django resolves and writes an expression anew wherever a query names it. Of a state derived in a dozen steps, each of which names
    others, that cost a page more than the database took to answer. It fits a query whose rows come straight from the same table
    with the same joins (a filtered relation keeps its name); in a subquery, where names change, it is written anew.
    """

    def __init__(self, expression: Any) -> None:
        super().__init__(output_field=expression.output_field)
        self.expression = expression
        self.words: dict[str, tuple[str, tuple[Any, ...]]] = {}

    def get_source_expressions(self) -> list[Any]:
        return [self.expression]

    def set_source_expressions(self, exprs: Any) -> None:
        """Take another expression, as a copy does under other names: what was written goes with the old one."""
        (self.expression,) = exprs
        self.words = {}

    def resolve_expression(self, *args: Any, **kwargs: Any) -> "Written":
        return self

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """The SQL and its values, as first written for this kind of database."""
        words = self.words.get(connection.vendor)
        if words is None:
            sql, values = compiler.compile(self.expression)
            words = self.words[connection.vendor] = sql, tuple(values)
        return words

    @property
    def identity(self) -> tuple[Any, ...]:
        """What makes two of them the same: the very expression they hold."""
        return (type(self), id(self.expression))


def written(rows: QuerySet[Any], *names: str) -> dict[str, Any]:
    """Those annotations of the rows, to be put on other rows of the same table by `alias` or `annotate`."""
    found = {name: rows.query.annotations[name] for name in names}
    return {name: one if isinstance(one, Written) else Written(one) for name, one in found.items()}
