//! Tables of text.

/// Rows below their heads: the columns of `numbers` to the right, the others to the left.
pub fn table<const N: usize>(heads: [&str; N], numbers: [bool; N], rows: &[[String; N]]) -> String {
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].chars().count());
        cells.chain([heads[column].chars().count()]).max().unwrap_or(0)
    };
    let widths: [usize; N] = std::array::from_fn(width);
    let line = |cells: [&str; N]| {
        let cell = |column: usize| {
            let (text, width) = (cells[column], widths[column]);
            if numbers[column] { format!("{text:>width$}") } else { format!("{text:<width$}") }
        };
        let cells: Vec<String> = (0..N).map(cell).collect();
        cells.join("  ").trim_end().to_string() + "\n"
    };
    let rows = rows.iter().map(|row| line(row.each_ref().map(String::as_str)));
    std::iter::once(line(heads)).chain(rows).collect()
}
