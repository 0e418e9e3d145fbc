//! What there is to read: files, folders and standard input as the user named them.

use std::ffi::OsStr;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::{is_folder, of_io};
use crate::complaint::Complaint;
use claimant_read::Unreadable;

/// The endings of the files that are read in a folder, in any case. Others are passed over there, because
/// folders hold all sorts of things; a file that is named itself is read whatever it is called.
pub(crate) const ENDINGS: &[&str] =
    &["txt", "text", "md", "html", "htm", "xhtml", "jsonl", "ndjson", "rss", "atom", "xml", "warc"];

/// Endings that may stand behind these.
pub(crate) const PACKED: &[&str] = &["gz", "zst"];

/// Where a document comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    Stdin,
    File(PathBuf),
    /// An address on the web.
    Web(String),
}

impl Place {
    /// As the user wrote it; `-` for standard input.
    pub(crate) fn name(&self) -> String {
        match self {
            Place::Stdin => "-".to_owned(),
            Place::File(path) => path.display().to_string(),
            Place::Web(address) => address.clone(),
        }
    }
}

/// One document to be, or why there is none at this point of the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Item {
    pub place: Place,
    pub fault: Option<Unreadable>,
}

/// The items of a run, in order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct List {
    pub items: Vec<Item>,
    /// Whether the user asked for several documents: more than one path, or a folder, even one with a
    /// single file in it. The shape of the output must not depend on what lies in a folder today.
    pub several: bool,
}

/// Lists what `paths` name. Without paths it is standard input, if that comes from a file or a program. `fetch`
/// says whether addresses on the web are wanted.
pub(crate) fn list(paths: &[PathBuf], fetch: bool) -> Result<List, Complaint> {
    let dash = OsStr::new("-");
    if paths.is_empty() && io::stdin().is_terminal() {
        let fault = "there is nothing to read: no path is given and standard input is a terminal";
        return Err(Complaint::usage(fault)
            .hint("name a file or a folder, as in `claimant extract article.txt`, or `-` to type the text"));
    }
    if paths.iter().filter(|path| path.as_os_str() == dash).count() > 1 {
        return Err(Complaint::usage(
            "standard input (`-`) is named more than once, but can be read only once",
        ));
    }
    let mut items = Vec::new();
    let mut several = paths.len() > 1;
    for path in paths {
        if path.as_os_str() == dash {
            items.push(Item { place: Place::Stdin, fault: None });
            continue;
        }
        if let Some(address) = address(path) {
            let fault = (!fetch).then(|| {
                Unreadable::new("this is an address on the web, and nothing is fetched unless asked for")
                    .hint("save the page and name the file, or let `claimant extract` or `compare` fetch it with `--fetch`")
            });
            items.push(Item { place: Place::Web(address), fault });
            continue;
        }
        match is_folder(path) {
            Ok(true) => {
                several = true;
                folder(path, &mut items);
            }
            Ok(false) => items.push(Item { place: Place::File(path.clone()), fault: None }),
            Err(fault) => {
                let matches = pattern(path);
                several |= matches.is_some();
                match matches {
                    Some(paths) if !paths.is_empty() => {
                        items.extend(
                            paths.into_iter().map(|path| Item { place: Place::File(path), fault: None }),
                        );
                    }
                    Some(_) => items.push(Item {
                        place: Place::File(path.clone()),
                        fault: Some(Unreadable::new("no file matches this pattern")),
                    }),
                    None => items.push(Item { place: Place::File(path.clone()), fault: Some(fault) }),
                }
            }
        }
    }
    if paths.is_empty() {
        items.push(Item { place: Place::Stdin, fault: None });
    }
    Ok(List { items, several })
}

/// What is an address on the web and no path.
fn address(path: &Path) -> Option<String> {
    let path = path.to_str()?;
    let is = |scheme: &str| path.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    (is("http://") || is("https://")).then(|| path.to_owned())
}

/// The files that a pattern matches, in the order of their names; none for what is no pattern. Shells do this
/// themselves, but not all of them, and not for more files than fit on a command line.
fn pattern(path: &Path) -> Option<Vec<PathBuf>> {
    let pattern = path.to_str().filter(|path| path.contains(['*', '?', '[']))?;
    let paths = glob::glob(pattern).ok()?;
    Some(paths.filter_map(Result::ok).filter(|path| path.is_file()).collect())
}

/// Lists the files in a folder and in the folders in it, each folder in the order of its names' bytes.
fn folder(path: &Path, items: &mut Vec<Item>) {
    let before = items.len();
    let walk = WalkDir::new(path).follow_links(true).sort_by_file_name().into_iter();
    // Hidden ones are for programs: `.git`, `.DS_Store`.
    let hidden = |name: &OsStr| name.as_encoded_bytes().starts_with(b".");
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || !hidden(entry.file_name())) {
        match entry {
            Ok(entry) => {
                if entry.file_type().is_file() && has_ending(entry.path()) {
                    items.push(Item { place: Place::File(entry.into_path()), fault: None });
                }
            }
            // A link back to a folder above it: what it leads to is read where it is.
            Err(error) if error.loop_ancestor().is_some() => {}
            Err(error) => {
                let at = error.path().unwrap_or(path).to_owned();
                let is_ours = error.path().is_none_or(|path| path.is_dir() || has_ending(path));
                let fault = error
                    .into_io_error()
                    .map_or_else(|| Unreadable::new("it cannot be read"), |error| of_io(&error));
                if is_ours {
                    items.push(Item { place: Place::File(at), fault: Some(fault) });
                }
            }
        }
    }
    if items.len() == before {
        let endings: Vec<String> = ENDINGS.iter().map(|ending| format!(".{ending}")).collect();
        let fault = Unreadable::new("there is no text file in this folder").hint(format!(
            "in folders, files ending in {} are read; name other files themselves",
            endings.join(", ")
        ));
        items.push(Item { place: Place::File(path.to_owned()), fault: Some(fault) });
    }
}

fn has_ending(path: &Path) -> bool {
    let is = |path: &Path, endings: &[&str]| {
        path.extension().is_some_and(|ending| endings.iter().any(|known| ending.eq_ignore_ascii_case(known)))
    };
    is(path, ENDINGS)
        || (is(path, PACKED) && path.file_stem().is_some_and(|stem| is(Path::new(stem), ENDINGS)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_texts_in_folders() {
        for (path, read) in [
            ("a.txt", true),
            ("a.TXT", true),
            ("b.md", true),
            ("c.png", false),
            ("d", false),
            ("e.warc.gz", true),
            ("f.gz", false),
            ("g.JSONL.ZST", true),
        ] {
            assert_eq!(has_ending(Path::new(path)), read, "{path}");
        }
    }

    #[test]
    fn standard_input_only_once() {
        assert!(list(&["-".into(), "-".into()], false).is_err());
        let one = list(&["-".into()], false).unwrap();
        assert_eq!((one.items.len(), one.several), (1, false));
    }
}
