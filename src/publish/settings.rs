use std::time::Duration;

/// How long things may take, and how often they are tried.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Time for a connection to be made.
    pub connect: Duration,
    /// Time for a request and its answer.
    pub request: Duration,
    /// Time for the upload.
    pub upload: Duration,
    /// How many times a request is repeated that the server was too busy for.
    pub retries: u32,
    /// Time before the first repetition; each next one waits twice as long, or as long as the server asks.
    pub backoff: Duration,
    /// The longest time before a repetition, whatever the server asks.
    pub longest_wait: Duration,
    /// Time between two looks at an operation.
    pub interval: Duration,
    /// Time for an operation to end.
    pub patience: Duration,
}

impl Default for Settings {
    /// What suits the portal, which allows 100 requests a minute.
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            request: Duration::from_secs(60),
            upload: Duration::from_secs(600),
            retries: 5,
            backoff: Duration::from_secs(1),
            longest_wait: Duration::from_secs(60),
            interval: Duration::from_secs(3),
            patience: Duration::from_secs(900),
        }
    }
}
