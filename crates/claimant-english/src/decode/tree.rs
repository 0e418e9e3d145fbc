//! The best tree over a sentence: one root, no circles.
//!
//! Heads are chosen one by one; where that leaves a circle or several roots, the maximum spanning arborescence takes
//! their place (Chu and Liu 1965, Edmonds 1967).

/// What an arc that must not be costs.
const NEVER: f32 = -1e9;

/// The head of each of `count` tokens, itself for the root. `score(dependent, head)` with the dependent itself as head is its score as root.
pub(crate) fn heads(count: usize, scores: &[f32]) -> Vec<usize> {
    let greedy: Vec<usize> = scores.chunks_exact(count).map(super::best).collect();
    let roots = |heads: &[usize]| {
        heads
            .iter()
            .enumerate()
            .filter(|(token, head)| token == *head)
            .map(|(token, _)| token)
            .collect::<Vec<_>>()
    };
    if roots(&greedy).len() == 1 && circle(&greedy).is_none() {
        return greedy;
    }
    let free = rooted(count, scores, None);
    let found = roots(&free);
    if found.len() == 1 {
        return free;
    }
    // Several roots: the best tree that has only one of them.
    let total = |heads: &[usize]| {
        heads.iter().enumerate().map(|(token, head)| scores[token * count + head]).sum::<f32>()
    };
    let mut best: Option<(f32, Vec<usize>)> = None;
    for root in found.into_iter().take(8) {
        let heads = rooted(count, scores, Some(root));
        let total = total(&heads);
        if best.as_ref().is_none_or(|(most, _)| total > *most) {
            best = Some((total, heads));
        }
    }
    best.map_or(free, |(_, heads)| heads)
}

/// Node 0 is above all roots; token `i` is node `i + 1`.
fn rooted(count: usize, scores: &[f32], only: Option<usize>) -> Vec<usize> {
    let nodes = count + 1;
    let mut matrix = vec![NEVER; nodes * nodes];
    for token in 0..count {
        for head in 0..count {
            let score = scores[token * count + head];
            let node = if head == token { 0 } else { head + 1 };
            let barred = head == token && only.is_some_and(|root| root != token);
            matrix[(token + 1) * nodes + node] = if barred { NEVER } else { score };
        }
        if only == Some(token) {
            for head in 1..nodes {
                matrix[(token + 1) * nodes + head] = NEVER;
            }
        }
    }
    let heads = arborescence(nodes, &matrix);
    (0..count).map(|token| if heads[token + 1] == 0 { token } else { heads[token + 1] - 1 }).collect()
}

/// The head of every node but 0 in the heaviest tree from 0; `matrix[dependent][head]`.
fn arborescence(nodes: usize, matrix: &[f32]) -> Vec<usize> {
    let mut heads: Vec<usize> = (0..nodes)
        .map(|node| {
            let row = &matrix[node * nodes..(node + 1) * nodes];
            let mut best = usize::from(node == 0);
            for head in 0..nodes {
                if head != node && row[head] > row[best] {
                    best = head;
                }
            }
            best
        })
        .collect();
    heads[0] = 0;
    let Some(circle) = circle_from(&heads) else { return heads };
    // The circle becomes one node, the last of a smaller graph.
    let inside = |node: usize| circle.contains(&node);
    let outside: Vec<usize> = (0..nodes).filter(|node| !inside(*node)).collect();
    let size = outside.len() + 1;
    let mut small = vec![NEVER; size * size];
    let mut enters = vec![circle[0]; size];
    let mut leaves = vec![circle[0]; size];
    for (at, &node) in outside.iter().enumerate() {
        for (to, &head) in outside.iter().enumerate() {
            small[at * size + to] = matrix[node * nodes + head];
        }
        // Out of the circle to this node, and into the circle from it.
        for &member in &circle {
            let out = matrix[node * nodes + member];
            if out > small[at * size + size - 1] {
                small[at * size + size - 1] = out;
                leaves[at] = member;
            }
            let into = matrix[member * nodes + node] - matrix[member * nodes + heads[member]];
            if into > small[(size - 1) * size + at] {
                small[(size - 1) * size + at] = into;
                enters[at] = member;
            }
        }
    }
    let solved = arborescence(size, &small);
    for (at, &node) in outside.iter().enumerate() {
        if node != 0 {
            heads[node] = if solved[at] == size - 1 { leaves[at] } else { outside[solved[at]] };
        }
    }
    let from = solved[size - 1];
    heads[enters[from]] = outside[from];
    heads
}

/// A circle among heads where a root is its own head.
fn circle(heads: &[usize]) -> Option<Vec<usize>> {
    search(heads, |node| heads[node] == node)
}

/// A circle among heads where node 0 has none.
fn circle_from(heads: &[usize]) -> Option<Vec<usize>> {
    search(heads, |node| node == 0)
}

fn search(heads: &[usize], is_root: impl Fn(usize) -> bool) -> Option<Vec<usize>> {
    // 0: not seen; else the walk in which it was.
    let mut seen = vec![0; heads.len()];
    for start in 0..heads.len() {
        let mut node = start;
        while seen[node] == 0 && !is_root(node) {
            seen[node] = start + 1;
            node = heads[node];
        }
        if seen[node] == start + 1 && !is_root(node) {
            let mut circle = vec![node];
            let mut next = heads[node];
            while next != node {
                circle.push(next);
                next = heads[next];
            }
            return Some(circle);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_root_and_no_circle() {
        // Token 0 and 1 want each other; 2 is the best root.
        let scores = [0.0, 9.0, 5.0, 8.0, 1.0, 7.0, 0.0, 0.0, 6.0];
        assert_eq!(heads(3, &scores), [1, 2, 2]);
        // Everyone wants to be the root.
        let scores = [9.0, 1.0, 0.0, 3.0, 9.0, 0.0, 2.0, 5.0, 9.0];
        let found = heads(3, &scores);
        assert_eq!(found.iter().enumerate().filter(|(at, head)| at == *head).count(), 1);
        assert_eq!(heads(1, &[-3.0]), [0]);
    }

    #[test]
    fn is_as_heavy_as_the_best_of_all_trees() {
        let mut state = 1_u32;
        for count in 2..=5_usize {
            for _ in 0..200 {
                let scores: Vec<f32> = (0..count * count)
                    .map(|_| {
                        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                        (state >> 20) as f32
                    })
                    .collect();
                let total = |heads: &[usize]| {
                    heads.iter().enumerate().map(|(t, h)| scores[t * count + h]).sum::<f32>()
                };
                let mut most = f32::MIN;
                for code in 0..count.pow(count as u32) {
                    let tree: Vec<usize> = (0..count).map(|t| code / count.pow(t as u32) % count).collect();
                    let roots = tree.iter().enumerate().filter(|(t, h)| t == *h).count();
                    if circle(&tree).is_none() && roots == 1 {
                        most = most.max(total(&tree));
                    }
                }
                let found = heads(count, &scores);
                assert!(circle(&found).is_none());
                assert_eq!(total(&found), most, "{scores:?} {found:?}");
            }
        }
    }
}
