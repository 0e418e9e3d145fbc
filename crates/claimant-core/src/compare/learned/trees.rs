//! Boosted trees as `LightGBM` (Ke et al. 2017) grows them: a feature is asked for at each node, and the leaves add up to a logit.

/// How likely features make it, 0 to 1.
pub(super) fn likely<const N: usize>(trees: &[Tree], features: &[f32; N]) -> f32 {
    let sum: f64 = trees.iter().map(|tree| value(tree, features)).sum();
    (1.0 / (1.0 + (-sum).exp())) as f32
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Node {
    /// Up to the value the first of the two nodes is next, else the second.
    Split {
        feature: usize,
        at_most: f64,
        next: [usize; 2],
    },
    Leaf(f64),
}

pub(super) type Tree = Vec<Node>;

fn value(tree: &Tree, features: &[f32]) -> f64 {
    let mut node = 0;
    loop {
        match tree[node] {
            Node::Leaf(value) => return value,
            Node::Split { feature, at_most, next } => {
                node = next[usize::from(f64::from(features[feature]) > at_most)];
            }
        }
    }
}

/// Trees from a file of `data/`: a line for each node, those of a tree one after another, the root first: `leaf` and its value, or a feature, a
/// value, and the two nodes; an empty line after each tree. A test loads each file.
pub(super) fn load(file: &str, names: &[&str]) -> Vec<Tree> {
    let mut trees = Vec::new();
    let mut tree = Tree::new();
    for line in file.lines().filter(|line| !line.starts_with('#')).chain([""]) {
        if line.is_empty() {
            trees.extend(Some(std::mem::take(&mut tree)).filter(|tree| !tree.is_empty()));
        } else {
            tree.push(node(line, names).expect("a node: a test loads them"));
        }
    }
    trees
}

fn node(line: &str, names: &[&str]) -> Option<Node> {
    let mut parts = line.split('\t');
    let (name, number) = (parts.next()?, parts.next()?.parse().ok()?);
    if name == "leaf" {
        return Some(Node::Leaf(number));
    }
    let feature = names.iter().position(|known| *known == name)?;
    let mut next = || parts.next()?.parse().ok();
    Some(Node::Split { feature, at_most: number, next: [next()?, next()?] })
}

/// Each way in them leads on, and ends.
#[cfg(test)]
pub(super) fn check(trees: &[Tree]) {
    assert!(trees.len() > 50);
    for tree in trees {
        for (at, node) in tree.iter().enumerate() {
            match node {
                Node::Split { next, .. } => {
                    assert!(next.iter().all(|next| *next > at && *next < tree.len()));
                }
                Node::Leaf(value) => assert!(value.is_finite()),
            }
        }
    }
}
