"""Do one piece of work for each item, in several processes, and give the results back in the order of the items."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Start = tuple[Callable[..., None], tuple[Any, ...]]

#: Items under way for each process: enough to keep it busy, few enough to bound the memory.
_AHEAD = 4


def in_order(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    jobs: int,
    *,
    start: Start | None = None,
    lost: Callable[[Item], Result] | None = None,
) -> Iterator[Result]:
    """Yield `work(item)` for each item, in order, whatever the number of processes.

    `start` prepares each process. An item whose process dies gives `lost(item)`, and the others are done all the same;
    without `lost` the death is raised as `BrokenProcessPool`. With one job everything is done in this process.
    """
    if jobs <= 1:
        if start:
            start[0](*start[1])
        yield from map(work, items)
        return
    rest = iter(items)
    under_way: deque[tuple[Item, Future[Result]]] = deque()
    pool = _pool(jobs, start)
    try:
        while _fill(under_way, rest, pool, work, jobs):
            item, future = under_way[0]
            try:
                result = future.result()
            except BrokenProcessPool:
                if lost is None:
                    raise
                pool.shutdown(wait=False, cancel_futures=True)
                pool = _pool(jobs, start)
                result = _alone(work, item, start, lost)
                again = [(other, _submit(pool, work, other)) for other, _ in list(under_way)[1:]]
                under_way = deque([under_way[0], *again])
            under_way.popleft()
            yield result
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _fill(
    under_way: deque[tuple[Item, "Future[Result]"]],
    rest: Iterator[Item],
    pool: ProcessPoolExecutor,
    work: Callable[[Item], Result],
    jobs: int,
) -> bool:
    while len(under_way) < jobs * _AHEAD:
        for item in rest:
            under_way.append((item, _submit(pool, work, item)))
            break
        else:
            break
    return bool(under_way)


def _submit(pool: ProcessPoolExecutor, work: Callable[[Item], Result], item: Item) -> "Future[Result]":
    """Submit one item; to a pool that has just died, what is submitted fails as what was under way does."""
    try:
        return pool.submit(work, item)
    except BrokenProcessPool as error:
        refused: Future[Result] = Future()
        refused.set_exception(error)
        return refused


def _alone(work: Callable[[Item], Result], item: Item, start: Start | None, lost: Callable[[Item], Result]) -> Result:
    """Do one item in a process of its own, to know whether it is the one that kills."""
    with _pool(1, start) as pool:
        try:
            return pool.submit(work, item).result()
        except BrokenProcessPool:
            return lost(item)


def _pool(jobs: int, start: Start | None) -> ProcessPoolExecutor:
    """Start fresh processes: a fork would copy the threads of the libraries in a state that nobody knows."""
    function, arguments = start or (None, ())
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=function, initargs=arguments)
