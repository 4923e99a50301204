//! The page's program.

fn main() {
    gsi_timeline::ui::start();
}
