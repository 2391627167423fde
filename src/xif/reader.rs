use super::cursor::{Cursor, shown};
use super::records::name_records;
use super::types::{RECORD, RECORD_LIST};
use super::{
    Direction, ImportedMember, ImportedParameter, OtherType, Xif, XifAction, XifAttribute,
    XifEntity, XifError, XifParameter, XifResource, XifStructure, XifType,
};
use crate::extension::{DeployAction, Key};
use crate::pe::FileBytes;
use crate::xml::unescaped;
use quick_xml::events::BytesStart;
use std::sync::Arc;

/// What the file says in *CompileAction*, and what Integration Studio calls it.
const DEPLOY_ACTIONS: [(&str, DeployAction); 4] = [
    ("Binaries", DeployAction::Binaries),
    ("Application", DeployAction::Application),
    ("Images", DeployAction::Images),
    ("Ignore", DeployAction::Ignore),
];

/// The attributes of an element of an entity that a structure's has, too.
const STRUCTURE_ATTRIBUTES: [&str; 4] = ["Key", "Name", "Description", "ImportDetails"];

/// Reads the XML of a `.xif`.
pub(super) fn read(xml: FileBytes) -> Result<Xif, XifError> {
    let xml = Arc::new(xml);
    let body = xml.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&xml);
    let mark = xml.len().saturating_sub(body.len());
    let text = std::str::from_utf8(body).map_err(|error| XifError::Encoding {
        offset: mark.saturating_add(error.valid_up_to()),
    })?;
    let (mut cursor, root) = Cursor::new(text, mark)?;
    let mut xif = Xif {
        key: cursor.key(&root)?,
        name: cursor.get(&root, "Name")?,
        description: cursor.get(&root, "Description")?,
        version: cursor.get(&root, "Version")?,
        last_modified: cursor.get(&root, "LastModifiedUTC")?,
        actions: Vec::new(),
        structures: Vec::new(),
        entities: Vec::new(),
        resources: Vec::new(),
        notes: Vec::new(),
    };
    cursor.children(|cursor, group| match group.local_name().as_ref() {
        "Resources" => cursor.list(&mut xif.resources, "Resource", |cursor, element| {
            cursor.resource(element, &xml)
        }),
        "Actions" => cursor.list(&mut xif.actions, "Action", Cursor::action),
        "Structures" => cursor.list(&mut xif.structures, "Structure", Cursor::structure),
        "Entities" => cursor.list(&mut xif.entities, "Entity", Cursor::entity),
        // Which plug-in of Integration Studio made what: nothing that the extension is.
        "Technologies" => Ok(()),
        _ => cursor.unknown(),
    })?;
    xif.notes = std::mem::take(&mut cursor.notes);
    name_records(&mut xif);
    Ok(xif)
}

impl<'t> Cursor<'t> {
    /// Reads the elements called `name` into `all`.
    fn list<T>(
        &mut self,
        all: &mut Vec<T>,
        name: &str,
        mut read: impl FnMut(&mut Self, &BytesStart<'t>) -> Result<T, XifError>,
    ) -> Result<(), XifError> {
        self.children(|cursor, element| {
            if element.local_name().as_ref() == name {
                all.push(read(cursor, element)?);
                return Ok(());
            }
            cursor.unknown()
        })
    }

    fn resource(
        &mut self,
        element: &BytesStart<'t>,
        xml: &Arc<FileBytes>,
    ) -> Result<XifResource, XifError> {
        let compile_action = self.get(element, "CompileAction")?;
        let mut known = DEPLOY_ACTIONS.iter();
        let known = known.find(|(name, _)| *name == compile_action);
        if known.is_none() {
            let unknown = shown(&compile_action);
            self.note(format!("has the unknown CompileAction '{unknown}'"));
        }
        let mut references = Vec::new();
        let mut data = 0..0;
        let mut resource = XifResource {
            key: self.key(element)?,
            file: self.get(element, "Filename")?,
            path: self.get(element, "Path")?,
            description: self.get(element, "Description")?,
            action: known.map(|(_, action)| *action),
            is_code_reference: self.flag(element, "CodeReference")?,
            references: Vec::new(),
            offset: 0,
            base64: Vec::new().into(),
        };
        self.children(|cursor, child| {
            match child.local_name().as_ref() {
                "Data" => data = cursor.pass()?,
                "References" => {
                    cursor.list(&mut references, "Reference", |cursor, reference| {
                        cursor.get(reference, "Name")
                    })?
                }
                _ => cursor.unknown()?,
            }
            Ok(())
        })?;
        resource.references = references;
        resource.offset = data.start;
        if let Some(base64) = FileBytes::part(xml, data) {
            resource.base64 = base64;
        }
        Ok(resource)
    }

    fn action(&mut self, element: &BytesStart<'t>) -> Result<XifAction, XifError> {
        let mut action = XifAction {
            key: self.key(element)?,
            name: self.get(element, "Name")?,
            description: self.get(element, "Description")?,
            function: self.flag(element, "IsFunction")?,
            parameters: Vec::new(),
            body: String::new(),
            imported: None,
        };
        self.children(|cursor, child| {
            match child.local_name().as_ref() {
                "Body" => action.body = cursor.text()?,
                "AssemblyObject" => cursor.children(|cursor, member| {
                    action.imported = Some(cursor.imported(member)?);
                    Ok(())
                })?,
                "Variables" => cursor.children(|cursor, variable| {
                    let direction = match variable.local_name().as_ref() {
                        "InputParameter" => Direction::Input,
                        "OutputParameter" => Direction::Output,
                        _ => return cursor.unknown(),
                    };
                    action
                        .parameters
                        .push(cursor.parameter(variable, direction)?);
                    Ok(())
                })?,
                // What the action was for the platform's Java stack, which is no more.
                "JavaBody" => {}
                _ => cursor.unknown()?,
            }
            Ok(())
        })?;
        Ok(action)
    }

    fn imported(&mut self, element: &BytesStart<'t>) -> Result<ImportedMember, XifError> {
        let mut member = ImportedMember {
            kind: element.local_name().as_ref().to_owned(),
            name: self.get(element, "Name")?,
            declaring_type: self.get(element, "DeclaringTypeName")?,
            return_type: self.get(element, "ReturnTypeName")?,
            is_static: self.flag(element, "IsStatic")?,
            parameters: Vec::new(),
        };
        self.list(&mut member.parameters, "Parameter", |cursor, parameter| {
            Ok(ImportedParameter {
                name: cursor.get(parameter, "Name")?,
                net_type: cursor.get(parameter, "ParameterType")?,
                is_ref: cursor.flag(parameter, "IsByRef")?,
                is_out: cursor.flag(parameter, "IsOut")?,
            })
        })?;
        Ok(member)
    }

    fn parameter(
        &mut self,
        element: &BytesStart<'t>,
        direction: Direction,
    ) -> Result<XifParameter, XifError> {
        Ok(XifParameter {
            key: self.key(element)?,
            direction,
            name: self.get(element, "Name")?,
            description: self.get(element, "Description")?,
            data_type: self.data_type(element)?,
            mandatory: self.flag(element, "IsMandatory")?,
            default: self.default(element, "Default")?,
        })
    }

    fn structure(&mut self, element: &BytesStart<'t>) -> Result<XifStructure, XifError> {
        let mut structure = XifStructure {
            key: self.key(element)?,
            name: self.get(element, "Name")?,
            description: self.get(element, "Description")?,
            attributes: Vec::new(),
        };
        self.list(&mut structure.attributes, "Attribute", Self::attribute)?;
        Ok(structure)
    }

    fn attribute(&mut self, element: &BytesStart<'t>) -> Result<XifAttribute, XifError> {
        let length = self.number(element, "Length")?;
        let decimals = self.number(element, "Decimals")?;
        Ok(XifAttribute {
            key: self.key(element)?,
            name: self.get(element, "Name")?,
            description: self.get(element, "Description")?,
            data_type: self.data_type(element)?,
            mandatory: self.flag(element, "IsMandatory")?,
            default: self.default(element, "DefaultValue")?,
            length,
            decimals,
        })
    }

    fn entity(&mut self, element: &BytesStart<'t>) -> Result<XifEntity, XifError> {
        let mut properties = Vec::new();
        for attribute in element.attributes().with_checks(false) {
            let attribute = attribute.map_err(|error| self.bad_attribute(&error))?;
            let name = attribute.key.as_ref();
            if !STRUCTURE_ATTRIBUTES.contains(&name) {
                self.count()?;
                properties.push((name.to_owned(), unescaped(&attribute.value).into_owned()));
            }
        }
        Ok(XifEntity {
            structure: self.structure(element)?,
            properties,
        })
    }

    fn key(&mut self, element: &BytesStart<'_>) -> Result<Option<Key>, XifError> {
        let text = self.get(element, "Key")?;
        let key = text.parse().ok();
        if key.is_none() {
            self.note(format!("has the key '{}', which is none", shown(&text)));
        }
        Ok(key)
    }

    fn flag(&mut self, element: &BytesStart<'_>, name: &str) -> Result<bool, XifError> {
        let value = self.get(element, name)?;
        match value.as_str() {
            "Yes" => return Ok(true),
            "No" | "" => {}
            _ => {
                let value = shown(&value);
                self.note(format!("has the {name} '{value}', which was read as No"));
            }
        }
        Ok(false)
    }

    fn number(&mut self, element: &BytesStart<'_>, name: &str) -> Result<Option<u32>, XifError> {
        let Some(value) = self.value(element, name)? else {
            return Ok(None);
        };
        let number = value.parse().ok();
        if number.is_none() {
            let value = shown(&value);
            self.note(format!("has the {name} '{value}', which is no number"));
        }
        Ok(number)
    }

    /// The value of an attribute, or `None` where it is empty.
    fn value(&self, element: &BytesStart<'_>, name: &str) -> Result<Option<String>, XifError> {
        let value = self.get(element, name)?;
        Ok(Some(value).filter(|value| !value.is_empty()))
    }

    /// The default value that an attribute of `element` has, or else an expression in it.
    fn default(
        &mut self,
        element: &BytesStart<'t>,
        name: &str,
    ) -> Result<Option<String>, XifError> {
        let mut value = self.value(element, name)?;
        self.children(|cursor, child| {
            if child.local_name().as_ref() != "Expression" {
                return cursor.unknown();
            }
            if value.is_none() && cursor.get(child, "Name")? == name {
                value = cursor.value(child, "StringText")?;
            }
            Ok(())
        })?;
        Ok(value)
    }

    /// The type of a parameter or attribute; of records, it has the keys until [`name_records`].
    fn data_type(&mut self, element: &BytesStart<'_>) -> Result<XifType, XifError> {
        let name = self.get(element, "Type")?;
        let records = self.get(element, "RecordType")?;
        if let Some(basic) = XifType::basic(&name) {
            return Ok(basic);
        }
        let mut keys = Vec::new();
        for key in records.split(',').filter(|key| !key.is_empty()) {
            self.count()?;
            keys.push(key.to_owned());
        }
        if ![RECORD, RECORD_LIST].contains(&name.as_str()) {
            self.note(format!("has the unknown type '{}'", shown(&name)));
        } else if keys.len() != 1 {
            self.note(format!("is a record of {} types, not of one", keys.len()));
        }
        Ok(XifType::Other(OtherType {
            name,
            records: keys,
        }))
    }
}
