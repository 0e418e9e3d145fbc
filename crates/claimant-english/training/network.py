"""The small network: hashed word features, gated depthwise-separable convolutions, the shared heads.

Each block: a depthwise convolution over five tokens at a distance, normalisation, a pointwise product to twice the width, a gate (Dauphin et al.
2017), the sum with what came in. Normalisation has no weights of its own: the product behind it learns them. This file and
src/network/ in the crate say the same thing; data/english.parity.json holds them to it.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F
from heads import Heads

ROWS = (60_000, 4_096, 4_096, 2_048, 16)
DIMS = (96, 32, 32, 24, 8)
WIDTH = 256
TAPS = 5
DILATIONS = (1, 2, 4, 8, 16, 1, 2, 1)


def normal(x):
    return F.layer_norm(x, x.shape[-1:], eps=1e-5)


class Drop(nn.Module):
    """Dropout that hides a channel of a whole text (Gal and Ghahramani 2016): a mask costs next to nothing."""

    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def forward(self, x):
        if not self.training or self.rate == 0:
            return x
        keep = (torch.rand(x.shape[0], 1, x.shape[2]) >= self.rate).to(x.dtype) / (1 - self.rate)
        return x * keep


class Block(nn.Module):
    def __init__(self, width, dilation):
        super().__init__()
        self.dilation = dilation
        self.taps = nn.Parameter(torch.randn(TAPS, width) * 0.3)
        self.point = nn.Linear(width, 2 * width)

    def forward(self, z, mask, drop):
        reach = self.dilation * (TAPS // 2)
        n = z.shape[1]
        padded = F.pad(z, (0, 0, reach, reach))
        y = sum(padded[:, i * self.dilation:i * self.dilation + n] * self.taps[i] for i in range(TAPS))
        a, b = self.point(drop(normal(y))).chunk(2, -1)
        return (z + a * torch.sigmoid(b)) * mask


class Network(nn.Module):
    def __init__(self, vocabulary, width=WIDTH, dilations=DILATIONS, dropout=0.05):
        super().__init__()
        self.tables = nn.ModuleList(nn.Embedding(r, d) for r, d in zip(ROWS, DIMS))
        for t in self.tables:
            nn.init.normal_(t.weight, std=0.1)
        self.enter = nn.Linear(sum(DIMS), width)
        self.blocks = nn.ModuleList(Block(width, d) for d in dilations)
        self.drop = Drop(dropout)
        self.heads = Heads(width, vocabulary)

    def embed(self, f):
        t = self.tables
        return torch.cat([t[0](f[..., 0]) + t[0](f[..., 1]), t[1](f[..., 2]), t[2](f[..., 3]), t[3](f[..., 4]), t[4](f[..., 5])], -1)

    def forward(self, f, mask):
        mask = mask[..., None]
        z = self.enter(self.drop(self.embed(f))) * mask
        for block in self.blocks:
            z = block(z, mask, self.drop)
        return self.drop(normal(z))
