from pathlib import Path

from retrieval.edge.copying import copy_tree


def test_a_copy_is_equal_and_keeps_its_holes(tmp_path: Path) -> None:
    (tmp_path / "old" / "inner").mkdir(parents=True)
    with (tmp_path / "old" / "inner" / "sparse").open("wb") as file:
        file.write(b"begin")
        file.seek(50_000_000)
        file.write(b"end")
        file.truncate(60_000_000)
    (tmp_path / "old" / "empty").touch()
    copy_tree(tmp_path / "old", tmp_path / "new")
    one, other = (tmp_path / name / "inner" / "sparse" for name in ("old", "new"))
    assert one.read_bytes() == other.read_bytes()
    assert other.stat().st_blocks <= max(one.stat().st_blocks, 64)
    assert (tmp_path / "new" / "empty").read_bytes() == b""
