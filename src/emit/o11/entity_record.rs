//! What a row of an entity has besides, and its record hands on: which attributes changed, and which were
//! left out of a query.

use super::record_type::{Field, Kind, META, RecordType, Shape, branch};
use crate::emit::csharp::CodeWriter;

impl Field {
    pub(super) fn is_row(&self) -> bool {
        matches!(self.shape, Shape::Row(_))
    }

    /// C# of the bits that say, before anything is read, which attributes are left out of a query.
    pub(super) fn default_bits(&self) -> String {
        match self.shape {
            Shape::Row(attributes) => format!("new BitArray({attributes}, false)"),
            _ => "null".to_owned(),
        }
    }

    /// C# of the bits that say which attributes were left out of a query.
    pub(super) fn current_bits(&self) -> String {
        match self.shape {
            Shape::Row(_) => format!("{}.OptimizedAttributes", self.field),
            _ => "null".to_owned(),
        }
    }

    /// Writes the attribute at `position` of a row: a variable, and the property that sets it.
    pub(super) fn write_column(&self, w: &mut CodeWriter, position: usize) {
        let Field {
            name,
            field,
            csharp,
            details,
            ..
        } = self;
        w.line(format_args!("[{META}.EntityAttributeDetails({details})]"));
        w.line(format_args!(
            "[System.Xml.Serialization.XmlElement(\"{name}\")]"
        ));
        w.line(format_args!("private {csharp} _{field};"));
        w.open(format_args!("public {csharp} {field} {{"));
        w.lines(&format!("get {{\n\treturn _{field};\n}}"));
        w.open("set {");
        w.open(format_args!(
            "if ((_{field}!=value) || OptimizedAttributes[{position}]) {{"
        ));
        w.line(format_args!("ChangedAttributes[{position}] = true;"));
        w.line(format_args!("_{field} = value;"));
        w.close("}");
        w.close("}");
        w.close("}");
        w.blank();
    }

    /// Takes over the bits of another record for the attribute at `position`.
    pub(super) fn fill_bits(&self, w: &mut CodeWriter, position: usize) {
        for bits in ["Changed", "Optimized"] {
            w.line(format_args!(
                "{bits}Attributes[{position}] = other.{bits}AttributeGet(Id{});",
                self.name
            ));
        }
    }
}

impl RecordType {
    /// The variable that holds a field.
    pub(super) fn variable(&self, field: &Field) -> String {
        match self.kind {
            Kind::Row(_) => format!("_{}", field.field),
            Kind::Structure | Kind::Record => field.field.clone(),
        }
    }

    /// Declares which attributes changed: a row keeps them, its record hands them on.
    pub(super) fn changed_attributes(&self, w: &mut CodeWriter) {
        match (&self.kind, self.fields.as_slice()) {
            (Kind::Row(_), _) => {
                w.line("public BitArray ChangedAttributes;");
                w.blank();
            }
            (_, [row]) if row.is_row() => {
                w.lines(&CHANGED_ATTRIBUTES.replace("{field}", &row.field));
            }
            _ => {}
        }
    }

    /// Marks all attributes as changed or not, and none as left out.
    pub(super) fn reset_bits(&self, w: &mut CodeWriter, changed: bool) {
        let count = self.fields.len();
        w.line(format_args!(
            "ChangedAttributes = new BitArray({count}, {changed});"
        ));
        w.line(format_args!(
            "OptimizedAttributes = new BitArray({count}, false);"
        ));
    }

    pub(super) fn clear_bits(&self, w: &mut CodeWriter) {
        for bits in ["Changed", "Optimized"] {
            let count = self.fields.len();
            w.line(format_args!("{bits}Attributes = new BitArray({count});"));
        }
    }

    pub(super) fn duplicate_bits(&self, w: &mut CodeWriter) {
        let count = self.fields.len().to_string();
        w.lines(&DUPLICATE_BITS.replace("{count}", &count));
    }

    /// The methods that tell whether an attribute changed, and whether it was left out.
    pub(super) fn bit_gets(&self, w: &mut CodeWriter) {
        match (&self.kind, self.fields.as_slice()) {
            (Kind::Row(_), _) => self.own_bit_gets(w),
            (_, [row]) if row.is_row() => w.lines(&ROW_GETS.replace("{field}", &row.field)),
            _ => w.lines(UNSUPPORTED_GETS),
        }
    }

    fn own_bit_gets(&self, w: &mut CodeWriter) {
        for bits in ["Changed", "Optimized"] {
            w.open(format_args!(
                "public bool {bits}AttributeGet(GlobalObjectKey key) {{"
            ));
            for (position, Field { name, .. }) in self.fields.iter().enumerate() {
                branch(w, position, &format!("key.Equals(Id{name})"));
                w.line(format_args!("return {bits}Attributes[{position}];"));
            }
            w.turn("} else {");
            w.line("throw new Exception(\"Invalid key\");");
            w.close("}");
            w.close("}");
            w.blank();
        }
    }
}

const CHANGED_ATTRIBUTES: &str = "\
public BitArray ChangedAttributes {
	set {
		{field}.ChangedAttributes = value;
	}
	get {
		return {field}.ChangedAttributes;
	}
}
";

const DUPLICATE_BITS: &str = "\
t.ChangedAttributes = new BitArray({count});
t.OptimizedAttributes = new BitArray({count});
for (int i = 0; i < {count}; i++) {
	t.ChangedAttributes[i] = ChangedAttributes[i];
	t.OptimizedAttributes[i] = OptimizedAttributes[i];
}
";

const ROW_GETS: &str = "\
public bool ChangedAttributeGet(GlobalObjectKey key) {
	return {field}.ChangedAttributeGet(key);
}

public bool OptimizedAttributeGet(GlobalObjectKey key) {
	return {field}.OptimizedAttributeGet(key);
}

";

const UNSUPPORTED_GETS: &str = r#"public bool ChangedAttributeGet(GlobalObjectKey key) {
	throw new Exception("Method not Supported");
}

public bool OptimizedAttributeGet(GlobalObjectKey key) {
	throw new Exception("Method not Supported");
}

"#;
