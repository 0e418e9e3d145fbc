//! Flat tables as Parquet.

use std::sync::Arc;

use claimant_core::wire::Report;
use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int64Type};
use parquet::errors::Result;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{Type as Field, TypePtr};

use crate::csv::{
    CLAIMS_FORMAT as CSV_CLAIMS, ENTITIES_FORMAT as CSV_ENTITIES, RELATIONS_FORMAT as CSV_RELATIONS,
};
use crate::table::{CLAIMS, Cell, ENTITIES, RELATIONS, Row, Table, Type};
use crate::{Format, Join, Look, Piece, Reports, Stream};

/// A table in row groups that each hold many documents.
struct Parquet(&'static Table);

/// Rows of a row group: enough for readers to skip and share work by, few enough to hold.
const ROWS: usize = 50_000;
/// Bytes of text in a row group, at most.
const TEXT: usize = 32 << 20;

/// As registered by the Parquet project.
const MEDIA_TYPE: &str = "application/vnd.apache.parquet";

pub(super) static CLAIMS_FORMAT: Format = Format {
    name: "parquet",
    summary: "The claims as a flat table, one row each, typed and compressed; Apache Parquet",
    purpose: "DuckDB, pandas, Polars, Spark. The words are as they are in the text; where a cell holds several \
              values, they are parted by ` | `",
    media_type: MEDIA_TYPE,
    extension: "parquet",
    example: "claimant extract --format parquet articles/ > claims.parquet",
    binary: true,
    columns: CLAIMS.columns,
    reports: Reports::Stream(&Parquet(&CLAIMS)),
    ..CSV_CLAIMS
};

pub(super) static ENTITIES_FORMAT: Format = Format {
    name: "parquet-entities",
    summary: "The entities as a flat table, one row each; Apache Parquet",
    media_type: MEDIA_TYPE,
    extension: "parquet",
    example: "claimant extract --format parquet-entities articles/ > entities.parquet",
    binary: true,
    columns: ENTITIES.columns,
    reports: Reports::Stream(&Parquet(&ENTITIES)),
    ..CSV_ENTITIES
};

pub(super) static RELATIONS_FORMAT: Format = Format {
    name: "parquet-relations",
    summary: "The relations between claims as a flat table, one row for each pair; Apache Parquet",
    media_type: MEDIA_TYPE,
    extension: "parquet",
    example: "claimant extract --format parquet-relations articles/ > relations.parquet",
    binary: true,
    columns: RELATIONS.columns,
    reports: Reports::Stream(&Parquet(&RELATIONS)),
    ..CSV_RELATIONS
};

impl Stream for Parquet {
    fn piece(&self, report: &Report, _: &Look) -> Piece {
        Piece::rows((self.0.rows)(report))
    }

    fn join(&self, _: &Look) -> Box<dyn Join> {
        Box::new(Groups::begin(self.0, ROWS).expect(MEMORY))
    }

    fn appends(&self) -> bool {
        false
    }
}

const MEMORY: &str = "the schema is right, and memory takes what is written";

/// A file in the making.
struct Groups {
    table: &'static Table,
    writer: SerializedFileWriter<Vec<u8>>,
    rows: Vec<Row>,
    text: usize,
    /// Rows of a group.
    most: usize,
}

impl Groups {
    fn begin(table: &'static Table, most: usize) -> Result<Groups> {
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let writer = SerializedFileWriter::new(Vec::new(), schema(table)?, Arc::new(properties))?;
        Ok(Groups { table, writer, rows: Vec::new(), text: 0, most })
    }

    /// Writes the rows that are held as one group.
    fn flush(&mut self) -> Result<()> {
        let rows = std::mem::take(&mut self.rows);
        self.text = 0;
        if rows.is_empty() {
            return Ok(());
        }
        let mut group = self.writer.next_row_group()?;
        for (index, column) in self.table.columns.iter().enumerate() {
            let cells = rows.iter().map(|row| &row[index]);
            let Some(mut writer) = group.next_column()? else { break };
            match column.values {
                Type::Text => write::<ByteArrayType>(&mut writer, cells, |cell| match cell {
                    Cell::Text(text) => Some(ByteArray::from(text.as_str())),
                    _ => None,
                }),
                Type::Int => write::<Int64Type>(&mut writer, cells, |cell| match cell {
                    Cell::Int(number) => Some(*number),
                    _ => None,
                }),
                Type::Float => write::<DoubleType>(&mut writer, cells, |cell| match cell {
                    Cell::Float(number) => Some(*number),
                    _ => None,
                }),
                Type::Bool => write::<BoolType>(&mut writer, cells, |cell| match cell {
                    Cell::Bool(value) => Some(*value),
                    _ => None,
                }),
            }?;
            writer.close()?;
        }
        group.close()?;
        Ok(())
    }

    /// The bytes that are done; the writer goes on counting from them.
    fn done(&mut self) -> Result<Vec<u8>> {
        self.writer.flush()?;
        Ok(std::mem::take(self.writer.inner_mut()))
    }
}

impl Join for Groups {
    fn take(&mut self, piece: Piece) -> Vec<u8> {
        let rows = piece.into_rows();
        let texts =
            rows.iter().flatten().map(|cell| if let Cell::Text(text) = cell { text.len() } else { 0 });
        self.text += texts.sum::<usize>();
        self.rows.extend(rows);
        if self.rows.len() < self.most && self.text < TEXT {
            return Vec::new();
        }
        self.flush().expect(MEMORY);
        self.done().expect(MEMORY)
    }

    fn end(mut self: Box<Self>) -> Vec<u8> {
        self.flush().expect(MEMORY);
        self.writer.into_inner().expect(MEMORY)
    }
}

fn write<'c, T: DataType>(
    writer: &mut SerializedColumnWriter<'_>,
    cells: impl Iterator<Item = &'c Cell>,
    value: fn(&Cell) -> Option<T::T>,
) -> Result<usize> {
    let mut values = Vec::new();
    let mut present = Vec::new();
    for cell in cells {
        let value = value(cell);
        present.push(i16::from(value.is_some()));
        values.extend(value);
    }
    writer.typed::<T>().write_batch(&values, Some(&present), None)
}

fn schema(table: &Table) -> Result<TypePtr> {
    let fields: Result<Vec<TypePtr>> = table
        .columns
        .iter()
        .map(|column| {
            let (physical, logical) = match column.values {
                Type::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
                Type::Int => (Physical::INT64, None),
                Type::Float => (Physical::DOUBLE, None),
                Type::Bool => (Physical::BOOLEAN, None),
            };
            let field = Field::primitive_type_builder(column.name, physical)
                .with_repetition(Repetition::OPTIONAL)
                .with_logical_type(logical)
                .build()?;
            Ok(Arc::new(field))
        })
        .collect();
    Ok(Arc::new(Field::group_type_builder("schema").with_fields(fields?).build()?))
}

#[cfg(test)]
mod tests {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::RowAccessor;

    use super::*;

    fn file(pieces: usize, most: usize) -> Vec<u8> {
        let report = crate::sample::report();
        let mut join = Box::new(Groups::begin(&CLAIMS, most).unwrap());
        let mut file = Vec::new();
        for _ in 0..pieces {
            file.extend(join.take(Parquet(&CLAIMS).piece(&report, &Look::plain())));
        }
        file.extend(join.end());
        file
    }

    #[test]
    fn values_come_back() {
        let report = crate::sample::report();
        let reader = SerializedFileReader::new(bytes::Bytes::from(file(2, ROWS))).unwrap();
        let content = CLAIMS.columns.iter().position(|column| column.name == "content").unwrap();
        let start = CLAIMS.columns.iter().position(|column| column.name == "start").unwrap();
        let rows: Vec<_> = reader.get_row_iter(None).unwrap().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 2 * report.claims.len());
        for (row, claim) in rows.iter().zip(report.claims.iter().chain(&report.claims)) {
            assert_eq!(row.get_string(content).unwrap(), &claim.content.text);
            assert_eq!(row.get_long(start).unwrap(), i64::from(claim.content.spans[0].0));
        }
    }

    #[test]
    fn groups_are_handed_over_as_they_fill_and_nothing_gives_an_empty_table() {
        let rows = crate::sample::report().claims.len();
        let reader = SerializedFileReader::new(bytes::Bytes::from(file(5, 2 * rows))).unwrap();
        assert_eq!(reader.num_row_groups(), 3);
        let empty = SerializedFileReader::new(bytes::Bytes::from(file(0, ROWS))).unwrap();
        assert_eq!(empty.metadata().file_metadata().num_rows(), 0);
        assert_eq!(empty.metadata().file_metadata().schema_descr().num_columns(), CLAIMS.columns.len());
    }
}
