//! Chance that comes the same every time.

/// `SplitMix64` (Steele, Lea, Flood 2014): small, fast, and good enough for texts.
pub struct Random(u64);

impl Random {
    /// Begins at a place of its own for each seed.
    pub fn new(seed: u64) -> Random {
        let mut random = Random(seed);
        Random(random.next())
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is small.
    pub fn below(&mut self, end: usize) -> usize {
        ((u128::from(self.next()) * end as u128) >> 64) as usize
    }

    /// A number from the first to the second.
    pub fn between(&mut self, (from, to): (usize, usize)) -> usize {
        from + self.below(to - from + 1)
    }

    /// A number from 0 to below 1.
    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// One of these.
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}
