//! `dllift schema`: the JSON Schemas of our files.

use super::args::{Schema, SchemaOf};
use super::response::{Exit, Response};
use crate::extension::Extension;
use crate::translate::Config;
use schemars::schema_for;

pub(super) fn run(arguments: &Schema) -> Response {
    let schema = match arguments.of {
        SchemaOf::Config => schema_for!(Config),
        SchemaOf::Extension => schema_for!(Extension),
    };
    Response::json(&schema, Exit::Fine)
}
