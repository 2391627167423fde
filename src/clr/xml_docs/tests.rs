use super::{Exception, MemberDocs, XmlDocs, XmlDocsError};

const SAMPLE: &str = r#"<?xml version="1.0"?>
<!-- written by a compiler -->
<doc>
    <assembly><name>Bank</name></assembly>
    <members>
        <member name="M:Bank.Loan.Rate(System.Int32)">
            <summary>
              The rate of <paramref name="years"/> years
              &amp; a <see cref="T:Bank.Loan"/>&#46;
            </summary>
            <param name="years">How <c>long</c>.</param>
            <param name="empty"></param>
            <typeparam name="T"><![CDATA[A <number>.]]></typeparam>
            <returns><see langword="null"/> if unknown</returns>
            <exception cref="T:System.ArgumentException"><paramref name="years"/> is 0.</exception>
            <exception cref="T:System.Exception"/>
            <example><summary>Not this one.</summary></example>
        </member>
        <member name="P:Bank.Loan.Größe"><value>Größe 😀</value><remarks/></member>
    </members>
</doc>
"#;

/// The documentation of `M` in a file whose only member has this content.
fn member(content: &str) -> MemberDocs {
    let file = format!(r#"<doc><members><member name="M">{content}</member></members></doc>"#);
    let docs = XmlDocs::parse(file.as_bytes()).expect("well-formed");
    docs.get("M").expect("the member").clone()
}

fn summary(content: &str) -> String {
    member(&format!("<summary>{content}</summary>"))
        .summary
        .unwrap_or_default()
}

#[test]
fn reads_the_sections_of_a_member() {
    let docs = XmlDocs::parse(SAMPLE.as_bytes()).expect("well-formed");
    assert_eq!(docs.len(), 2);
    let rate = docs.get("M:Bank.Loan.Rate(System.Int32)").expect("rate");
    assert_eq!(
        rate.summary.as_deref(),
        Some("The rate of years years & a Loan.")
    );
    assert_eq!(rate.param("years"), Some("How long."));
    assert_eq!(rate.param("empty"), None);
    assert_eq!(rate.type_param("T"), Some("A <number>."));
    assert_eq!(rate.returns.as_deref(), Some("null if unknown"));
    let exception = |cref: &str, text: &str| Exception {
        cref: cref.into(),
        text: text.into(),
    };
    assert_eq!(
        rate.exceptions,
        [
            exception("T:System.ArgumentException", "years is 0."),
            exception("T:System.Exception", ""),
        ]
    );
    let size = docs.get("P:Bank.Loan.Größe").expect("size");
    assert_eq!(size.value.as_deref(), Some("Größe 😀"));
    assert_eq!(size.remarks, None);
}

#[test]
fn flattens_markup() {
    for (markup, text) in [
        ("", ""),
        (" \n\t ", ""),
        ("a\u{1}b\u{a0}c", "a b c"),
        ("<para>One.</para><para>Two.</para>", "One. Two."),
        ("a<br/>b", "a b"),
        ("see<c>d</c>", "seed"),
        (r#"<see cref="T:Ns.Foo"></see>s"#, "Foos"),
        (r#"<see cref="T:Ns.Foo">the foo</see>"#, "the foo"),
        (r#"<see href="https://x.test"/>"#, "https://x.test"),
        (r#"<see cref="M:Ns.Foo.Bar(System.Int32)"/>"#, "Bar"),
        (r#"<see cref="T:Foo&lt;T&gt;"/>"#, "Foo"),
        (r#"<typeparamref name="T"/>"#, "T"),
        ("<see/>", ""),
        ("<unknown>kept</unknown>", "kept"),
    ] {
        assert_eq!(summary(markup), text, "{markup}");
    }
}

#[test]
fn flattens_lists() {
    let item = |term: &str, text: &str| {
        format!("<item><term>{term}</term>\n<description>{text}</description></item>\n")
    };
    let list = |items: &str| {
        format!(
            "One of <list type=\"bullet\"><listheader><term>No</term></listheader>\n{items}</list> only"
        )
    };
    let items = item("A", "first") + &item("B", "second");
    assert_eq!(summary(&list(&items)), "One of A: first; B: second only");
    let items = item("A", "First.") + &item("B", "Second.");
    assert_eq!(summary(&list(&items)), "One of A: First. B: Second. only");
    let items = "<item>a<list><item>b</item><item>c</item></list></item><item>d</item>";
    assert_eq!(summary(&list(items)), "One of a b; c; d only");
    let items = "<item><term>a</term></item><item></item><item><description>b</description></item>";
    assert_eq!(summary(&list(items)), "One of a; b only");
}

#[test]
fn the_first_of_two_counts() {
    let docs = member("<summary></summary><summary>a</summary><summary>b</summary>");
    assert_eq!(docs.summary.as_deref(), Some("a"));
    let twice = br#"<doc><member name="M"><value>a</value></member><member name="M"/></doc>"#;
    let docs = XmlDocs::parse(twice).expect("well-formed");
    assert_eq!(docs.get("M").and_then(|m| m.value.as_deref()), Some("a"));
}

#[test]
fn notes_inheritdoc() {
    assert_eq!(member("").inherit_doc, None);
    assert_eq!(member("<inheritdoc/>").inherit_doc, Some(None));
    let cref = r#"<summary><inheritdoc cref="T:Base"/></summary>"#;
    assert_eq!(member(cref).inherit_doc, Some(Some("T:Base".into())));
}

#[test]
fn resolves_inheritdoc_within_the_file() {
    let docs = XmlDocs::parse(
        br#"<doc>
        <member name="A"><inheritdoc cref="B"/><returns>own</returns></member>
        <member name="B"><inheritdoc cref="C"/></member>
        <member name="C"><summary>inherited</summary><returns>theirs</returns></member>
        <member name="Gone"><inheritdoc cref="Elsewhere"/></member>
        <member name="Loop"><inheritdoc cref="Pool"/></member>
        <member name="Pool"><inheritdoc cref="Loop"/></member>
        </doc>"#,
    )
    .expect("well-formed");
    let found = docs.resolve("A").and_then(|found| found.summary.as_deref());
    assert_eq!(found, Some("inherited"));
    let returns = docs.lineage("A").find_map(|found| found.returns.as_deref());
    assert_eq!(returns, Some("own"));
    assert_eq!(docs.resolve("Gone"), docs.get("Gone"));
    assert_eq!(docs.resolve("Loop"), docs.get("Loop"));
    assert_eq!(docs.resolve("Nothing"), None);
}

#[test]
fn reads_utf_16_and_byte_order_marks() {
    let expected = XmlDocs::parse(SAMPLE.as_bytes()).expect("well-formed");
    let little: Vec<u8> = SAMPLE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = SAMPLE.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for (mark, body) in [
        (b"\xFF\xFE".as_slice(), little.as_slice()),
        (b"\xFE\xFF", &big),
        (b"\xEF\xBB\xBF", SAMPLE.as_bytes()),
    ] {
        let docs = XmlDocs::parse(&[mark, body].concat()).expect("well-formed");
        for id in ["M:Bank.Loan.Rate(System.Int32)", "P:Bank.Loan.Größe"] {
            assert_eq!(docs.get(id), expected.get(id));
        }
    }
}

#[test]
fn errors_name_the_byte() {
    let error = |bytes: &[u8]| XmlDocs::parse(bytes).expect_err("malformed");
    assert_eq!(error(b"<doc>\xFF"), XmlDocsError::Encoding { offset: 5 });
    assert_eq!(
        error(b"\xEF\xBB\xBF<doc>\xFF"),
        XmlDocsError::Encoding { offset: 8 }
    );
    assert_eq!(
        error(b"\xFF\xFEa\0\x00\xD8"),
        XmlDocsError::Encoding { offset: 4 }
    );
    assert_eq!(error(b"\xFF\xFEa\0b"), XmlDocsError::Encoding { offset: 4 });
    assert_eq!(error(b"<doc>"), XmlDocsError::Truncated { offset: 5 });
    let malformed = |bytes: &[u8]| match error(bytes) {
        XmlDocsError::Malformed { offset, .. } => offset,
        other => panic!("{other}"),
    };
    assert_eq!(malformed("<doc>é</dog>".as_bytes()), 7);
    let wide = "\u{feff}<doc>é</dog>"
        .encode_utf16()
        .flat_map(u16::to_le_bytes);
    assert_eq!(malformed(&wide.collect::<Vec<_>>()), 14);
    assert_eq!(malformed(br#"<doc><member name></member></doc>"#), 18);
}

#[test]
fn errors_do_not_quote_the_whole_file() {
    let file = format!("<doc><\u{1b}[31m{}></doc>", "a".repeat(1_000_000));
    let message = XmlDocs::parse(file.as_bytes())
        .expect_err("unclosed")
        .to_string();
    assert!(
        message.len() < 300 && !message.contains('\u{1b}'),
        "{message}"
    );
}

#[test]
fn other_files_are_refused() {
    for other in ["", " ", "<html/>", "plain text", "<!-- doc -->"] {
        assert_eq!(
            XmlDocs::parse(other.as_bytes()).expect_err(other),
            XmlDocsError::NotDocumentation
        );
    }
    assert!(XmlDocs::parse(b"<doc/>").expect("empty").is_empty());
}

#[test]
fn nesting_is_bounded() {
    let bomb = format!("<doc>{}", "<a>".repeat(1_000_000));
    let error = XmlDocs::parse(bomb.as_bytes()).expect_err("too deep");
    assert_eq!(
        error,
        XmlDocsError::TooDeep {
            offset: 5 + 64 * 3,
            limit: 64
        }
    );
}

#[test]
fn entities_are_not_expanded() {
    let bomb = br#"<!DOCTYPE doc [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
        <doc><member name="M"><summary>&b; &x; &#x110000; &#65; <see cref="&b;"/></summary></member></doc>"#;
    let docs = XmlDocs::parse(bomb).expect("well-formed");
    let summary = docs.get("M").and_then(|m| m.summary.as_deref());
    assert_eq!(summary, Some("&b; &x; &#x110000; A &b;"));
}

#[test]
fn many_attributes_take_linear_time() {
    let attributes: String = (0..100_000).map(|n| format!(" a{n}=''")).collect();
    assert_eq!(summary(&format!("<see{attributes} cref='T:Foo'/>")), "Foo");
}

#[test]
fn every_prefix_gives_an_error() {
    let end = SAMPLE.trim_end().len();
    for at in 0..end {
        assert!(XmlDocs::parse(&SAMPLE.as_bytes()[..at]).is_err(), "{at}");
    }
    let wide: Vec<u8> = "\u{feff}"
        .encode_utf16()
        .chain(SAMPLE.trim_end().encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    for at in 0..wide.len() {
        assert!(XmlDocs::parse(&wide[..at]).is_err(), "{at}");
    }
}

#[test]
fn no_changed_byte_panics() {
    for at in 0..SAMPLE.len() {
        for byte in [0, b'<', b'>', b'&', b'"', b'/', 0xFF] {
            let mut bytes = SAMPLE.as_bytes().to_vec();
            bytes[at] = byte;
            let _ = XmlDocs::parse(&bytes);
        }
    }
}
