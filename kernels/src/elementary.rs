//! The elementary functions that other modules of this crate take from [`crate::vecmath`].

pub(crate) use crate::vecmath::lanes::{exp, ln, ln_1p, sigmoid};
