//! The program `claimant`: see the library beside it.

fn main() -> std::process::ExitCode {
    claimant_cli::run(std::env::args_os())
}
