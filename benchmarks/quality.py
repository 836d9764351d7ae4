"""Quality of reading: precision, recall and F1 a kind on the evaluation documents, the development split and the held-out one apart.

Run: python -m benchmarks.quality
"""

import json
from collections.abc import Iterable
from functools import reduce
from pathlib import Path

from evaluation import CONTRADICTIONS_ONLY
from evaluation.score import RECORDS, VALUES, Score, score

from hopluc.reading import read
from hopluc.reading.cases import OURS, every_kind, tally
from hopluc.reading.sources import open_source

FOLDER = Path(__file__).resolve().parents[1] / "evaluation"


def scores_of(name: str) -> dict[str, Score]:
    """Scores by kind of one evaluation document; a kind the document does not mark has no score."""
    document = open_source(FOLDER / "texts" / f"{name}.txt")
    gold = [json.loads(line) for line in (FOLDER / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    by_kind = score(gold, list(read(document).lines()))
    if name not in CONTRADICTIONS_ONLY:
        return by_kind
    return {kind: s if kind == "inconsistency" else Score() for kind, s in by_kind.items()}


def together(all_scores: Iterable[dict[str, Score]]) -> dict[str, Score]:
    """Scores by kind of several documents."""
    return reduce(lambda a, b: {kind: a[kind].add(b[kind]) for kind in a}, all_scores)


def show(title: str, by_kind: dict[str, Score]) -> None:
    print(f"\n{title}")
    print(f"{'kind':18}{'gold':>6}{'read':>6}{'precision':>11}{'recall':>8}{'f1':>8}{'value f1':>10}")
    for kind, s in by_kind.items():
        value = f"{s.value_f1:10.3f}" if kind in VALUES else ""
        print(f"{kind:18}{s.gold:6}{s.read:6}{s.precision:11.3f}{s.recall:8.3f}{s.f1:8.3f}{value}")


def with_sums(by_kind: dict[str, Score]) -> dict[str, Score]:
    """The same with a row for all mentions and one for all records."""
    mentions = reduce(Score.add, (by_kind[kind] for kind in VALUES))
    records = reduce(Score.add, (by_kind[kind] for kind in RECORDS))
    return by_kind | {"all mentions": mentions, "all records": records}


def show_outside() -> None:
    """How the kinds of outside packages do on their own cases: the evaluation documents mark none of them."""
    for package, kind in every_kind():
        if package != OURS:
            known = tally(kind)
            print(f"{kind.name:18}{known.marked:6}{known.read:6}{'':19}{known.f1:8.3f}  own cases, {package}")


def main() -> None:
    names = sorted(path.stem for path in (FOLDER / "texts").glob("*.txt"))
    development = with_sums(together(scores_of(name) for name in names if int(name) % 2 == 0))
    held_out = with_sums(together(scores_of(name) for name in names if int(name) % 2))
    show("development (even numbers)", development)
    show("held out (odd numbers)", held_out)
    show_outside()
    print()
    for kind, s in held_out.items():
        print(f"{kind.replace(' ', '_')}_f1: {s.f1:.3f} -")
    for kind in VALUES:
        print(f"{kind}_value_f1: {held_out[kind].value_f1:.3f} -")
    print(f"mentions_value_f1: {held_out['all mentions'].value_f1:.3f} -")
    print(f"false_alarms: {held_out['inconsistency'].alarms} -")


if __name__ == "__main__":
    main()
