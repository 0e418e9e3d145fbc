//! Enums whose variants have one fixed name each: in JSON, in settings, in the reference pages.

/// Defines a fieldless enum with a stable name per variant, `ALL`, `name()`, `Display` and `FromStr`.
macro_rules! named_enum {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $name { $($(#[$variant_meta])* $variant,)+ }

        impl $name {
            /// Every variant, in the order of their definition.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The stable name, as it stands in JSON and in settings.
            pub const fn name(self) -> &'static str {
                match self { $($name::$variant => $text,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.name())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::Error;

            fn from_str(text: &str) -> Result<$name, $crate::Error> {
                $name::ALL.iter().copied().find(|one| one.name() == text).ok_or_else(|| {
                    let names: Vec<&str> = $name::ALL.iter().map(|one| one.name()).collect();
                    $crate::Error::unknown_name(stringify!($name), text, &names)
                })
            }
        }
    };
}

pub(crate) use named_enum;
