//! Addresses that are found, and reserved, well-known and invalid ones that are not.

use super::super::plain;

fn seen(text: &str) -> Vec<String> {
    plain().see(text, false).into_iter().map(|s| s.rule).collect()
}

#[test]
fn addresses_are_seen_unless_they_are_for_documents() {
    for text in [
        "10.1.2.3",
        "(52.18.7.101)",
        "at 172.16.0.9.",
        "10.0.0.0/24",
        "10.1.2.0/8",
        "10.1.2.3:5432",
        "010.044.007.019",
        "at 3.7.2.9:443",
        "host 3.7.2.9",
        "http://3.7.2.9",
        "19.7.44.10.in-addr.arpa",
        "10.44.7.x",
        "10.44.7.*",
        "10.44.x.x",
        "192.168.4.XXX",
        "10-44-7-19",
        "at 10_44_7_19.",
    ] {
        assert!(seen(text).contains(&"ipv4".to_owned()), "{text}: {:?}", seen(text));
    }
    for text in ["fd00::1", "[fe80::1ff:fe23:4567:890a]", "2600:1f18:0:1::5"] {
        assert_eq!(seen(text), ["ipv6"], "{text}");
    }
    for text in ["00:1b:44:11:3a:b7", "00-1B-44-11-3A-B7", "001b.4411.3ab7"] {
        assert_eq!(seen(text), ["mac"], "{text}");
    }
    for text in [
        "1.5.2.1",
        "to 2.14.0.3 and version 52.18.7.101",
        "v10.1.2.3",
        "8.8.8.8 and 1.1.1.1",
        "10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16",
        "127.0.0.1:6379",
        "169.254.169.254",
        "224.0.0.1",
        "192.0.2.0/24",
        "fe80::1",
        "fe80::/10",
        "fc00::/7",
        "2606:4700:4700::1111",
        "2001:4860:4860::8844",
        "ff02::1",
        "10.15.x",
        "2.14.7.x",
        "10-15-20-25 minutes",
        "2026-03-02-10",
        "10-1-2-3-4",
        "198.18.0.1",
        "2001:db8::7",
    ] {
        assert!(seen(text).is_empty(), "{text}: {:?}", seen(text));
    }
    for text in ["255.255.255.0", "1.2.3.4.5", "v10.1.2.3", "300.1.2.3", "1234.5678.9012", "::", "a::b", "10:20:30"] {
        assert!(seen(text).is_empty(), "{text}: {:?}", seen(text));
    }
}
