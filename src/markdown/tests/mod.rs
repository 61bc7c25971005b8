//! Tests of rendering: the HTML of each construct, hostile input, properties, and speed.

mod commonmark;
mod corpus;
mod hostile;
mod page;
mod property;
mod safety;
mod speed;
