//! The members through which the platform's debugger looks into a record.

use super::record_type::{Column, Field, Kind, RecordType, Shape, branch};
use crate::emit::csharp::CodeWriter;

impl RecordType {
    pub(super) fn to_xml(&self, w: &mut CodeWriter) {
        w.open(
            "public void ToXml(Object parent, System.Xml.XmlElement baseElem, String fieldName, int detailLevel) {",
        );
        let element = match self.kind {
            Kind::Structure => "Structure",
            Kind::Record => "Record",
            Kind::Row(_) => "Entity",
        };
        w.line(format_args!(
            "System.Xml.XmlElement recordElem = VarValue.AppendChild(baseElem, \"{element}\");"
        ));
        w.open("if (fieldName != null) {");
        w.line("VarValue.AppendAttribute(recordElem, \"debug.field\", fieldName);");
        if self.kind != Kind::Record {
            w.line("fieldName = fieldName.ToLowerInvariant();");
        }
        w.close("}");
        w.open("if (detailLevel > 0) {");
        for Field {
            name, field, shape, ..
        } in &self.fields
        {
            match shape {
                Shape::Value(Column { kind, .. }) | Shape::Bytes(Column { kind, .. }) => {
                    w.line(format_args!(
                        "if (!VarValue.FieldIsOptimized(parent, fieldName + \".{name}\")) VarValue.AppendAttribute(recordElem, \"{name}\", {field}, detailLevel, TypeKind.{kind}); else VarValue.AppendOptimizedAttribute(recordElem, \"{name}\");"
                    ));
                }
                Shape::Handle => w.line(format_args!(
                    "VarValue.AppendOptimizedAttribute(recordElem, \"{name}\");"
                )),
                Shape::Record | Shape::List | Shape::Structure | Shape::Row(_) => w.line(
                    format_args!("{field}.ToXml(this, recordElem, \"{name}\", detailLevel - 1);"),
                ),
            }
        }
        w.turn("} else {");
        w.line("VarValue.AppendDeferredEvaluationElement(recordElem);");
        w.close("}");
        w.close("}");
        w.blank();
    }

    pub(super) fn evaluate_fields(&self, w: &mut CodeWriter) {
        w.open(
            "public void EvaluateFields(VarValue variable, Object parent, String baseName, String fields) {",
        );
        w.line("String head = VarValue.GetHead(fields);");
        w.line("String tail = VarValue.GetTail(fields);");
        w.line("variable.Found = false;");
        for (position, member) in self.fields.iter().enumerate() {
            let Field { name, field, .. } = member;
            let head = name.to_lowercase();
            branch(w, position, &format!("head == \"{head}\""));
            w.line(format_args!(
                "if (!VarValue.FieldIsOptimized(parent, baseName + \".{name}\")) variable.Value = {field}; else variable.Optimized = true;"
            ));
            if member.is_nested() {
                w.line(format_args!("variable.SetFieldName(\"{head}\");"));
            }
        }
        if !self.fields.is_empty() {
            w.close("}");
        }
        w.line("if (variable.Found && tail != null) variable.EvaluateFields(this, head, tail);");
        w.close("}");
        w.blank();
    }
}
