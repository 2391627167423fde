use super::Changes;
use crate::diff::kinds::*;
use crate::diff::pairs::pairs;
use crate::extension::{Attribute, Structure};

impl Changes {
    pub(super) fn structures(&mut self, old: &[Structure], new: &[Structure]) {
        let mut pairs = pairs(old, new, |structure| &structure.type_id);
        for structure in std::mem::take(&mut pairs.removed) {
            let same = |of: &&Structure| of.name.eq_ignore_ascii_case(&structure.name);
            match pairs.added.iter().position(same) {
                Some(at) => pairs.both.push((structure, pairs.added.remove(at))),
                None => self.add(STRUCTURE_REMOVED, &structure.name),
            }
        }
        for structure in pairs.added {
            self.add(STRUCTURE_ADDED, &structure.name);
        }
        for (old, new) in pairs.both {
            let name = &new.name;
            self.compare(STRUCTURE_RENAMED, name, &old.name, &new.name);
            self.compare(STRUCTURE_TARGET, name, &old.type_id, &new.type_id);
            self.compare(
                STRUCTURE_DESCRIPTION,
                name,
                &old.description,
                &new.description,
            );
            self.attributes(name, &old.attributes, &new.attributes);
        }
    }

    fn attributes(&mut self, structure: &str, old: &[Attribute], new: &[Attribute]) {
        let mut pairs = pairs(old, new, |attribute| attribute.name.to_ascii_lowercase());
        let both = pairs.both.iter().map(|(old, _)| old.name.as_str());
        let names = new.iter().map(|attribute| attribute.name.as_str());
        self.order(ATTRIBUTE_ORDER, structure, both, names);
        for attribute in pairs.removed {
            let same = |of: &&Attribute| of.member == attribute.member;
            match pairs.added.iter().position(same) {
                Some(at) => {
                    let other = pairs.added.remove(at);
                    let subject = format!("{structure}.{}", other.name);
                    self.compare(ATTRIBUTE_RENAMED, subject, &attribute.name, &other.name);
                    pairs.both.push((attribute, other));
                }
                None => self.add(ATTRIBUTE_REMOVED, format!("{structure}.{}", attribute.name)),
            }
        }
        for attribute in pairs.added {
            self.add(ATTRIBUTE_ADDED, format!("{structure}.{}", attribute.name));
        }
        for (old, new) in pairs.both {
            self.attribute(&format!("{structure}.{}", new.name), old, new);
        }
    }

    fn attribute(&mut self, subject: &str, old: &Attribute, new: &Attribute) {
        self.compare(ATTRIBUTE_TYPE, subject, &old.data_type, &new.data_type);
        match (old.mandatory, new.mandatory) {
            (true, false) => self.add(ATTRIBUTE_OPTIONAL, subject),
            (false, true) => self.add(ATTRIBUTE_MANDATORY, subject),
            _ => {}
        }
        let (was, is) = (old.default.as_deref(), new.default.as_deref());
        self.compare_options(ATTRIBUTE_DEFAULT, subject, was, is);
        for (old, new) in [(old.length, new.length), (old.decimals, new.decimals)] {
            // What has no limit holds most.
            let size = |limit: Option<u32>| limit.unwrap_or(u32::MAX);
            let kind = match size(new) < size(old) {
                true => ATTRIBUTE_SHORTER,
                false => ATTRIBUTE_LONGER,
            };
            self.compare_options(kind, subject, old, new);
        }
        self.compare(
            ATTRIBUTE_DESCRIPTION,
            subject,
            &old.description,
            &new.description,
        );
    }
}
