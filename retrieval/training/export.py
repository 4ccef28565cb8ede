"""Writing the model folder: ONNX for fastembed, the same bytes for the direct reader, a model card."""

import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, external_data_helper, helper
from tokenizers import Tokenizer

from retrieval.training.tokens import BLANK, PADDING, UNKNOWN

_OPSET = 17
_IR = 10


def export(table: NDArray[np.float32], tokenizer: Tokenizer, folder: Path) -> str:
    """Write the model into ``folder`` with one byte a number; returns its version, a hash of the content."""
    folder.mkdir(parents=True, exist_ok=True)
    scales = np.maximum(np.abs(table).max(1), 1e-9).astype(np.float32) / 127
    whole = np.rint(table / scales[:, None]).astype(np.int8)
    pad, unknown = tokenizer.token_to_id(PADDING), tokenizer.token_to_id(UNKNOWN)
    # The blank before every word says nothing: a text of unknown letters must give the null vector.
    blank = tokenizer.token_to_id(BLANK)
    whole[[pad, unknown, *([blank] if blank is not None else [])]] = 0
    whole.tofile(folder / "vectors.bin")
    scales.tofile(folder / "scales.bin")
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    onnx.save_model(_graph(whole.shape, (folder / "vectors.bin"), (folder / "scales.bin")), folder / "model.onnx")
    version = hashlib.sha256(whole.tobytes() + _pieces(tokenizer)).hexdigest()[:12]
    config = {
        "version": version,
        "model_type": "static",
        "hidden_size": whole.shape[1],
        "vocab_size": len(whole),
    }
    numbers = {"pad_token_id": pad, "unk_token_id": unknown, "max_position_embeddings": 256}
    _json(folder / "config.json", {**config, **numbers})
    _json(
        folder / "tokenizer_config.json",
        {"model_max_length": 256, "pad_token": PADDING, "unk_token": UNKNOWN},
    )
    _json(folder / "special_tokens_map.json", {"pad_token": PADDING, "unk_token": UNKNOWN})
    return version


def _graph(shape: tuple[int, ...], vectors: Path, scales: Path) -> onnx.ModelProto:
    """Return the graph: rows of the table by token, times their scales; fastembed takes the mean."""
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["texts", "tokens"])
        for name in ("input_ids", "attention_mask")
    ]
    output = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["texts", "tokens", shape[1]])
    nodes = [
        helper.make_node("Gather", ["vectors", "input_ids"], ["rows"]),
        helper.make_node("Cast", ["rows"], ["numbers"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["scales", "input_ids"], ["factors"]),
        helper.make_node("Unsqueeze", ["factors", "last"], ["column"]),
        helper.make_node("Mul", ["numbers", "column"], ["last_hidden_state"]),
    ]
    stored = [
        _external("vectors", TensorProto.INT8, shape, vectors),
        _external("scales", TensorProto.FLOAT, shape[:1], scales),
        helper.make_tensor("last", TensorProto.INT64, [1], [-1]),
    ]
    graph = helper.make_graph(nodes, "zeterka-static", inputs, [output], stored)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR)


def _external(name: str, kind: int, shape: tuple[int, ...], file: Path) -> onnx.TensorProto:
    tensor = TensorProto(name=name, data_type=kind, dims=shape)
    tensor.raw_data = file.read_bytes()
    external_data_helper.set_external_data(tensor, file.name)
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    return tensor


def _pieces(tokenizer: Tokenizer) -> bytes:
    """Return the pieces in the order of their ids: their weights are written with other last digits each time."""
    found = sorted(tokenizer.get_vocab().items(), key=lambda piece: piece[1])
    return "\n".join(piece for piece, _ in found).encode()


def _json(path: Path, content: dict[str, object]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")
