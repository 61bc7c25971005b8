//! Writes the data of a path, one SVG command after another.

use super::push_number;

/// The `d` attribute of a path. Upper-case commands take absolute coordinates, lower-case ones relative ones.
#[derive(Debug)]
pub(crate) struct Data<'o>(&'o mut String);

impl<'o> Data<'o> {
    /// Appends to `out`.
    pub(crate) fn new(out: &'o mut String) -> Self {
        Self(out)
    }

    /// `M`: begins a subpath.
    pub(crate) fn move_to(&mut self, to: (f64, f64)) {
        self.pair('M', to);
    }

    /// `L`
    pub(crate) fn line_to(&mut self, to: (f64, f64)) {
        self.pair('L', to);
    }

    /// `l`
    pub(crate) fn line_by(&mut self, by: (f64, f64)) {
        self.pair('l', by);
    }

    /// `H`
    pub(crate) fn h_to(&mut self, x: f64) {
        self.single('H', x);
    }

    /// `h`
    pub(crate) fn h_by(&mut self, by: f64) {
        self.single('h', by);
    }

    /// `V`
    pub(crate) fn v_to(&mut self, y: f64) {
        self.single('V', y);
    }

    /// `v`
    pub(crate) fn v_by(&mut self, by: f64) {
        self.single('v', by);
    }

    /// Appends commands that were written before.
    pub(crate) fn again(&mut self, commands: &str) {
        self.0.push_str(commands);
    }

    /// `z`: closes the subpath.
    pub(crate) fn close(&mut self) {
        self.0.push('z');
    }

    #[inline]
    fn pair(&mut self, command: char, (x, y): (f64, f64)) {
        self.0.push(command);
        push_number(self.0, x);
        self.0.push(' ');
        push_number(self.0, y);
    }

    #[inline]
    fn single(&mut self, command: char, value: f64) {
        self.0.push(command);
        push_number(self.0, value);
    }
}
