//! The theme is compiled in; a new file of it must be noticed.

fn main() {
    println!("cargo::rerun-if-changed=../../themes");
}
