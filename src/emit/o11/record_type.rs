//! The C# struct behind a structure, a record or a row of an entity: the platform gives all the same
//! members. What only rows have is in `entity_record`.

use crate::emit::csharp::CodeWriter;
use crate::emit::xml::DocComment;

/// The usings of every file that may hold such a struct.
pub(super) const DATABASE_USINGS: &str = "\
using OutSystems.ObjectKeys;
using OutSystems.RuntimeCommon;
using OutSystems.HubEdition.RuntimePlatform;
using OutSystems.HubEdition.RuntimePlatform.Db;
using OutSystems.Internal.Db;
";

/// A struct that the platform can read, compare, copy, serialise and show in its debugger.
pub(super) struct RecordType {
    /// Name of the struct.
    pub(super) name: String,
    /// Its summary, as XML.
    pub(super) summary: String,
    /// What it is to the platform.
    pub(super) kind: Kind,
    /// Its attributes in definition order.
    pub(super) fields: Vec<Field>,
}

/// What a [`RecordType`] is to the platform.
#[derive(PartialEq)]
pub(super) enum Kind {
    /// A structure.
    Structure,
    /// A record of one structure or one row.
    Record,
    /// A row of an entity, with the arguments of its `EntityRecordDetails`.
    Row(String),
}

/// An attribute of a [`RecordType`].
pub(super) struct Field {
    /// OutSystems name.
    pub(super) name: String,
    /// C# field: `ss<Name>`.
    pub(super) field: String,
    /// C# type.
    pub(super) csharp: String,
    /// Expression with which it starts.
    pub(super) initial: String,
    /// Argument of `GlobalObjectKey.Parse`.
    pub(super) key: String,
    /// How its members are written.
    pub(super) shape: Shape,
    /// Arguments of the `EntityAttributeDetails` of an attribute of a row; else empty.
    pub(super) details: String,
}

/// What an attribute holds.
pub(super) enum Shape {
    /// A value.
    Value(Column),
    /// A byte array: a value that is compared and copied by content.
    Bytes(Column),
    /// An object, which no row can hold and the debugger cannot show.
    Handle,
    /// The record of a structure.
    Record,
    /// A record list.
    List,
    /// The structure of a record, which stands in the row itself.
    Structure,
    /// The row of a record, with as many attributes.
    Row(usize),
}

/// How a value stands in a row.
pub(super) struct Column {
    /// Its `TypeKind`.
    pub(super) kind: &'static str,
    /// The expression that reads it.
    pub(super) read: String,
}

impl Field {
    pub(super) fn is_nested(&self) -> bool {
        self.is_optimized() || matches!(self.shape, Shape::List)
    }

    /// Whether it has a slot among the optimised attributes.
    fn is_optimized(&self) -> bool {
        matches!(self.shape, Shape::Record | Shape::Structure | Shape::Row(_))
    }

    fn differs(&self, left: &str, right: &str) -> String {
        let field = &self.field;
        match self.shape {
            Shape::Bytes(_) => {
                format!("!RuntimePlatformUtils.CompareByteArrays({left}.{field}, {right}.{field})")
            }
            _ => format!("{left}.{field} != {right}.{field}"),
        }
    }
}

impl RecordType {
    /// Writes the struct; `conversions` come after its fields.
    pub(super) fn write(&self, w: &mut CodeWriter, conversions: &str) {
        let name = &self.name;
        let simple = match self.kind {
            Kind::Record => "",
            Kind::Structure | Kind::Row(_) => ", ISimpleRecord",
        };
        let mut doc = DocComment::new();
        doc.xml("<summary>\n");
        doc.xml(&self.summary);
        doc.xml("\n</summary>");
        w.lines(&doc.finish());
        if let Kind::Row(details) = &self.kind {
            w.line(format_args!("[{META}.EntityRecordDetails({details})]"));
        }
        w.line("[Serializable()]");
        w.open(format_args!(
            "public partial struct {name}: ISerializable, ITypedRecord<{name}>{simple} {{"
        ));
        self.fields(w);
        w.lines(conversions);
        self.constructor(w);
        self.optimized_attributes(w);
        self.read(w);
        self.comparison(w);
        self.serialization(w);
        self.recursion(w);
        self.duplicate(w);
        self.to_xml(w);
        self.evaluate_fields(w);
        self.attribute_get(w);
        self.fill_from_other(w);
        self.is_default(w);
        w.close(format_args!("}} // {name}"));
    }

    fn fields(&self, w: &mut CodeWriter) {
        for Field { name, key, .. } in &self.fields {
            w.line(format_args!(
                "internal static readonly GlobalObjectKey Id{name} = GlobalObjectKey.Parse(\"{key}\");"
            ));
        }
        w.blank();
        w.line("public static void EnsureInitialized() {}");
        for (position, field) in self.fields.iter().enumerate() {
            match self.kind {
                Kind::Row(_) => field.write_column(w, position),
                Kind::Structure | Kind::Record => {
                    w.line(format_args!(
                        "[System.Xml.Serialization.XmlElement(\"{}\")]",
                        field.name
                    ));
                    w.line(format_args!("public {} {};", field.csharp, field.field));
                    w.blank();
                }
            }
        }
        w.blank();
    }

    fn constructor(&self, w: &mut CodeWriter) {
        self.changed_attributes(w);
        w.line("public BitArray OptimizedAttributes;");
        w.blank();
        w.open(format_args!(
            "public {}(params string[] dummy) {{",
            self.name
        ));
        self.initialize(w);
        w.close("}");
        w.blank();
    }

    fn initialize(&self, w: &mut CodeWriter) {
        match self.kind {
            Kind::Row(_) => self.reset_bits(w, true),
            Kind::Structure | Kind::Record => w.line("OptimizedAttributes = null;"),
        }
        for field in &self.fields {
            w.line(format_args!(
                "{} = {};",
                self.variable(field),
                field.initial
            ));
        }
    }

    fn optimized_attributes(&self, w: &mut CodeWriter) {
        let optimized = || self.fields.iter().filter(|f| f.is_optimized()).enumerate();
        let values = |w: &mut CodeWriter, value: fn(&Field) -> String| {
            w.line(format_args!(
                "BitArray[] all = new BitArray[{}];",
                optimized().count()
            ));
            for (slot, field) in optimized() {
                w.line(format_args!("all[{slot}] = {};", value(field)));
            }
            w.line("return all;");
        };
        w.open("public BitArray[] GetDefaultOptimizedValues() {");
        values(w, Field::default_bits);
        w.close("}");
        w.blank();
        w.open("public BitArray[] AllOptimizedAttributes {");
        w.open("set {");
        w.open("if (value == null) {");
        for (slot, Field { field, .. }) in optimized().filter(|(_, field)| field.is_row()) {
            w.line(format_args!(
                "{field}.OptimizedAttributes = GetDefaultOptimizedValues()[{slot}];"
            ));
        }
        w.turn("} else {");
        for (slot, Field { field, .. }) in optimized() {
            w.line(format_args!("{field}.OptimizedAttributes = value[{slot}];"));
        }
        w.close("}");
        w.close("}");
        w.open("get {");
        values(w, Field::current_bits);
        w.close("}");
        w.close("}");
        w.blank();
    }

    fn read(&self, w: &mut CodeWriter) {
        w.lines(READ_DOC);
        w.open("public void Read(IDataReader r, ref int index) {");
        for Field { field, shape, .. } in &self.fields {
            match shape {
                Shape::Value(column) | Shape::Bytes(column) => {
                    w.line(format_args!("{field} = {};", column.read));
                }
                Shape::Structure | Shape::Row(_) => {
                    w.line(format_args!("{field}.Read(r, ref index);"));
                }
                Shape::Handle | Shape::Record | Shape::List => {}
            }
        }
        if let Kind::Row(_) = self.kind {
            self.reset_bits(w, false);
        }
        w.close("}");
        w.lines(&READ.replace("{T}", &self.name));
    }

    fn comparison(&self, w: &mut CodeWriter) {
        let name = &self.name;
        w.open(format_args!(
            "public static bool operator == ({name} a, {name} b) {{"
        ));
        for field in &self.fields {
            w.line(format_args!(
                "if ({}) return false;",
                field.differs("a", "b")
            ));
        }
        w.line("return true;");
        w.close("}");
        w.blank();
        w.lines(&EQUALS.replace("{T}", name));
        w.open("public override int GetHashCode() {");
        w.open("try {");
        w.line("return base.GetHashCode()");
        for Field { field, .. } in &self.fields {
            w.line(format_args!("^ {field}.GetHashCode()"));
        }
        w.line(";");
        w.turn("} catch {");
        w.line("return base.GetHashCode();");
        w.close("}");
        w.close("}");
        w.blank();
    }

    fn serialization(&self, w: &mut CodeWriter) {
        w.lines(GET_OBJECT_DATA);
        w.open(format_args!(
            "public {}(SerializationInfo info, StreamingContext context) {{",
            self.name
        ));
        self.initialize(w);
        w.line("Type objInfo = this.GetType();");
        w.line("FieldInfo fieldInfo = null;");
        for field in &self.fields {
            w.lines(
                &DESERIALIZE_FIELD
                    .replace("{field}", &self.variable(field))
                    .replace("{type}", &field.csharp),
            );
        }
        w.close("}");
        w.blank();
    }

    fn recursion(&self, w: &mut CodeWriter) {
        for method in ["RecursiveReset", "InternalRecursiveSave"] {
            w.open(format_args!("public void {method}() {{"));
            for Field { field, .. } in self.fields.iter().filter(|f| f.is_nested()) {
                w.line(format_args!("{field}.{method}();"));
            }
            w.close("}");
            w.blank();
        }
        w.blank();
    }

    fn duplicate(&self, w: &mut CodeWriter) {
        let name = &self.name;
        w.open(format_args!("public {name} Duplicate() {{"));
        w.line(format_args!("{name} t;"));
        for member in &self.fields {
            let (field, csharp) = (self.variable(member), &member.csharp);
            match member.shape {
                Shape::Value(_) | Shape::Handle => {
                    w.line(format_args!("t.{field} = this.{field};"))
                }
                Shape::Bytes(_) => w.lines(&DUPLICATE_BYTES.replace("{field}", &field)),
                Shape::Record | Shape::List | Shape::Structure | Shape::Row(_) => w.line(
                    format_args!("t.{field} = ({csharp}) this.{field}.Duplicate();"),
                ),
            }
        }
        match self.kind {
            Kind::Row(_) => self.duplicate_bits(w),
            Kind::Structure | Kind::Record => w.line("t.OptimizedAttributes = null;"),
        }
        w.line("return t;");
        w.close("}");
        w.blank();
        w.open("IRecord IRecord.Duplicate() {");
        w.line("return Duplicate();");
        w.close("}");
        w.blank();
    }

    fn attribute_get(&self, w: &mut CodeWriter) {
        self.bit_gets(w);
        w.open("public object AttributeGet(GlobalObjectKey key) {");
        for (position, Field { name, field, .. }) in self.fields.iter().enumerate() {
            branch(w, position, &format!("key == Id{name}"));
            w.line(format_args!("return {field};"));
        }
        if self.fields.is_empty() {
            w.line("throw new Exception(\"Invalid key\");");
        } else {
            w.turn("} else {");
            w.line("throw new Exception(\"Invalid key\");");
            w.close("}");
        }
        w.close("}");
    }

    fn fill_from_other(&self, w: &mut CodeWriter) {
        w.open("public void FillFromOther(IRecord other) {");
        let is_row = matches!(self.kind, Kind::Row(_));
        if is_row {
            self.clear_bits(w);
        }
        w.line("if (other == null) return;");
        for (position, member) in self.fields.iter().enumerate() {
            let Field {
                name,
                field,
                csharp,
                shape,
                ..
            } = member;
            let value = format!("other.AttributeGet(Id{name})");
            match shape {
                Shape::Value(_) | Shape::Bytes(_) | Shape::Handle => {
                    w.line(format_args!("{field} = ({csharp}) {value};"));
                }
                Shape::Record | Shape::Structure | Shape::Row(_) => {
                    w.line(format_args!("{field}.FillFromOther((IRecord) {value});"));
                }
                Shape::List => {
                    w.line(format_args!("{field} = new {csharp}();"));
                    w.line(format_args!("{field}.FillFromOther((IOSList) {value});"));
                }
            }
            if is_row {
                member.fill_bits(w, position);
            }
        }
        w.close("}");
    }

    fn is_default(&self, w: &mut CodeWriter) {
        let name = &self.name;
        w.open("public bool IsDefault() {");
        // Lists are compared with nothing, and an unused variable is a warning.
        if self.fields.iter().any(|f| !matches!(f.shape, Shape::List)) {
            w.line(format_args!("{name} defaultStruct = new {name}(null);"));
        }
        for member in &self.fields {
            let field = &member.field;
            let differs = match member.shape {
                Shape::List => format!("this.{field} != null && this.{field}.Length != 0"),
                _ => member.differs("this", "defaultStruct"),
            };
            w.line(format_args!("if ({differs}) return false;"));
        }
        w.line("return true;");
        w.close("}");
    }
}

/// The namespace of the attributes that describe entities.
pub(super) const META: &str = "OutSystems.HubEdition.RuntimePlatform.MetaInformation";

/// Begins a chain of branches, or goes on with it.
pub(super) fn branch(w: &mut CodeWriter, position: usize, condition: &str) {
    if position == 0 {
        w.open(format_args!("if ({condition}) {{"));
    } else {
        w.turn(format_args!("}} else if ({condition}) {{"));
    }
}

const READ_DOC: &str = r#"/// <summary>
/// Read a record from database
/// </summary>
/// <param name="r"> Data base reader</param>
/// <param name="index"> index</param>
"#;

const READ: &str = r#"/// <summary>
/// Read from database
/// </summary>
/// <param name="r"> Data reader</param>
public void ReadDB(IDataReader r) {
	int index = 0;
	Read(r, ref index);
}

/// <summary>
/// Read from record
/// </summary>
/// <param name="r"> Record</param>
public void ReadIM({T} r) {
	this = r;
}


"#;

const EQUALS: &str = "\
public static bool operator != ({T} a, {T} b) {
	return !(a==b);
}

public override bool Equals(object o) {
	if (o.GetType() != typeof({T})) return false;
	return (this == ({T}) o);
}

";

const GET_OBJECT_DATA: &str = "\
public void GetObjectData(SerializationInfo info, StreamingContext context) {
	Type objInfo = this.GetType();
	FieldInfo[] fields;
	fields = objInfo.GetFields(BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Public);
	for (int i = 0; i < fields.Length; i++)
	if (fields[i] .FieldType.IsSerializable)
	info.AddValue(fields[i] .Name, fields[i] .GetValue(this));
}

";

const DESERIALIZE_FIELD: &str = r#"fieldInfo = objInfo.GetField("{field}", BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Public);
if (fieldInfo == null) {
	throw new Exception("The field named '{field}' was not found.");
}
if (fieldInfo.FieldType.IsSerializable) {
	{field} = ({type}) info.GetValue(fieldInfo.Name, fieldInfo.FieldType);
}
"#;

const DUPLICATE_BYTES: &str = "\
if (this.{field} != null) {
	t.{field} = (byte[]) this.{field}.Clone();
} else {
	t.{field} = null;
}
";
