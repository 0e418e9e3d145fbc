//! Who claims what, over HTTP: the routes, their limits and the connections below them.
//!
//! [`App`] holds what requests share, [`router`] is the interface, [`serve`] runs it on a socket until it is told
//! to stop. Analyses run off the async threads, and stop at the time limit or when their caller goes.

mod analysis;
mod answers;
mod app;
mod batch;
mod clock;
mod comparison;
mod connections;
mod cors;
mod exchange;
mod extract;
mod metrics;
mod negotiate;
mod openapi;
mod page;
mod problem;
mod request;
mod routes;
pub mod settings;

pub use app::{Access, App, Limits};
pub use connections::serve;
pub use routes::router;
