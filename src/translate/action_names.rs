//! Names of actions (TRANSLATION §9): the shortest that is unique in the extension, and overloads named by
//! what tells them apart.

use super::config::given_names::GivenSpace;
use super::mapper::NAME;
use super::type_names::unique;
use super::{Names, fit};
use foldhash::HashMap;
use std::collections::BTreeMap;

/// What an action could be called.
#[derive(Clone, Debug)]
pub(super) struct NameRequest {
    /// The overloads of one method share a group.
    pub(super) group: String,
    /// Names in order of preference, each more qualified than the one before it.
    pub(super) levels: Vec<String>,
    /// CLR simple names of the parameters, for an overload's suffix.
    pub(super) parameters: Vec<String>,
    /// Documentation id and accessor, which decides ties and feeds hashes.
    pub(super) id: String,
}

/// A name for each request: the one that is given, or one that no given name takes.
pub(super) fn assign(requests: &[&NameRequest], given: &GivenSpace) -> Vec<String> {
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (position, request) in requests.iter().enumerate() {
        groups.entry(&request.group).or_default().push(position);
    }
    let groups: Vec<Vec<usize>> = groups.into_values().collect();
    let stems = stems(requests, &groups, given);

    let names = requests.iter().map(|request| given.get(&request.id));
    let mut names: Vec<String> = names.map(|name| name.unwrap_or_default().into()).collect();
    let mut taken = given.taken().clone();
    let mut rest = Vec::new();
    for (members, stem) in groups.iter().zip(&stems) {
        let is_open = |position: &usize| requests.get(*position).is_some_and(|r| !given.has(&r.id));
        let open: Vec<usize> = members.iter().copied().filter(is_open).collect();
        let mut sorted = overloads(requests, &open).into_iter().peekable();
        if given.taken().is_free(stem)
            && let Some(position) = sorted.next()
        {
            give(&mut names, &mut taken, requests, position, stem);
        }
        if sorted.peek().is_some() {
            rest.push((sorted, members, stem));
        }
    }
    // Plain names are given before any suffixed one could take them.
    for (overloads, members, stem) in rest {
        let suffix = suffixes(requests, members);
        for position in overloads {
            let name = match suffix(position).as_str() {
                "" => stem.clone(),
                suffix => format!("{stem}_{suffix}"),
            };
            give(&mut names, &mut taken, requests, position, &name);
        }
    }
    names
}

fn give(
    names: &mut [String],
    taken: &mut Names,
    requests: &[&NameRequest],
    position: usize,
    name: &str,
) {
    let id = requests
        .get(position)
        .map_or("", |request| request.id.as_str());
    let given = unique(taken, name, id);
    if let Some(slot) = names.get_mut(position) {
        *slot = given;
    }
}

/// The name of each group: of groups that share one, all move on to their next, more qualified one, and so
/// does a group whose name is given to somebody else.
fn stems(requests: &[&NameRequest], groups: &[Vec<usize>], given: &GivenSpace) -> Vec<String> {
    let levels: Vec<&[String]> = groups
        .iter()
        .map(|members| {
            let first = members.first().and_then(|position| requests.get(*position));
            first.map_or(&[][..], |request| request.levels.as_slice())
        })
        .collect();
    let lower = |levels: &[String], level: usize| {
        let name = levels.get(level).map(|name| fit(name, name, NAME));
        name.unwrap_or_default().to_lowercase()
    };
    let mut chosen = vec![0usize; groups.len()];
    let mut names: Vec<String> = levels.iter().map(|levels| lower(levels, 0)).collect();
    loop {
        let mut users: HashMap<&str, usize> =
            HashMap::with_capacity_and_hasher(names.len(), Default::default());
        for name in &names {
            *users.entry(name).or_default() += 1;
        }
        let is_lost = |group: usize, name: &str| {
            let own = groups.get(group).into_iter().flatten();
            let mut own = own.filter_map(|position| given.get(&requests.get(*position)?.id));
            !given.taken().is_free(name) && !own.any(|given| given.eq_ignore_ascii_case(name))
        };
        let shared = names.iter().enumerate().filter(|(group, name)| {
            users.get(name.as_str()).is_some_and(|users| *users > 1) || is_lost(*group, name)
        });
        let shared: Vec<usize> = shared.map(|(group, _)| group).collect();
        let mut moved = false;
        for group in shared {
            if let (Some(levels), Some(level), Some(name)) = (
                levels.get(group),
                chosen.get_mut(group),
                names.get_mut(group),
            ) && level.saturating_add(1) < levels.len()
            {
                *level = level.saturating_add(1);
                *name = lower(levels, *level);
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    let names = levels.iter().zip(chosen);
    names
        .map(|(levels, level)| levels.get(level).cloned().unwrap_or_default())
        .collect()
}

/// The overloads, those with the fewest parameters first (ties: signature text): the first keeps the plain
/// name.
fn overloads(requests: &[&NameRequest], members: &[usize]) -> Vec<usize> {
    let mut sorted = members.to_vec();
    sorted.sort_by_key(|position| {
        requests
            .get(*position)
            .map(|request| (request.parameters.len(), request.id.as_str()))
    });
    sorted
}

/// What tells each of some overloads from the others, by its position: the names of the parameters that differ from
/// those of some other overload, or of all, where two would get one name.
fn suffixes<'r>(
    requests: &[&'r NameRequest],
    members: &[usize],
) -> impl Fn(usize) -> String + use<'r> {
    let overloads = members
        .iter()
        .filter_map(|at| Some((*at, *requests.get(*at)?)));
    let overloads: HashMap<usize, &'r NameRequest> = overloads.collect();
    let mut users: HashMap<(usize, &'r str), usize> = HashMap::default();
    let parameters = |of: &'r NameRequest| {
        let names = of.parameters.iter().map(String::as_str);
        names.enumerate()
    };
    for parameter in overloads.values().flat_map(|of| parameters(of)) {
        *users.entry(parameter).or_default() += 1;
    }
    let count = overloads.len();
    let telling = move |of: &'r NameRequest| -> String {
        let differing = parameters(of).filter(|of| users.get(of) != Some(&count));
        let names: Vec<&str> = differing.map(|(_, name)| name).collect();
        names.join("_")
    };
    let mut owners: HashMap<String, usize> = HashMap::default();
    for of in overloads.values() {
        *owners.entry(telling(of)).or_default() += 1;
    }
    move |position| {
        let Some(of) = overloads.get(&position) else {
            return String::new();
        };
        match telling(of) {
            own if own.is_empty() || owners.get(&own) != Some(&1) => of.parameters.join("_"),
            own => own,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{GivenSpace, NameRequest};
    use crate::translate::Lock;
    use crate::translate::config::given_names::GivenNames;
    use crate::translate::config::{Config, Name};

    fn assign(requests: &[NameRequest]) -> Vec<String> {
        super::assign(&requests.iter().collect::<Vec<_>>(), &GivenSpace::default())
    }

    fn request(class: &str, method: &str, parameters: &[&str]) -> NameRequest {
        NameRequest {
            group: format!("{class}.{method}"),
            levels: vec![
                method.to_owned(),
                format!("{class}{method}"),
                format!("Ns{class}{method}"),
            ],
            parameters: parameters.iter().map(|name| (*name).to_owned()).collect(),
            id: format!("M:Ns.{class}.{method}({})", parameters.join(",")),
        }
    }

    #[test]
    fn a_unique_method_keeps_its_name() {
        let names = assign(&[request("A", "Run", &[]), request("B", "Stop", &[])]);
        assert_eq!(names, ["Run", "Stop"]);
    }

    #[test]
    fn equal_methods_of_two_classes_are_named_with_the_class() {
        let names = assign(&[request("A", "Run", &[]), request("B", "run", &["Int32"])]);
        assert_eq!(names, ["ARun", "Brun"]);
    }

    #[test]
    fn overloads_are_named_by_what_differs() {
        let names = assign(&[
            request("A", "Add", &["Decimal", "Decimal", "String"]),
            request("A", "Add", &["Double", "Double", "String"]),
            request("A", "Add", &["Int32"]),
        ]);
        assert_eq!(
            names,
            [
                "Add_Decimal_Decimal_String",
                "Add_Double_Double_String",
                "Add"
            ]
        );
        let names = assign(&[
            request("A", "Add", &["Int32", "Int32"]),
            request("A", "Add", &["Int32", "Decimal"]),
        ]);
        assert_eq!(names, ["Add_Int32", "Add"]);
    }

    /// Names in which the lock file gives these.
    fn assign_with(locked: &[(&str, &str)], requests: &[NameRequest]) -> Vec<String> {
        let names = locked.iter().map(|(id, name)| {
            let name = Name::try_from((*name).to_owned()).unwrap();
            ((*id).to_owned(), name)
        });
        let lock = Lock {
            actions: names.collect(),
            ..Lock::default()
        };
        let given = GivenNames::new(&Config::default(), &lock);
        super::assign(&requests.iter().collect::<Vec<_>>(), &given.actions)
    }

    #[test]
    fn a_locked_name_stays_whatever_is_added() {
        let locked = [
            ("M:Ns.A.Run(Int32)", "Run"),
            ("M:Ns.Gone.Stop()", "Stop"),
            ("M:Ns.B.Go()", "Leave"),
        ];
        let names = assign_with(
            &locked,
            &[
                request("A", "Run", &[]),
                request("A", "Run", &["Int32"]),
                request("C", "run", &[]),
                request("D", "Stop", &[]),
                request("B", "Go", &[]),
                request("B", "Leave", &[]),
                request("B", "Go", &["String"]),
            ],
        );
        assert_eq!(
            names,
            ["ARun", "Run", "Crun", "DStop", "Leave", "BLeave", "Go"]
        );
    }

    #[test]
    fn the_order_of_requests_does_not_matter() {
        let requests = [
            request("A", "Add", &["Int32", "Int32"]),
            request("B", "Add", &["Int32"]),
            request("A", "Add", &["Decimal", "Int32"]),
            request("A", "BAdd", &[]),
        ];
        let names = assign(&requests);
        let mut reversed = requests.clone();
        reversed.reverse();
        let mut again = assign(&reversed);
        again.reverse();
        assert_eq!(names, again);
        let unique: std::collections::HashSet<_> = names.iter().collect();
        assert_eq!(unique.len(), names.len());
    }
}
