//! The size of the machine, without which a timing means nothing.

use std::fs;
use std::thread;

use crate::project::Project;
use crate::task::Task;

/// Cores and memory in one line, such as `linux x86_64, 8 cores, 32.0 GiB`.
pub(crate) fn describe(project: &Project) -> String {
    let cores = match thread::available_parallelism() {
        Ok(cores) => cores.to_string(),
        Err(_) => "unknown".to_owned(),
    };
    let memory = match memory_bytes(project) {
        Some(bytes) => format!("{:.1} GiB", bytes as f64 / f64::from(1 << 30)),
        None => "unknown memory".to_owned(),
    };
    let system = std::env::consts::OS;
    let arch = std::env::consts::ARCH;
    format!("{system} {arch}, {cores} cores, {memory}")
}

fn memory_bytes(project: &Project) -> Option<u64> {
    if let Ok(text) = fs::read_to_string("/proc/meminfo") {
        return mem_total(&text);
    }
    let printed = Task::line(project, "sysctl -n hw.memsize").and_then(Task::printed).ok()?;
    printed.stdout.trim().parse().ok()
}

/// Bytes of the `MemTotal` line, which is given in KiB.
fn mem_total(meminfo: &str) -> Option<u64> {
    let line = meminfo.lines().find_map(|line| line.strip_prefix("MemTotal:"))?;
    let kib: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kib * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_read_in_kib() {
        let meminfo = "MemTotal:       16384 kB\nMemFree:  1 kB\n";
        assert_eq!(mem_total(meminfo), Some(16_777_216));
        assert_eq!(mem_total(""), None);
    }
}
