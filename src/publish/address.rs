use super::PublishError;
use std::net::IpAddr;
use ureq::http::Uri;

/// Where a portal is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portal {
    /// Scheme, host and port.
    root: String,
    is_local: bool,
}

impl Portal {
    /// Reads the address of a portal, as a browser shows it; the path is left out, and `https` need not be
    /// written.
    ///
    /// # Errors
    /// [`PublishError::Address`] where it is none, or would not be encrypted: `http` is for this machine only.
    ///
    /// ```
    /// use dllift::publish::Portal;
    ///
    /// let portal = Portal::parse("acme.outsystems.dev/apps").unwrap();
    /// assert_eq!(portal.to_string(), "https://acme.outsystems.dev");
    /// assert!(Portal::parse("http://acme.outsystems.dev").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Self, PublishError> {
        let text = text.trim();
        let address = match text.contains("://") {
            true => text.to_owned(),
            false => format!("https://{text}"),
        };
        let uri = encrypted(&address, true, "the portal")?;
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err(PublishError::address("the portal", "it has no host"));
        };
        Ok(Self {
            root: format!("{scheme}://{authority}"),
            is_local: scheme == "http",
        })
    }

    /// The address of `path` in the portal.
    pub(super) fn at(&self, path: &str) -> String {
        format!("{}{path}", self.root)
    }

    /// Checks the address of `what`, which the portal gave.
    pub(super) fn check(&self, address: &str, what: &'static str) -> Result<(), PublishError> {
        encrypted(address, self.is_local, what).map(drop)
    }
}

impl std::fmt::Display for Portal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.root)
    }
}

/// The address, if connections to it are encrypted, or it is on this machine and that is allowed. What is wrong
/// is said without the address, which can hold a signature.
fn encrypted(address: &str, local: bool, what: &'static str) -> Result<Uri, PublishError> {
    let uri: Uri = address
        .parse()
        .map_err(|_| PublishError::address(what, "it is no address"))?;
    let Some(authority) = uri.authority() else {
        return Err(PublishError::address(what, "it has no host"));
    };
    if authority.as_str().contains('@') {
        return Err(PublishError::address(what, "it has a user name in it"));
    }
    match uri.scheme_str() {
        Some("https") => Ok(uri),
        Some("http") if local && is_this_machine(authority.host()) => Ok(uri),
        Some("http") => Err(PublishError::address(what, "it is not encrypted (http)")),
        _ => Err(PublishError::address(what, "it is no https address")),
    }
}

fn is_this_machine(host: &str) -> bool {
    let host = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost") || host.parse().is_ok_and(|ip: IpAddr| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::Portal;

    #[test]
    fn addresses_are_encrypted_or_local() {
        for (text, expected) in [
            ("acme.outsystems.dev", "https://acme.outsystems.dev"),
            (
                " https://acme.outsystems.dev/ ",
                "https://acme.outsystems.dev",
            ),
            (
                "https://acme.example:8443/apps?a=b",
                "https://acme.example:8443",
            ),
            ("http://127.0.0.1:99", "http://127.0.0.1:99"),
            ("http://localhost", "http://localhost"),
            ("http://[::1]:8080/", "http://[::1]:8080"),
        ] {
            assert_eq!(Portal::parse(text).unwrap().to_string(), expected);
        }
        for text in [
            "",
            "http://acme.outsystems.dev",
            "http://127.0.0.1.example",
            "http://localhost.example",
            "ftp://acme.outsystems.dev",
            "https://me:secret@acme.outsystems.dev",
            "https://",
            "file:///etc/passwd",
        ] {
            assert!(Portal::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn only_a_local_portal_leads_to_local_addresses() {
        let (local, cloud) = ("http://localhost:1", "acme.outsystems.dev");
        let [local, cloud] = [local, cloud].map(|text| Portal::parse(text).unwrap());
        for (address, of_local, of_cloud) in [
            ("https://s3.example/x?sig=1", true, true),
            ("http://localhost:2/x", true, false),
            ("http://s3.example/x", false, false),
            ("/x", false, false),
        ] {
            assert_eq!(local.check(address, "it").is_ok(), of_local, "{address}");
            assert_eq!(cloud.check(address, "it").is_ok(), of_cloud, "{address}");
        }
    }
}
