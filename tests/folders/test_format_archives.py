"""Archives: what is read of them, what is refused, and what is told of damage."""

from __future__ import annotations

import gzip
import io
import tarfile
from pathlib import Path

import pytest

from tests.folders.samples import read
from translate.errors import CorpusWarning, UsageError
from translate.folders.formats import Bad, Columns, Text, folder, tar


def archive(path: Path, *members: tuple[str, bytes, bytes]) -> Path:
    with tarfile.open(path, "w:gz") as out:
        for name, data, kind in members:
            member = tarfile.TarInfo(name)
            member.type, member.size, member.linkname = kind, len(data), "/etc/passwd"
            out.addfile(member, io.BytesIO(data))
    return path


def test_an_archive_gives_its_files_and_refuses_what_leads_out(tmp_path: Path) -> None:
    plain = tarfile.REGTYPE
    path = archive(
        tmp_path / "a.tgz",
        ("a/b.txt", b"Un.", plain),
        ("../up.txt", b"Un.", plain),
        ("/root.txt", b"Un.", plain),
        ("link.txt", b"", tarfile.SYMTYPE),
        ("pipe.txt", b"", tarfile.FIFOTYPE),
        (".hidden", b"Un.", plain),
        ("a/b.txt.edits.json", b"{}", plain),
    )
    first, *others = read(path)
    assert isinstance(first, Text) and (first.name, first.data) == ("a/b.txt", b"Un.")
    assert [bad.message.split(":")[0] for bad in others if isinstance(bad, Bad)] == ["refused"] * 4


@pytest.mark.parametrize("name", ["A.TAR.GZ", "A.Tgz"])
def test_an_ending_may_be_in_capitals(tmp_path: Path, name: str) -> None:
    [text] = read(archive(tmp_path / name, ("a.txt", b"Un.", tarfile.REGTYPE)))
    assert isinstance(text, Text) and text.data == b"Un."


def test_what_a_folder_has_in_no_format_is_told(tmp_path: Path) -> None:
    for name in ("a.txt", "a.odt", "b"):
        (tmp_path / name).write_text("Un.")
    with pytest.warns(CorpusWarning, match=r"2 files in no format that is read, .*: a\.odt, b"):
        [text] = folder.read(tmp_path, Columns())
    assert isinstance(text, Text)


def test_a_page_in_an_archive_is_no_plain_text(tmp_path: Path) -> None:
    page = ("a.html", b"<p>Un.</p>", tarfile.REGTYPE)
    path = archive(tmp_path / "a.tgz", page, ("b.txt", b"Un.", tarfile.REGTYPE))
    bad, text = read(path)
    assert isinstance(text, Text)
    assert isinstance(bad, Bad) and bad.message.endswith("unpack it to a folder")


BROKEN = {
    "the head of the second": (slice(1024 + 148, 1024 + 156), ["a.txt", "c.txt"], "before 'c.txt'"),
    "the head of the first": (slice(148, 156), ["b.txt", "c.txt"], "damaged before 'b.txt'"),
    "the head of the last": (slice(2048 + 148, 2048 + 156), ["a.txt", "b.txt"], "at its end"),
}


@pytest.mark.parametrize(("where", "names", "said"), BROKEN.values(), ids=BROKEN)
def test_a_damaged_head_in_an_archive_is_told_and_the_others_are_read(
    tmp_path: Path, where: slice, names: list[str], said: str
) -> None:
    path = tmp_path / "a.tar"
    with tarfile.open(path, "w") as out:
        for name in ("a.txt", "b.txt", "c.txt"):
            member = tarfile.TarInfo(name)
            member.size = 3
            out.addfile(member, io.BytesIO(b"Un."))
    data = bytearray(path.read_bytes())
    data[where] = b"9" * 8
    path.write_bytes(data)
    found = read(path)
    assert [t.name for t in found if isinstance(t, Text)] == names
    [bad] = [t for t in found if isinstance(t, Bad)]
    assert bad.place == str(path) and said in bad.message


def test_archives_one_behind_the_other_are_read(tmp_path: Path) -> None:
    one = archive(tmp_path / "a.tgz", ("a.txt", b"Un.", tarfile.REGTYPE))
    two = archive(tmp_path / "b.tgz", ("b.txt", b"Deux.", tarfile.REGTYPE))
    (tmp_path / "c.tgz").write_bytes(one.read_bytes() + two.read_bytes())
    assert [t.name for t in read(tmp_path / "c.tgz") if isinstance(t, Text)] == ["a.txt", "b.txt"]


def test_an_archive_that_is_cut_in_a_head_is_told(tmp_path: Path) -> None:
    whole = gzip.decompress(
        archive(
            tmp_path / "a.tgz",
            ("a.txt", b"Un.", tarfile.REGTYPE),
            ("b.txt", b"Un.", tarfile.REGTYPE),
        ).read_bytes()
    )
    (tmp_path / "a.tar").write_bytes(whole[:1100])
    first, bad = read(tmp_path / "a.tar")
    assert isinstance(first, Text)
    assert bad == Bad(str(tmp_path / "a.tar"), "damaged at its end (truncated header)")


def test_two_texts_of_one_name_make_no_files(tmp_path: Path) -> None:
    texts = [Text("a", b"x", {}, "in:1"), Text("a.txt", b"x", {}, "in:2")]
    with pytest.raises(UsageError, match=r"in:2: 'a.txt': two texts have this name"):
        list(tar.fitting(iter(texts)))


@pytest.mark.parametrize("name", ["a.tar.zst", "a.warc.zst", "a.jsonl.zst"])
def test_what_is_called_zstd_and_is_not_is_told(tmp_path: Path, name: str) -> None:
    if "warc" in name:
        pytest.importorskip("warcio")
    (tmp_path / name).write_bytes(b"Un, deux, trois.")
    with pytest.raises(UsageError, match="cannot be read to its end"):
        read(tmp_path / name)


def test_an_archive_that_is_gone_does_not_keep_the_others_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "a.tar").symlink_to("nowhere")
    (tmp_path / "b.txt").write_text("Un.")
    bad, text = folder.read(tmp_path, Columns())
    assert isinstance(bad, Bad) and "No such file" in bad.message
    assert isinstance(text, Text) and text.data == b"Un."


def test_an_archive_that_is_packed_and_not_called_so_is_told(tmp_path: Path) -> None:
    packed = archive(tmp_path / "a.tgz", ("a.txt", b"Un.", tarfile.REGTYPE))
    with pytest.raises(UsageError, match=r"is packed; give it a name that ends in \.tar.gz"):
        read(packed.rename(tmp_path / "a.tar"))
