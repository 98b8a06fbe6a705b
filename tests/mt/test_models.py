"""Models: what is installed, what is refused, fetching, and the embedded one at work."""

from __future__ import annotations

import contextlib
import hashlib
import http.server
import json
import random
import re
import shutil
import threading
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import ClassVar

import pytest

from translate import translate
from translate.errors import ModelError, UsageError
from translate.languages import language
from translate.mt.doctor import examine, sockets_seen
from translate.mt.engines import fetch as fetching
from translate.mt.engines.engine import PLAIN, Engine, Hypothesis, ModelCard, Search
from translate.mt.engines.install import install, placeholders, remove, use, verify
from translate.mt.engines.packages import (
    EMBEDDED,
    load_engine,
    models_folder,
    packages,
    resolve_model,
    used,
)
from translate.mt.evaluate import evaluate
from translate.mt.job import loaded

MODEL = EMBEDDED / "fr_en"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The embedded model as a package file, version 9.9, placeholders known."""
    return pack(tmp_path / "fr_en.argosmodel")


def pack(path: Path, **changes: object) -> Path:
    metadata = json.loads((MODEL / "metadata.json").read_text()) | {"package_version": "9.9"}
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("fr_en/metadata.json", json.dumps(metadata | changes))
        for file in MODEL.rglob("*"):
            if file.is_file() and file.name != "metadata.json":
                archive.write(file, f"fr_en/{file.relative_to(MODEL)}")
        archive.writestr("fr_en/stanza/big.pt", b"not needed")
    return path


def test_a_package_is_installed_used_and_removed(package: Path) -> None:
    found = install(package)
    assert (found.name, found.source, found.target) == ("fr_en-9.9", "fr", "en")
    assert not (found.folder / "stanza").exists()
    assert resolve_model("", "fr", "en").steps[0].name == "fr_en-9.9"
    verify(found)
    use("fr_en")
    assert resolve_model("", "fr", "en").steps[0].origin == "embedded"
    use("fr_en-9.9")
    with pytest.raises(ModelError, match="already installed"):
        install(package)
    remove("fr_en-9.9")
    assert [p.origin for p in packages()] == ["embedded"]
    assert resolve_model("", "fr", "en").steps[0].origin == "embedded"


def test_a_model_can_be_named_or_given_as_a_folder(package: Path) -> None:
    install(package)
    assert resolve_model("fr_en-9.9", "fr", "en").steps[0].origin == "installed"
    assert resolve_model(str(MODEL), "fr", "en").steps[0].origin == "folder"
    with pytest.raises(ModelError, match=r"neither a folder nor one of: fr_en, fr_en-9\.9"):
        resolve_model("nothing", "fr", "en")
    with pytest.raises(ModelError, match="not 'de' to 'en'"):
        resolve_model(str(MODEL), "de", "en")


def test_no_model_says_what_to_do() -> None:
    with pytest.raises(ModelError, match="corpus models fetch fr de"):
        resolve_model("", "fr", "de")


def test_two_packages_make_a_way(tmp_path: Path) -> None:
    for name, pair in {"de_fr": ("de", "fr"), "xx_en": ("xx", "en")}.items():
        folder = models_folder() / name
        folder.mkdir(parents=True)
        codes = {"from_code": pair[0], "to_code": pair[1]}
        (folder / "metadata.json").write_text(json.dumps(codes))
    assert [step.name for step in resolve_model("", "de", "en").steps] == ["de_fr", "fr_en"]
    with pytest.raises(ModelError):
        resolve_model("", "de", "xx")


LINK = b"/etc/passwd"
PAIR = b'{"from_code": "fr", "to_code": "en"}'
BAD: dict[str, tuple[dict[str, bytes], str]] = {
    "path outside": ({"../evil.txt": b"x"}, "leads outside"),
    "hidden path outside": ({"a/../../evil.txt": b"x"}, "leads outside"),
    "absolute path": ({"/elsewhere/evil.txt": b"x"}, "leads outside"),
    "drive": ({"C:evil.txt": b"x"}, "leads outside"),
    "link": ({"m/link": LINK}, "is a link"),
    "bomb": ({"m/bomb": b"\0" * (8 << 20)}, "unpacks to too much"),
    "same name twice": ({"m/a.txt": b"x", "m/A.txt": b"x"}, "same one twice"),
    "no metadata": ({"m/model.bin": b"x"}, "no metadata.json"),
    "broken metadata": ({"m/metadata.json": b"{"}, "cannot be read"),
    "no languages": ({"m/metadata.json": b"{}"}, "languages"),
    "language that is a path": (
        {"m/metadata.json": PAIR.replace(b'"fr"', b'"../x"')},
        "no language",
    ),
    "no tokenizer": ({"m/metadata.json": PAIR, "m/model/model.bin": b"x"}, "no usable tokenizer"),
    "broken model": (
        {
            "m/metadata.json": PAIR,
            "m/model/model.bin": b"x",
            "m/sentencepiece.model": (MODEL / "sentencepiece.model").read_bytes(),
        },
        "not a CTranslate2 model",
    ),
}


@pytest.mark.parametrize("files, message", BAD.values(), ids=BAD)
def test_harmful_and_broken_packages_are_refused(
    tmp_path: Path, files: dict[str, bytes], message: str
) -> None:
    file = tmp_path / "bad.argosmodel"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            member = zipfile.ZipInfo(name)
            member.external_attr = (0o120777 if data == LINK else 0o100644) << 16
            archive.writestr(member, data, zipfile.ZIP_DEFLATED)
    with pytest.raises(ModelError, match=message):
        install(file)
    assert [p.origin for p in packages()] == ["embedded"]
    assert list(models_folder().iterdir()) == []
    assert not (tmp_path.parent / "evil.txt").exists()


def test_what_is_no_package_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("no zip")
    with pytest.raises(ModelError, match="not a sound package"):
        install(tmp_path / "a.txt")
    with pytest.raises(ModelError, match="no such file"):
        install(tmp_path / "b.txt")


def test_wrong_languages_are_refused(package: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="not 'de' to 'en'"):
        install(package, source="de", target="en")
    with pytest.raises(ModelError, match="does not translate"):
        install(pack(tmp_path / "wrong.argosmodel", from_code="en", to_code="fr"))


class Server(http.server.BaseHTTPRequestHandler):
    """Serves `files`, parts of them when asked; breaks off after `most` bytes when set."""

    files: ClassVar[dict[str, bytes]]
    most = 0
    asked: ClassVar[list[str]]

    def do_GET(self) -> None:
        if self.path == "/garbage":
            self.wfile.write(b"no HTTP at all\r\n\r\n")
            return
        if self.path == "/endless":
            self.endless()
            return
        data = self.files[self.path]
        start = int((self.headers["Range"] or "bytes=0-")[6:-1])
        self.asked.append(f"{self.path} {start}")
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(data) - start))
        self.end_headers()
        self.wfile.write(data[start : start + (self.most or len(data))])

    def endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        with contextlib.suppress(OSError):
            while len(self.asked) < 1000:  # 64 MB
                self.wfile.write(bytes(1 << 16))
                self.asked.append(self.path)

    def log_message(self, *args: object) -> None: ...


@pytest.fixture
def server(package: Path) -> Iterator[type[Server]]:
    class Mine(Server):
        files: ClassVar[dict[str, bytes]] = {"/m": package.read_bytes()}
        asked: ClassVar[list[str]] = []

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Mine) as running:
        address = f"http://127.0.0.1:{running.server_port}"
        threading.Thread(target=running.serve_forever, daemon=True).start()
        entry = {
            "from_code": "fr",
            "to_code": "en",
            "package_version": "9.9",
            "links": [f"{address}/gone", f"{address}/m"],
            "sha256": hashlib.sha256(Mine.files["/m"]).hexdigest(),
            "size": len(Mine.files["/m"]),
        }
        old = entry | {"package_version": "9.8", "links": []}
        Mine.files["/gone"] = b""
        Mine.files["/index.json"] = json.dumps([old, entry]).encode()
        Mine.files["/wrong.json"] = json.dumps([entry | {"sha256": "0" * 64}]).encode()
        Mine.files["address"] = address.encode()
        yield Mine
        running.shutdown()


def test_fetching_goes_on_where_it_stopped(server: type[Server]) -> None:
    index = server.files["address"].decode() + "/index.json"
    del server.files["/gone"]
    server.most = 1_000_000
    with pytest.raises(ModelError, match="try again"):
        fetching.fetch("fr", "en", index=index)
    server.most = 0
    assert fetching.fetch("fr", "en", index=index).name == "fr_en-9.9"
    assert "/m 1000000" in server.asked
    with pytest.raises(ModelError, match="fr-en"):
        fetching.fetch("fr", "de", index=index)


def test_a_download_that_is_not_what_was_promised_is_refused(server: type[Server]) -> None:
    del server.files["/gone"]
    with pytest.raises(ModelError, match="SHA-256"):
        fetching.fetch("fr", "en", index=server.files["address"].decode() + "/wrong.json")
    assert [p.origin for p in packages()] == ["embedded"]


LINKS: dict[str, tuple[object, str]] = {
    "a file of this machine": (["file:///dev/zero"], "gives no address"),
    "no list": (None, "gives no address"),
    "no addresses": ([None, 3, {}], "gives no address"),
    "no HTTP": (["{}/garbage"], "garbage"),
    "an endless answer": (["{}/endless"], "longer than the index says"),
}


@pytest.mark.parametrize(("links", "said"), LINKS.values(), ids=LINKS)
def test_what_an_index_may_say_is_limited(server: type[Server], links: object, said: str) -> None:
    address = server.files["address"].decode()
    entry = {"from_code": "fr", "to_code": "en", "package_version": "9", "links": links, "size": 9}
    server.files["/index.json"] = json.dumps([entry]).replace("{}/", f"{address}/").encode()
    with pytest.raises(ModelError, match=said):
        fetching.fetch("fr", "en", index=f"{address}/index.json")
    assert len(server.asked) < 100


SETTINGS = {
    "a number in words": {"max_tokens": "many"},
    "a limit of nothing": {"max_tokens": 0},
    "symbols that are none": {"placeholders": [3]},
    "abbreviations of another form": {"abbreviations": {"CIO": "IOC"}},
    "a version that is a list": {"package_version": [1]},
}


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_a_package_with_settings_of_a_wrong_type_is_refused(
    tmp_path: Path, settings: dict[str, object]
) -> None:
    with pytest.raises(ModelError, match=f"{next(iter(settings))}"):
        install(pack(tmp_path / "odd.argosmodel", **settings))
    assert [p.origin for p in packages()] == ["embedded"]


def test_an_index_out_of_reach_is_a_message(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="index cannot be read"):
        fetching.fetch("fr", "en", index=(tmp_path / "none.json").as_uri())


def test_a_folder_without_metadata_is_a_model_when_its_languages_are_given(tmp_path: Path) -> None:
    for file in (MODEL / "model").iterdir():
        (tmp_path / file.name).symlink_to(file)
    (tmp_path / "sentencepiece.model").symlink_to(MODEL / "sentencepiece.model")
    with pytest.raises(ModelError, match="from which language"):
        load_engine(tmp_path)
    engine = load_engine(tmp_path, source="fr", target="en")
    [[best, *_]] = engine.translate(["Merci."])
    assert best.text == "Thank you."


def test_the_embedded_model_copies_its_placeholders() -> None:
    engine = load_engine(MODEL)
    symbols = engine.card.placeholders
    assert len(symbols) >= 5
    for carrier in language("fr").trial.carriers:
        for n, symbol in enumerate(symbols):
            text = carrier.replace("{}", symbol).replace("{1}", symbols[n - 1])
            [[best, *_]] = engine.translate([text])
            assert {s: best.text.count(s) for s in symbols} == {s: text.count(s) for s in symbols}


def test_english_does_not_depend_on_the_company() -> None:
    texts = [
        "Le conseil a voté le budget de la ville pour l'année prochaine.",
        "Oui.",
        "Elle travaille dans cette équipe depuis six ans, et elle y reste volontiers.",
        "Pourquoi partir maintenant, alors que tout va bien ?",
        "Il pleut sur la gare.",
    ] * 3
    engine, alone = load_engine(MODEL), load_engine(MODEL, threads=1)
    one_by_one = {t: next(alone.translate([t])) for t in set(texts)}
    random.Random(1).shuffle(texts)
    assert list(engine.translate(texts)) == [one_by_one[t] for t in texts]
    texts.sort(key=lambda text: -engine.count(text))
    assert list(engine.translate(texts)) == [one_by_one[t] for t in texts]


def test_translating_opens_no_socket() -> None:
    with sockets_seen() as seen:
        translate("Le chat dort.")
    assert seen == []


def test_a_socket_would_be_seen() -> None:
    import socket

    with sockets_seen() as seen, socket.socket():
        pass
    assert seen


def test_the_doctor_finds_everything_in_order() -> None:
    findings = list(examine("", "fr", "en"))
    assert [f.what for f in findings if not f.good] == []
    assert {"Python", "model used", "memory", "round trip", "sockets"} <= {f.what for f in findings}


def test_the_doctor_names_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "memory.db").write_text("no database " * 100)
    findings = list(examine("", "fr", "de", tmp_path / "memory.db"))
    assert [f.what for f in findings if not f.good] == ["memory", "model used"]


def test_evaluation_gives_scores_with_signatures() -> None:
    source = ["Le conseil a voté le budget de la ville.", "Merci."]
    found = evaluate(source, [translate(line).text for line in source], loaded("", "fr", "en"))
    assert (found.sentences, found.bleu, found.chrf) == (2, 100, 100)
    assert "version:" in found.bleu_signature and "version:" in found.chrf_signature
    with pytest.raises(UsageError, match="2 lines"):
        evaluate(["a", "b"], ["a"], loaded("", "fr", "en"))


class Copier:
    """A model that loses the symbols in `lost`, and everything of the forms in `spoilt`."""

    source, target, signature, limit, card = "fr", "en", "copier 1", 100, ModelCard()

    def __init__(self, lost: Sequence[str] = (), spoilt: Sequence[str] = ()) -> None:
        self.lost, self.spoilt = lost, spoilt

    def count(self, text: str) -> int:
        return len(text)

    def translate(
        self, segments: Sequence[str], search: Search = PLAIN
    ) -> Iterator[list[Hypothesis]]:
        for text in segments:
            gone = "|".join(map(re.escape, (*self.lost, *self.spoilt))) or "(?!)"
            yield [Hypothesis(re.sub(gone, "", text), -0.1, True)]


CHOSEN = {
    "the first form that comes through whole": (Copier(), "⟦{}⟧", range(10)),
    "the next where the first does not": (Copier(spoilt="⟦⟧"), "<x{}>", range(10)),
    "most of one where none is whole": (
        Copier(lost=["⟦3⟧"], spoilt="<[_{%#XZ("),
        "⟦{}⟧",
        [0, 1, 2, 4, 5, 6, 7, 8, 9],
    ),
    "none": (Copier(spoilt="⟦<[_{%#XZ("), "", []),
}


@pytest.mark.parametrize(("engine", "form", "numbers"), CHOSEN.values(), ids=CHOSEN)
def test_placeholders_are_those_that_come_through(
    engine: Engine, form: str, numbers: Sequence[int]
) -> None:
    assert placeholders(engine) == [form.format(n) for n in numbers]


def test_a_package_that_names_no_placeholders_gets_them_when_installed(tmp_path: Path) -> None:
    metadata = json.loads((MODEL / "metadata.json").read_text())
    del metadata["placeholders"]
    folder = tmp_path / "plain"
    shutil.copytree(MODEL, folder)
    (folder / "metadata.json").write_text(json.dumps(metadata))
    file = tmp_path / "plain.argosmodel"
    with zipfile.ZipFile(file, "w") as archive:
        for path in folder.rglob("*"):
            if path.is_file():
                archive.write(path, f"plain/{path.relative_to(folder)}")
    found = load_engine(install(file).folder).card.placeholders
    assert found == tuple(placeholders(load_engine(MODEL))) and len(found) == 10


def test_a_home_that_is_no_folder_has_no_choice_of_models(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORPUS_MODELS", "/dev/null/models")
    assert used() == {}
