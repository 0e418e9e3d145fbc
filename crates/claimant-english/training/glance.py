"""A glance at a network while it trains: accuracy by token of each label, F of role and name tokens. Not the evaluation."""


class Glance:
    def __init__(self):
        self.right, self.total, self.hits, self.found, self.gold = {}, {}, {}, {}, {}

    def add(self, guess, batch):
        for k, g in guess.items():
            y = batch[k]
            seen = y >= 0
            count(self.right, k, (g == y) & seen)
            count(self.total, k, seen)
            if k in ("role", "name"):
                for kind in range(1, 5):
                    # Odd tags begin a span of a kind, the even ones after go on with it.
                    a, z = ((g + 1) // 2 == kind) & seen, ((y + 1) // 2 == kind) & seen
                    count(self.hits, (k, kind), a & z)
                    count(self.found, (k, kind), a)
                    count(self.gold, (k, kind), z)

    def figures(self):
        out = {k: round(100 * self.right[k] / n, 2) for k, n in self.total.items() if n}
        out.update({f"F-{k}{kind}": round(200 * self.hits[k, kind] / (self.found[k, kind] + n), 1) for (k, kind), n in self.gold.items() if n})
        return out


def count(into, key, which):
    into[key] = into.get(key, 0) + int(which.sum())
