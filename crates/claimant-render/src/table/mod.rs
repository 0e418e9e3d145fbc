//! Reports as flat tables: what CSV and Parquet write.
//!
//! Three tables, one file each, because a flat file holds one: claims, entities, relations. Rows of one document have
//! its path and identifier in common, and claims and entities are known in it by their ids: by these tables are joined.

mod claims;
mod entities;
mod relations;

use claimant_core::wire::{DocumentInfo, Report};

pub(crate) use self::claims::CLAIMS;
pub(crate) use self::entities::ENTITIES;
pub(crate) use self::relations::RELATIONS;

/// A value of a table; every one may be missing.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Cell {
    None,
    Text(String),
    Int(i64),
    Float(f64),
    Bool(bool),
}

/// The values of a row, one for each column.
pub(crate) type Row = Vec<Cell>;

/// What the values of a column are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Type {
    /// Unicode text.
    Text,
    /// Whole numbers, 64 bits.
    Int,
    /// Double-precision numbers.
    Float,
    /// True or false.
    Bool,
}

impl Type {
    /// The name for people.
    pub const fn name(self) -> &'static str {
        match self {
            Type::Text => "text",
            Type::Int => "integer",
            Type::Float => "number",
            Type::Bool => "boolean",
        }
    }
}

/// A column: its name, what its values are, and what they say.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name, in the first line of a file.
    pub name: &'static str,
    /// What its values are; every one may be missing.
    pub values: Type,
    /// What they say, without a full stop.
    pub says: &'static str,
}

/// A flat table of reports.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Table {
    pub(crate) columns: &'static [Column],
    /// The names of the columns as CSV's first line.
    pub(crate) head: &'static str,
    pub(crate) rows: fn(&Report) -> Vec<Row>,
}

/// Between the values of a cell that holds several.
const BETWEEN: &str = " | ";

/// The columns that every table begins with.
fn document(document: &DocumentInfo) -> Row {
    vec![
        text(document.path.clone()),
        text(document.id.clone()),
        text(document.title.clone()),
        text(document.published.as_ref().map(|published| published.value.clone())),
    ]
}

fn text(value: Option<impl Into<String>>) -> Cell {
    value.map_or(Cell::None, |value| Cell::Text(value.into()))
}

fn word(value: &str) -> Cell {
    Cell::Text(value.to_owned())
}

/// Several values in one cell; none is no value.
fn joined<'a>(values: impl IntoIterator<Item = &'a str>) -> Cell {
    let values: Vec<&str> = values.into_iter().collect();
    if values.is_empty() { Cell::None } else { Cell::Text(values.join(BETWEEN)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_name_the_columns_and_names_are_unique() {
        for table in [&CLAIMS, &ENTITIES, &RELATIONS] {
            let mut names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
            assert_eq!(table.head, format!("{}\r\n", names.join(",")));
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), table.columns.len());
        }
    }

    #[test]
    fn rows_have_a_value_of_the_right_type_for_each_column() {
        let report = crate::sample::report();
        for table in [&CLAIMS, &ENTITIES, &RELATIONS] {
            let rows = (table.rows)(&report);
            assert!(!rows.is_empty());
            for row in rows {
                assert_eq!(row.len(), table.columns.len());
                for (cell, column) in row.iter().zip(table.columns) {
                    let values = match cell {
                        Cell::None => continue,
                        Cell::Text(_) => Type::Text,
                        Cell::Int(_) => Type::Int,
                        Cell::Float(_) => Type::Float,
                        Cell::Bool(_) => Type::Bool,
                    };
                    assert_eq!(values, column.values, "{}", column.name);
                }
            }
        }
    }
}
