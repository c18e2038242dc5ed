"""``finsam check``: check documents one at a time, however many there are."""

import os
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from glob import glob
from pathlib import Path
from typing import BinaryIO, Final

from pydantic import ValidationError

from finsam.commands.output import (
    HOLDS,
    UNUSABLE,
    VERDICT_MET,
    UnusableError,
    complain,
    errors_of,
    show,
