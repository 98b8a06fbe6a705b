"""What `corpus diff` prints of the sample texts, in each of its forms.

`golden/cleaned` holds results of an earlier day with their records, so that nothing but the diff
decides; one of them was changed by hand. After a wanted change, from the folder of the project:

    cd tests/show/diff/golden
    for form in text patch json; do corpus diff ../../../../raw cleaned --format $form > $form; done
"""

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from translate.cli import main

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("form", ["text", "patch", "json"])
def test_the_samples_look_as_they_did(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)  # of a terminal: lines would be wrapped
    monkeypatch.chdir(GOLDEN)
    done = CliRunner().invoke(main, ["diff", "../../../../raw", "cleaned", "--format", form])
    assert done.exit_code == 1
    assert done.stdout_bytes == (GOLDEN / form).read_bytes()


def test_the_patch_of_the_samples_makes_them_clean(raw: Path, tmp_path: Path) -> None:
    names = [path.name for path in (GOLDEN / "cleaned").glob("*.txt")]
    for name in names:
        (tmp_path / name).write_bytes((raw / name).read_bytes())
    given = (GOLDEN / "patch").read_bytes()
    subprocess.run(["patch", "-p1", "-s"], input=given, cwd=tmp_path, check=True)
    for name in names:
        assert (tmp_path / name).read_bytes() == (GOLDEN / "cleaned" / name).read_bytes()
