"""Regular expressions compiled when they are first used: a command uses few of the hundreds that the modules hold."""

import re
from functools import cached_property
from typing import Any, cast


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` does, compiled by the first use: a `re.error` comes then.

    It is used by its methods alone: `re.sub` does not take it, and the `re` of a match is the compiled one.
    """
    return cast(re.Pattern[str], _Later(pattern, flags))


class _Later:
    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """Keep the method that is asked for, so that the next use finds it as it finds that of a compiled one."""
        method = getattr(self._compiled, name)
        setattr(self, name, method)
        return method

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)
