//! Flat tables as CSV (RFC 4180).

use claimant_core::wire::Report;

use crate::table::{CLAIMS, Cell, ENTITIES, RELATIONS, Row, Table};
use crate::{Format, Frame, Look, Piece, Reports, Stream};

/// A table with its header once, however many documents there are.
struct Csv(&'static Table);

const MEDIA_TYPE: &str = "text/csv; charset=utf-8; header=present";
const OFFSETS: &str = "code points, in the columns `start`, `end` and `spans`";

pub(super) static CLAIMS_FORMAT: Format = Format {
    name: "csv",
    summary: "The claims as a flat table, one row each; CSV (RFC 4180)",
    purpose: "Spreadsheets, pandas, R, DuckDB. Cells of text that a spreadsheet would run as a formula begin with an \
              apostrophe; where a cell holds several values, they are parted by ` | `",
    media_type: MEDIA_TYPE,
    extension: "csv",
    example: "claimant extract --format csv articles/ > claims.csv",
    offsets: OFFSETS,
    needs_text: false,
    binary: false,
    columns: CLAIMS.columns,
    reports: Reports::Stream(&Csv(&CLAIMS)),
};

pub(super) static ENTITIES_FORMAT: Format = Format {
    name: "csv-entities",
    summary: "The entities as a flat table, one row each; CSV (RFC 4180)",
    purpose: "Who appears in which documents. Joined with the claims by path, document and entity",
    example: "claimant extract --format csv-entities articles/ > entities.csv",
    offsets: "code points, in the columns `start` and `end`",
    columns: ENTITIES.columns,
    reports: Reports::Stream(&Csv(&ENTITIES)),
    ..CLAIMS_FORMAT
};

pub(super) static RELATIONS_FORMAT: Format = Format {
    name: "csv-relations",
    summary: "The relations between claims as a flat table, one row for each pair; CSV (RFC 4180)",
    purpose: "Where accounts meet in each document. Joined with the claims by path, document and claim",
    example: "claimant extract --format csv-relations articles/ > relations.csv",
    offsets: "none",
    columns: RELATIONS.columns,
    reports: Reports::Stream(&Csv(&RELATIONS)),
    ..CLAIMS_FORMAT
};

impl Stream for Csv {
    fn piece(&self, report: &Report, _: &Look) -> Piece {
        let mut writer = csv::WriterBuilder::new()
            .has_headers(false)
            .terminator(csv::Terminator::CRLF)
            .from_writer(Vec::new());
        for row in (self.0.rows)(report) {
            write(&mut writer, &row).expect("memory takes what is written, and rows are of one length");
        }
        writer.into_inner().expect("memory takes what is written").into()
    }

    fn frame(&self, _: &Look) -> Frame {
        Frame { before: self.0.head, between: "", after: "" }
    }
}

fn write(writer: &mut csv::Writer<Vec<u8>>, row: &Row) -> csv::Result<()> {
    for cell in row {
        match cell {
            Cell::None => writer.write_field("")?,
            Cell::Text(text) => writer.write_field(harmless(text))?,
            Cell::Int(number) => writer.write_field(number.to_string())?,
            Cell::Float(number) => writer.write_field(number.to_string())?,
            Cell::Bool(value) => writer.write_field(value.to_string())?,
        }
    }
    writer.write_record(None::<&[u8]>)
}

/// Words of an article that a spreadsheet would take for a formula, as OWASP advises on CSV injection: with an
/// apostrophe before them.
fn harmless(text: &str) -> String {
    let runs = text.trim_start_matches([' ', '\u{a0}']).starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
        || text.starts_with(['＝', '＋', '－', '＠']);
    if runs { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_do_not_run() {
        let check = |text, expected| assert_eq!(harmless(text), expected);
        check("=1+1", "'=1+1");
        check(" @SUM(A1)", "' @SUM(A1)");
        check("-5 degrees", "'-5 degrees");
        check("five = 5", "five = 5");
        check("", "");
    }

    #[test]
    fn one_header_and_cells_that_keep_their_line_ends_and_quotes() {
        let mut report = crate::sample::report();
        report.claims[0].content.text = "two \"lines\",\r\nand 🦀 e\u{301}".to_owned();
        let look = Look { several: true, ..Look::plain() };
        let mut join = Csv(&CLAIMS).join(&look);
        let mut file = join.take(Csv(&CLAIMS).piece(&report, &look));
        file.extend(join.take(Csv(&CLAIMS).piece(&report, &look)));
        file.extend(join.end());
        let mut reader = csv::Reader::from_reader(&file[..]);
        assert_eq!(reader.headers().unwrap().len(), CLAIMS.columns.len());
        let content = CLAIMS.columns.iter().position(|column| column.name == "content").unwrap();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 2 * report.claims.len());
        assert_eq!(&rows[0][content], "two \"lines\",\r\nand 🦀 e\u{301}");
        assert_eq!(&rows[report.claims.len()][content], &rows[0][content]);
    }
}
