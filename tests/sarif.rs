//! `--format sarif`: one log on standard output, whatever happens.
#![cfg(feature = "cli")]

mod support;

use dllift::translate::CATALOGUE;
use serde_json::{Value, json};
use std::process::Command;
use support::{Place, testdata};

/// The part of the SARIF 2.1.0 schema that we use, written anew: the official one is a file of a third
/// party. It is stricter, in that it knows no other properties and asks for all that code hosts show.
fn schema() -> Value {
    fn object(properties: Value, optional: &[&str]) -> Value {
        let names = properties.as_object().unwrap().keys();
        let required: Vec<_> = names
            .filter(|name| !optional.contains(&name.as_str()))
            .collect();
        json!({
            "type": "object",
            "additionalProperties": false,
            "required": required,
            "properties": properties,
        })
    }
    let list = |items: Value| json!({ "type": "array", "items": items });
    let text = json!({ "type": "string", "minLength": 1 });
    let index = json!({ "type": "integer", "minimum": 0 });
    let level = json!({ "enum": ["none", "note", "warning", "error"] });
    let uri = json!({ "type": "string", "pattern": "^[A-Za-z0-9._~:/%-]+$" });
    let message = object(json!({ "text": text }), &[]);
    let rule = object(
        json!({
            "id": { "type": "string", "pattern": "^(DL[0-9]{4}|OS-ELG-MODL-[0-9]{5}|[a-z]+(-[a-z]+)+)$" },
            "shortDescription": message,
            "fullDescription": message,
            "help": message,
            "helpUri": { "type": "string", "pattern": "^https://" },
            "defaultConfiguration": object(json!({ "level": level }), &[]),
        }),
        &["helpUri"],
    );
    let physical = object(
        json!({ "artifactLocation": object(json!({ "uri": uri, "index": index }), &[]) }),
        &[],
    );
    let logical = object(
        json!({
            "fullyQualifiedName": text,
            "kind": { "enum": ["type", "function", "member", "namespace"] },
        }),
        &[],
    );
    let location = object(
        json!({ "physicalLocation": physical, "logicalLocations": list(logical) }),
        &["logicalLocations"],
    );
    let result = object(
        json!({
            "ruleId": text,
            "ruleIndex": index,
            "level": level,
            "message": message,
            "locations": list(location),
        }),
        &[],
    );
    let driver = object(
        json!({ "name": text, "semanticVersion": text, "rules": list(rule) }),
        &[],
    );
    let notification = object(json!({ "level": level, "message": message }), &[]);
    let invocation = object(
        json!({
            "executionSuccessful": { "type": "boolean" },
            "toolExecutionNotifications": list(notification),
        }),
        &[],
    );
    let artifact = object(
        json!({ "location": object(json!({ "uri": uri }), &[]) }),
        &[],
    );
    let run = object(
        json!({
            "tool": object(json!({ "driver": driver }), &[]),
            "invocations": list(invocation),
            "artifacts": list(artifact),
            "results": list(result),
        }),
        &[],
    );
    let schema = json!({ "type": "string", "format": "uri" });
    let runs = json!({ "type": "array", "items": run, "minItems": 1, "maxItems": 1 });
    object(
        json!({ "$schema": schema, "version": { "const": "2.1.0" }, "runs": runs }),
        &[],
    )
}

/// The log of a run, which is right, and the exit code.
fn log(place: &Place, arguments: &[&str]) -> (Value, Option<i32>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dllift"));
    command.args(arguments).args(["--format", "sarif"]);
    let output = command.current_dir(place.path("")).output().unwrap();
    let log: Value = serde_json::from_slice(&output.stdout).unwrap();
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let errors: Vec<_> = validator.iter_errors(&log).map(|e| e.to_string()).collect();
    assert!(errors.is_empty(), "{arguments:?}: {errors:#?}");
    (log, output.status.code())
}

fn place() -> Place {
    let place = Place::new();
    for sample in ["Constructs.dll", "MortgageLib.dll"] {
        place.put(sample, testdata(sample));
    }
    place
}

#[test]
fn results_refer_to_rules_members_and_files() {
    let place = place();
    let (log, code) = log(
        &place,
        &[
            "translate",
            "MortgageLib.dll",
            "Constructs.dll",
            "--dry-run",
        ],
    );
    assert_eq!(code, Some(0));
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), CATALOGUE.len());
    let results = run["results"].as_array().unwrap();
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let location = &result["locations"][0];
        let artifact = &location["physicalLocation"]["artifactLocation"];
        let position = usize::try_from(artifact["index"].as_u64().unwrap()).unwrap();
        assert_eq!(
            run["artifacts"][position]["location"]["uri"],
            artifact["uri"]
        );
        let name = location["logicalLocations"][0]["fullyQualifiedName"].as_str();
        if let Some((_, path)) = name.and_then(|name| name.split_once(':')) {
            let expected = match path.starts_with("MortgageLib.") {
                true => "MortgageLib.dll",
                false => "Constructs.dll",
            };
            assert_eq!(artifact["uri"], expected, "{path}");
        }
    }
    let members = results
        .iter()
        .filter(|of| of["locations"][0]["logicalLocations"].is_array());
    assert!(members.count() > 0);
}

#[test]
fn strict_changes_the_exit_code_and_nothing_else() {
    let place = place();
    let arguments = ["translate", "Constructs.dll", "--dry-run"];
    let (plain, code) = log(&place, &arguments);
    assert_eq!(code, Some(0));
    let (strict, code) = log(&place, &[&arguments[..], &["--strict"]].concat());
    assert_eq!(code, Some(1));
    assert_eq!(strict, plain);
}

#[test]
fn a_finding_about_the_configuration_is_there() {
    let place = place();
    place.put("dllift.toml", "exclude = ['Nothing.**']\n");
    let (log, code) = log(&place, &["translate", "MortgageLib.dll", "--dry-run"]);
    assert_eq!(code, Some(0));
    let mut results = log["runs"][0]["results"].as_array().unwrap().iter();
    let result = results.find(|result| result["ruleId"] == "DL6001").unwrap();
    let physical = &result["locations"][0]["physicalLocation"];
    assert_eq!(physical["artifactLocation"]["uri"], "dllift.toml");
}

#[test]
fn what_cannot_be_read_is_a_notification() {
    let place = place();
    place.put("empty.dll", "");
    place.put("wrong.toml", "nmae = 'A'\n");
    for arguments in [
        &["translate", "empty.dll", "--dry-run"][..],
        &["translate", "MortgageLib.dll", "empty.dll", "--dry-run"],
        &[
            "translate",
            "MortgageLib.dll",
            "--dry-run",
            "--config",
            "wrong.toml",
        ],
    ] {
        let (log, code) = log(&place, arguments);
        assert_eq!(code, Some(1), "{arguments:?}");
        let invocation = &log["runs"][0]["invocations"][0];
        assert_eq!(invocation["executionSuccessful"], false);
        let notifications = invocation["toolExecutionNotifications"].as_array().unwrap();
        assert!(notifications.iter().any(|of| of["level"] == "error"));
    }
}

#[test]
fn findings_about_packages_refer_to_the_files_in_them() {
    let place = place();
    for name in ["Vendor.dll", "OutSystems.ExternalLibraries.SDK.dll"] {
        place.put(&format!("old/{name}"), testdata(&format!("odc/old/{name}")));
    }
    let packed = Command::new(env!("CARGO_BIN_EXE_dllift"))
        .args(["pack", "old", "-o", "Old.zip", "--force"])
        .current_dir(place.path(""))
        .output()
        .unwrap();
    assert!(packed.status.success());
    for (input, package, file) in [
        ("old", "old", "old/Vendor.dll"),
        ("old/Vendor.dll", "old/Vendor.dll", "old/Vendor.dll"),
        ("Old.zip", "Old.zip", "Old.zip%21Vendor.dll"),
    ] {
        let (log, code) = log(&place, &["check", input]);
        assert_eq!(code, Some(1));
        let run = &log["runs"][0];
        assert_eq!(run["artifacts"][0]["location"]["uri"], package);
        let [result] = run["results"].as_array().unwrap().as_slice() else {
            panic!("{log:#}");
        };
        assert_eq!(result["ruleId"], "OS-ELG-MODL-05001");
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        let rule = &run["tool"]["driver"]["rules"][index];
        assert_eq!(rule["id"], result["ruleId"]);
        assert_eq!(
            rule["helpUri"],
            "https://www.outsystems.com/tk/redirect?g=OS-ELG-MODL-05001"
        );
        let physical = &result["locations"][0]["physicalLocation"];
        assert_eq!(physical["artifactLocation"]["uri"], file);
    }
}

#[test]
fn changes_refer_to_their_kinds_and_the_new_version() {
    let place = place();
    let (unchanged, code) = log(&place, &["diff", "MortgageLib.dll", "MortgageLib.dll"]);
    assert_eq!(code, Some(0));
    assert_eq!(unchanged["runs"][0]["results"], json!([]));

    let versions = ["diff", "MortgageLib.dll", "Constructs.dll"];
    let (changes, code) = log(
        &place,
        &[&versions[..], &["--fail-on", "breaking"]].concat(),
    );
    assert_eq!(code, Some(1));
    let run = &changes["runs"][0];
    let results = run["results"].as_array().unwrap();
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        let rule = &run["tool"]["driver"]["rules"][index];
        assert_eq!(rule["id"], result["ruleId"]);
        assert_eq!(rule["defaultConfiguration"]["level"], result["level"]);
        let physical = &result["locations"][0]["physicalLocation"];
        assert_eq!(physical["artifactLocation"]["uri"], "Constructs.dll");
    }
    let of = |kind: &str, name: &str| {
        let mut results = results.iter();
        let result = results.find(|of| {
            let logical = &of["locations"][0]["logicalLocations"][0];
            of["ruleId"] == kind && logical["fullyQualifiedName"] == name
        });
        let result = result.unwrap_or_else(|| panic!("{kind} {name}"));
        let logical = &result["locations"][0]["logicalLocations"][0];
        (result["level"].clone(), logical["kind"].clone())
    };
    let gone = of("type-removed", "T:MortgageLib.RateTable");
    assert_eq!(gone, (json!("error"), json!("type")));
    // A name in the extension is not a documentation id, whatever it begins with.
    let gone = of("action-removed", "TotalInterest");
    assert_eq!(gone, (json!("error"), json!("member")));

    let (none, code) = log(&place, &["diff", "MortgageLib.dll", "nothing.json"]);
    assert_eq!(code, Some(2));
    let invocation = &none["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
}
