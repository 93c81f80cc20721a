//! Whether two samples are of one kind: what somebody who measures a hub from outside would ask.

/// What is told of two samples.
#[derive(Clone, Copy, Debug)]
pub struct Compared {
    /// How often one of the first is above one of the second, of all pairs; ties count half. One kind: a half.
    pub above: f64,
    /// The chance to see a share so far from a half, or farther, where both are of one kind (Mann and Whitney, two-sided).
    pub p_above: f64,
    /// The widest gap between both distributions (Kolmogorov and Smirnov).
    pub gap: f64,
    /// The chance to see such a gap, or a wider one, where both are of one kind.
    pub p_gap: f64,
}

/// Compares two samples of some size: the chances are those of many.
pub fn compare(first: &[f64], second: &[f64]) -> Compared {
    let (above, p_above) = mann_whitney(first, second);
    let (gap, p_gap) = kolmogorov_smirnov(first, second);
    Compared { above, p_above, gap, p_gap }
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted
}

fn mann_whitney(first: &[f64], second: &[f64]) -> (f64, f64) {
    let (n, m) = (first.len() as f64, second.len() as f64);
    let others = sorted(second);
    let above: f64 = first
        .iter()
        .map(|value| {
            let below = others.partition_point(|other| other < value);
            let not_above = others.partition_point(|other| other <= value);
            (below + not_above) as f64 / 2.0
        })
        .sum();
    let deviation = (n * m * (n + m + 1.0) / 12.0).sqrt();
    let z = (above - n * m / 2.0).abs() / deviation;
    (above / (n * m), libm::erfc(z / std::f64::consts::SQRT_2))
}

fn kolmogorov_smirnov(first: &[f64], second: &[f64]) -> (f64, f64) {
    let (one, other) = (sorted(first), sorted(second));
    let (n, m) = (one.len() as f64, other.len() as f64);
    let share = |sorted: &[f64], value: f64| sorted.partition_point(|own| *own <= value) as f64;
    let gaps = one.iter().chain(&other).map(|value| (share(&one, *value) / n - share(&other, *value) / m).abs());
    let gap = gaps.fold(0.0, f64::max);
    let root = (n * m / (n + m)).sqrt();
    let lambda = (root + 0.12 + 0.11 / root) * gap;
    let terms = (1..=100).map(|k| {
        let k = f64::from(k);
        let sign = if k % 2.0 == 1.0 { 2.0 } else { -2.0 };
        sign * (-2.0 * k * k * lambda * lambda).exp()
    });
    // Near nothing the series says nothing.
    let chance = if lambda < 0.2 { 1.0 } else { terms.sum::<f64>().clamp(0.0, 1.0) };
    (gap, chance)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(one: f64, other: f64) -> bool {
        (one - other).abs() < 1e-3
    }

    #[test]
    fn what_is_one_kind_and_what_is_two() {
        let own: Vec<f64> = (0..400).map(|number| f64::from(number * 7919 % 1000)).collect();
        let same: Vec<f64> = (0..400).map(|number| f64::from(number * 7907 % 1000) + 0.5).collect();
        let compared = compare(&own, &same);
        assert!((compared.above - 0.5).abs() < 0.05, "{compared:?}");
        assert!(compared.p_above > 0.05 && compared.p_gap > 0.05, "{compared:?}");
        // Slower by a fifth of what they differ among themselves.
        let slower: Vec<f64> = same.iter().map(|value| value + 200.0).collect();
        let compared = compare(&own, &slower);
        assert!(compared.above < 0.4 && compared.p_above < 0.001 && compared.p_gap < 0.01, "{compared:?}");
        let compared = compare(&[1.0, 2.0, 3.0], &[4.0, 5.0, 6.0]);
        assert!(close(compared.above, 0.0) && close(compared.gap, 1.0));
        // The same middle, another shape: the gap tells it.
        let narrow: Vec<f64> = own.iter().map(|value| 500.0 + (value - 500.0) / 4.0).collect();
        let compared = compare(&own, &narrow);
        assert!((compared.above - 0.5).abs() < 0.05 && compared.p_gap < 0.001, "{compared:?}");
    }
}
