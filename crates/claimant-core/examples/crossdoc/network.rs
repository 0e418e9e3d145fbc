//! A network with one hidden layer, read from text: `training/fnc1.py` writes it.

type Layer = Vec<(f32, Vec<f32>)>;

pub(crate) struct Network {
    hidden: Layer,
    out: Layer,
}

impl Network {
    /// Two blocks of rows with an empty line between: each row a unit, its bias before its weights.
    pub(crate) fn parse(text: &str) -> Result<Network, Box<dyn std::error::Error>> {
        let mut layers: Vec<Layer> = vec![Vec::new()];
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if line.is_empty() {
                layers.push(Vec::new());
                continue;
            }
            let numbers: Vec<f32> = line.split('\t').map(str::parse).collect::<Result<_, _>>()?;
            let (bias, weights) = numbers.split_first().ok_or("a row without numbers")?;
            layers.last_mut().ok_or("no layer")?.push((*bias, weights.to_vec()));
        }
        let [hidden, out] = <[Layer; 2]>::try_from(layers).map_err(|_| "there are two layers")?;
        Ok(Network { hidden, out })
    }

    /// The output that is greatest for these inputs.
    pub(crate) fn choose(&self, inputs: &[f32]) -> usize {
        let through = |layer: &Layer, inputs: &[f32]| -> Vec<f32> {
            let sum = |weights: &[f32]| weights.iter().zip(inputs).map(|(w, x)| w * x).sum::<f32>();
            layer.iter().map(|(bias, weights)| bias + sum(weights)).collect()
        };
        let hidden: Vec<f32> = through(&self.hidden, inputs).into_iter().map(|x| x.max(0.0)).collect();
        let out = through(&self.out, &hidden);
        (0..out.len()).max_by(|a, b| out[*a].total_cmp(&out[*b])).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Network;

    #[test]
    fn the_greatest_output() {
        let network = Network::parse("0\t1\t-1\n0\t-1\t1\n\n0\t1\t0\n0\t0\t1").expect("a network");
        assert_eq!(network.choose(&[2.0, 1.0]), 0);
        assert_eq!(network.choose(&[1.0, 2.0]), 1);
        assert!(Network::parse("1\tx").is_err());
    }
}
