//! The tables of the report, one subject a file: each its columns and its rows.

pub(crate) mod agreement;
mod articles;
pub(crate) mod clusters;
pub(crate) mod comparison;
pub(crate) mod contrasts;
pub(crate) mod copies;
pub(crate) mod coverage;
mod events;
mod figures;
mod floor;
pub(crate) mod grouping;
pub(crate) mod happenings;
pub(crate) mod judged;
mod keyness;
mod labels;
mod links;
pub(crate) mod mentions;
pub(crate) mod naming;
pub(crate) mod profiles;
pub(crate) mod run;
pub(crate) mod scores;
pub(crate) mod sensitivity;
pub(crate) mod suggestions;
mod voices;

use super::beyond::shown;
use super::columns::BY_MONTH;
use super::table::{Table, columns_of};
use crate::settings::Settings;

/// Whether a report has a table.
pub(crate) fn has_table(name: &str) -> bool {
    all().iter().any(|table| table.name == name)
}

/// The tables of a report with these settings, in the order of the manual.
pub(crate) fn asked(settings: &Settings) -> Vec<Table> {
    let is_asked = |table: &Table| settings.by_month || !table.name.ends_with(BY_MONTH);
    all().into_iter().filter(is_asked).collect()
}

/// Every table, in the order of the manual.
pub(crate) fn all() -> Vec<Table> {
    vec![
        naming::TABLE,
        naming::BY_MONTH,
        comparison::TABLE,
        labels::TABLE,
        scores::TABLE,
        contrasts::TABLE,
        contrasts::BY_MONTH,
        sensitivity::TABLE,
        profiles::TABLE,
        clusters::CLUSTERS,
        clusters::MERGES,
        events::TABLE,
        coverage::COVERAGE,
        coverage::OMISSIONS,
        links::TABLE,
        articles::TABLE,
        mentions::TABLE,
        voices::TABLE,
        floor::speakers::TABLE,
        floor::holders::TABLE,
        floor::said::TABLE,
        figures::TABLE,
        happenings::TABLE,
        copies::TABLE,
        keyness::TABLE,
        run::NOTES,
        run::WORDS,
        Table {
            name: "columns",
            fill: |findings, rows| {
                let tables = asked(&findings.settings);
                run::explain(columns_of(&tables, &shown(findings)), rows)
            },
        },
        run::RUN,
    ]
}
