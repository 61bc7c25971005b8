//! The theme is embedded at compile time, so a new file in it must cause a rebuild.

fn main() {
    println!("cargo::rerun-if-changed=../../themes");
}
