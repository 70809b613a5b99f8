//! Kernel attribute.
