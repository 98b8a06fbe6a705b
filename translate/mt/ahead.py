"""Work done in a thread while others are at theirs: a model decodes, and Python does not wait."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import CancelledError
from queue import SimpleQueue
from threading import Thread, main_thread
from typing import Generic, TypeVar

T = TypeVar("T")


class Ahead(Iterator[T], Generic[T]):
    """The items of `work`, made in a thread from now on, whoever asks for them when.

    What is raised in making them is raised where they are asked for.

    >>> list(Ahead(iter("ab")))
    ['a', 'b']
    """

    def __init__(self, work: Iterator[T]) -> None:
        self._work = work
        self._made: SimpleQueue[tuple[T] | BaseException] = SimpleQueue()
        self._thread = Thread(target=self._run, daemon=True)  # what it holds up is its maker's care
        self._thread.start()

    def _run(self) -> None:
        try:
            for item in self._work:
                self._made.put((item,))
            self._made.put(StopIteration())
        except BaseException as error:  # it is raised where the item is asked for
            self._made.put(error)

    def __next__(self) -> T:
        """Give the next item when it is made."""
        made = self._made.get()
        if isinstance(made, tuple):
            return made[0]
        self._made.put(made)  # there is nothing behind it
        raise made

    def join(self) -> None:
        """Wait until the work is at its end."""
        self._thread.join()


class Switch:
    """What ends work in other threads, once it is off.

    >>> switch = Switch()
    >>> answers = switch.wanted(iter("ab"))
    >>> next(answers), switch.turn_off(), next(answers)
    Traceback (most recent call last):
    concurrent.futures._base.CancelledError
    """

    def __init__(self) -> None:
        self._off = False

    def turn_off(self) -> None:
        """End the work as soon as it asks for more."""
        self._off = True

    def wanted(self, items: Iterator[T]) -> Iterator[T]:
        """Give `items`; raises CancelledError once this is off or the program at its end."""
        for item in items:
            if self._off or not main_thread().is_alive():
                raise CancelledError
            yield item
