"""Worker processes of this machine: how many, started safely, ended with their parent."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from translate.errors import CorpusError

if TYPE_CHECKING:
    from concurrent.futures import Future
    from multiprocessing import Queue

S = TypeVar("S")
T = TypeVar("T")
AHEAD = 3  # tasks on their way for each worker: none waits for work, and no result for long


def count(wanted: int, tasks: int) -> int:
    """Give how many workers do so many `tasks`: as are `wanted`, or one a core where that is 0."""
    return max(1, min(wanted or os.cpu_count() or 1, tasks))


def share(state: Any, work: Callable[[Any, S], T], tasks: Iterable[S], jobs: int) -> Iterator[T]:
    """Give `work(state, task)` for each of `tasks`, in order, done in `jobs` processes.

    Every process gets a copy of `state`; with one job it is done here. Raises CorpusError when a
    process was killed. Where this is stopped the processes are ended at once, whatever they do.
    """
    if jobs == 1:
        yield from (work(state, task) for task in tasks)
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    context = multiprocessing.get_context("spawn")
    # Through a queue, from a thread: what a process is started with must fit into a pipe, or the
    # parent would wait for ever for a child that is killed before it has read all.
    copies = context.Queue()
    for _ in range(jobs):
        copies.put((state, work))
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(jobs, context, _start, (copies,))
    try:
        waiting: deque[Future[T]] = deque()
        left = iter(tasks)
        while True:
            with _unheard():
                some = islice(left, AHEAD * jobs - len(waiting))
                waiting.extend(pool.submit(_work, task) for task in some)
            if not waiting:
                return
            yield waiting.popleft().result()
    except (KeyboardInterrupt, GeneratorExit):
        for process in set(multiprocessing.active_children()) - others:
            process.terminate()
        raise
    except BrokenProcessPool as error:
        raise CorpusError(
            "a worker process was ended from outside (is the memory full?); what is done stays, "
            "and the next run goes on from there. With --jobs 1 least memory is needed"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)
        copies.cancel_join_thread()
        copies.close()


@contextmanager
def _unheard() -> Iterator[None]:
    """Let Ctrl-C wait, and processes that are started meanwhile never hear of it.

    Else they would tell of it in tracebacks while they import what they need.
    """
    mask = getattr(signal, "pthread_sigmask", None)  # not on Windows
    before = mask(signal.SIG_BLOCK, {signal.SIGINT}) if mask else ()
    try:
        yield
    finally:
        if mask:
            mask(signal.SIG_SETMASK, before)


_mine: tuple[Any, Callable[[Any, Any], Any]] | None = None  # of this worker process


def _start(copies: Queue[Any]) -> None:
    """Make this process ready to work."""
    global _mine  # noqa: PLW0603  a pool's initializer has no other way to leave something
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops the workers
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _mine = copies.get()


def _end_with_parent() -> None:
    """End this process when the parent was killed: nobody else would."""
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _work(task: Any) -> Any:
    if _mine is None:
        raise AssertionError("the worker was not started")
    state, work = _mine
    return work(state, task)
