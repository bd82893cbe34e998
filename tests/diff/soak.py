"""Plants edits in large invented plans and counts what is missed and what is untrue.

It takes minutes, and is no part of the tests:
`python -m tests.diff.soak ACTIONS EDITS SEED...`, from the folder of the project.
"""

import sys
import time

from tests.diff.planted import planted
from tests.diff.test_planted import mistakes


def main(actions: int, edits: int, *seeds: int) -> int:
    """1 where something was missed or is untrue, else 0."""
    wrong = 0
    for seed in seeds:
        pair = planted(seed, actions, edits)
        begin = time.process_time()
        found = mistakes(pair)
        taken = time.process_time() - begin
        wrong += sum(map(len, found.values()))
        sys.stdout.write(
            f"seed {seed}: {actions} actions, {edits} edits, {len(pair.truth)} changes planted, "
            f"compared in {taken:.1f} s of CPU\n"
        )
        for name, truths in found.items():
            sys.stdout.writelines(f"  {name}: {' '.join(map(str, truth))}\n" for truth in truths)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
