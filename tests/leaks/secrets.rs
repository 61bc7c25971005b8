//! Random secrets in the forms that detectors know.

use data_encoding::{BASE64, BASE64URL_NOPAD};

use super::dice::Dice;

const ALNUM: &str = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ0123456789";

pub fn cloud_key(dice: &mut Dice) -> String {
    format!("AKIA{}", dice.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16))
}

pub fn forge_token(dice: &mut Dice) -> String {
    format!("ghp_{}", dice.of(ALNUM, 36))
}

pub fn jwt(dice: &mut Dice) -> String {
    let part = |text: String| BASE64URL_NOPAD.encode(text.as_bytes());
    let body = format!("{{\"sub\":\"{}\",\"iat\":15162390{}}}", dice.word(), dice.digits(2));
    format!("{}.{}.{}", part("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".to_owned()), part(body), dice.of(ALNUM, 43))
}

pub fn pem(dice: &mut Dice) -> String {
    let lines: Vec<_> = (0..6).map(|_| BASE64.encode(dice.of(ALNUM, 48).as_bytes())).collect();
    // In two parts, so that no secret scanner takes it for a key in this repository.
    format!("-----BEGIN RSA PRIVATE{}\n{}\n-----END RSA PRIVATE{}", " KEY-----", lines.join("\n"), " KEY-----")
}

pub fn database_url(dice: &mut Dice) -> String {
    format!("postgres://{}:{}@example.com:5432/rows", dice.word(), dice.of(ALNUM, 16))
}

/// Sixteen digits with a valid Luhn check digit.
pub fn card(dice: &mut Dice) -> String {
    let first = format!("4{}", dice.of("0123456789", 14));
    let sum: u32 = first
        .bytes()
        .rev()
        .enumerate()
        .map(|(n, b)| {
            let digit = u32::from(b - b'0') * if n % 2 == 0 { 2 } else { 1 };
            digit / 10 + digit % 10
        })
        .sum();
    format!("{first}{}", (10 - sum % 10) % 10)
}

/// A German account number with valid check digits (ISO 7064, modulo 97).
pub fn iban(dice: &mut Dice) -> String {
    let account = dice.digits(18);
    let rest = format!("{account}131400").bytes().fold(0u32, |rest, digit| (rest * 10 + u32::from(digit - b'0')) % 97);
    format!("DE{:02}{account}", 98 - rest)
}

pub fn social_security(dice: &mut Dice) -> String {
    format!("{}-{}-{}", 100 + dice.below(500), 10 + dice.below(80), 1000 + dice.below(8000))
}
