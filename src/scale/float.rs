//! Numbers without the standard library's printing of floats.
//!
//! That one is exact to the last of 17 digits, and with its tables 20 kB of the program;
//! so is anything that might print a float in a panic, as `f64::clamp` does.

/// The most decimals that are written.
const DECIMALS: usize = 6;

/// A number with at most six decimals, without trailing zeros, never minus zero.
///
/// ```
/// use gsi_timeline::scale::decimal;
/// assert_eq!([12.5, -0.25, 3.0, -1e-9].map(decimal), ["12.5", "-0.25", "3", "0"]);
/// ```
pub fn decimal(value: f64) -> String {
    let unit = 10_u64.pow(DECIMALS as u32);
    let scaled = (value.abs() * unit as f64).round() as u64;
    let sign = if value < 0.0 && scaled > 0 { "-" } else { "" };
    let (whole, rest) = (scaled / unit, scaled % unit);
    if rest == 0 {
        return format!("{sign}{whole}");
    }
    let text = format!("{sign}{whole}.{rest:06}");
    text.trim_end_matches('0').to_owned()
}

/// A value kept between two bounds; the lower wins where they cross.
pub fn clamp(value: f64, least: f64, most: f64) -> f64 {
    value.min(most).max(least)
}
