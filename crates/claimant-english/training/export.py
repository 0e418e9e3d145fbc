"""A trained network to the model file: 8-bit weights, one scale for each output, in the safetensors format.

    python export.py --network student.pt --out ../data/english.safetensors
"""
import argparse, json
import numpy as np
import torch
from safetensors.numpy import save_file
from network import DIMS, Network, TAPS

SCORES = ("upos", "xpos", "stop", "role", "name")


def rows(weight):
    """8 bits, symmetric, a scale for each row."""
    w = weight.detach().float().numpy()
    scale = np.maximum(np.abs(w).max(1), 1e-8) / 127
    return np.clip(np.rint(w / scale[:, None]), -127, 127).astype(np.int8), scale.astype(np.float32)


def export(net, vocabulary, lemmas, path, note):
    tensors, f32 = {}, lambda t: t.detach().float().numpy().astype(np.float32).copy()

    def layer(name, weight, bias):
        tensors[f"{name}.weight"], tensors[f"{name}.scale"] = rows(weight)
        tensors[f"{name}.bias"] = f32(bias)

    for i, table in enumerate(net.tables):
        w = f32(table.weight)
        scale = np.abs(w).max() / 127 if i else np.quantile(np.abs(w), 0.9999) / 127
        tensors[f"table{i}.weight"] = np.clip(np.rint(w / scale), -127, 127).astype(np.int8)
        tensors[f"table{i}.scale"] = np.array([scale], dtype=np.float32)
    layer("enter", net.enter.weight, net.enter.bias)
    for i, block in enumerate(net.blocks):
        tensors[f"block{i}.taps"] = f32(block.taps)
        layer(f"block{i}", block.point.weight, block.point.bias)
    h = net.heads
    linear = [getattr(h, k) for k in SCORES] + [h.pair, h.links]
    layer("heads", torch.cat([l.weight for l in linear]), torch.cat([l.bias for l in linear]))
    tensors["arc_bias"] = f32(h.arc_bias.weight[0])
    tensors["arc_distance"] = f32(h.arc_distance)
    layer("relation", torch.cat([h.rel_dependent.weight, h.rel_head.weight, h.rel_both.weight], 1), h.rel_dependent.bias)
    tensors["no_source"] = f32(torch.cat([h.no_source.weight[0], h.no_source.bias]))
    tensors["link_distance"] = f32(h.link_distance)
    header = {
        "encoder": "claimant-convolutions/1",
        "dilations": [b.dilation for b in net.blocks],
        "taps": TAPS,
        "width": net.enter.out_features,
        "dims": list(DIMS),
        "sizes": {"arc": h.arc, "relation": h.rel_size, "link": h.link},
        "labels": {k: vocabulary[k] for k in ("upos", "xpos", "rel", "role", "name")},
        "lemmas": lemmas,
        "note": note,
    }
    save_file(tensors, path, metadata={"claimant": json.dumps(header, separators=(",", ":"))})


def parity(net, path, tokens=70):
    """Features and the scores that PyTorch gives for them in full precision: the crate's test compares its own."""
    rng = np.random.default_rng(1)
    f = np.stack([rng.integers(0, n, tokens) for n in (60_000, 60_000, 4_096, 4_096, 2_048, 16)], 1)
    with torch.no_grad():
        h = net(torch.tensor(f)[None], torch.ones(1, tokens))
        linear = [getattr(net.heads, k) for k in SCORES] + [net.heads.pair, net.heads.links]
        scores = torch.cat([l(h) for l in linear], -1)[0]
    rounded = [[round(float(x), 3) for x in row] for row in scores[::10]]
    json.dump({"features": f.tolist(), "every": 10, "scores": rounded}, open(path, "w"), separators=(",", ":"))


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("--network", default="student.pt")
    ap.add_argument("--out", required=True)
    ap.add_argument("--cue", type=float, default=0.0, help="added to the score of a cue's beginning: below zero, fewer and surer attributions")
    a = ap.parse_args()
    saved = torch.load(a.network, weights_only=False)
    net = Network(saved["vocabulary"], **saved["shape"])
    net.load_state_dict(saved["state"])
    net.eval()
    with torch.no_grad():
        net.heads.role.bias[saved["vocabulary"]["role"].index("B-cue")] += a.cue
    export(net, saved["vocabulary"], saved["lemmas"], a.out, saved["note"])
    parity(net, a.out.replace(".safetensors", ".parity.json"))


if __name__ == "__main__":
    main()
