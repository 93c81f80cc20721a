//! Which addresses are out there, and which are on the inside.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// IPv4 networks that are nobody's out there, with the letters of their prefix.
const INSIDE_V4: [([u8; 4], u32); 17] = [
    // This network, and the unspecified address.
    ([0, 0, 0, 0], 8),
    ([10, 0, 0, 0], 8),
    // Behind a provider's translation; also a metadata address.
    ([100, 64, 0, 0], 10),
    ([127, 0, 0, 0], 8),
    // Link-local, with the metadata address of most clouds.
    ([169, 254, 0, 0], 16),
    ([172, 16, 0, 0], 12),
    // Of protocols; also a metadata address.
    ([192, 0, 0, 0], 24),
    // For documents.
    ([192, 0, 2, 0], 24),
    ([198, 51, 100, 0], 24),
    ([203, 0, 113, 0], 24),
    // The way between both protocols that is no more.
    ([192, 88, 99, 0], 24),
    ([192, 168, 0, 0], 16),
    // For measuring.
    ([198, 18, 0, 0], 15),
    // What a cloud's machines ask about themselves, though it looks like an address out there.
    ([168, 63, 129, 16], 32),
    // Multicast.
    ([224, 0, 0, 0], 4),
    // Reserved, with the broadcast address.
    ([240, 0, 0, 0], 4),
    ([255, 255, 255, 255], 32),
];

/// The only part of IPv6 that is given out.
const OUT_V6: (u128, u32) = (0x2000 << 112, 3);

/// What is not, within it.
const INSIDE_V6: [(u128, u32); 4] = [
    // Of protocols: Teredo, for measuring, and others.
    (0x2001_0000 << 96, 23),
    // For documents.
    (0x2001_0db8 << 96, 32),
    (0x3fff_0000 << 96, 20),
    // 6to4: an IPv4 address in another form, over somebody's relay.
    (0x2002 << 112, 16),
];

/// IPv4 addresses as a network that speaks IPv6 alone writes them (NAT64).
const TRANSLATED: (u128, u32) = (0x0064_ff9b << 96, 96);

fn is_in(address: u128, (network, letters): (u128, u32), width: u32) -> bool {
    let rest = width - letters;
    address >> rest == network >> rest
}

/// Is this an address out there, which anybody reaches? Everything else is on the inside: this machine, its network, what only some
/// machines answer, and each of these in the other protocol's form.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let own = u128::from(u32::from(address));
    let networks = INSIDE_V4.iter().map(|(network, letters)| (u128::from(u32::from_be_bytes(*network)), *letters));
    !networks.into_iter().any(|network| is_in(own, network, u32::BITS))
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let own = u128::from(address);
    if is_in(own, TRANSLATED, u128::BITS) {
        let [.., a, b, c, d] = address.octets();
        return is_public_v4(Ipv4Addr::new(a, b, c, d));
    }
    is_in(own, OUT_V6, u128::BITS) && !INSIDE_V6.iter().any(|network| is_in(own, *network, u128::BITS))
}
