//! The inputs of a translation, and the way through it by the rules of each profile.

use super::accounting::Accounting;
use super::config::given_names::GivenNames;
use super::config::types::TypeChoices;
use super::config::{self, Config, TypeArguments};
use super::docs::Docs;
use super::instantiate::Instantiations;
use super::mapper::Mapper;
use super::nameable::Nameable;
use super::plan::Translation;
use super::surface::{SurfaceFinder, SurfaceType, types};
use super::{Options, Targets, wizard};
use crate::clr::{Library, LibraryFile, Type};
use crate::extension::{Extension, Profile};
use crate::threads::both;
use foldhash::HashSet;
use std::mem;

/// The files of a library that are translated.
pub(super) struct Build<'m> {
    pub(super) library: &'m Library<'m>,
    /// In an order that does not depend on the command line's.
    pub(super) inputs: Vec<LibraryFile<'m>>,
}

impl<'m> Build<'m> {
    /// Those that `options` choose.
    pub(super) fn of(library: &'m Library<'m>, options: &Options) -> Self {
        let is_wanted = |file: &LibraryFile<'_>| {
            let ordinal = file.assembly().ordinal();
            options.only.is_none_or(|only| only == ordinal)
        };
        let mut inputs: Vec<LibraryFile<'m>> = library.inputs().filter(is_wanted).collect();
        inputs.sort_by_cached_key(|file| {
            let mvid = file.assembly().mvid();
            (file.file_name().into_owned(), mvid.map(|id| id.0))
        });
        Self { library, inputs }
    }

    /// What a translation by the rules of `profile` is about.
    pub(super) fn surface(&self, docs: &Docs<'m>, profile: Profile) -> Vec<SurfaceType<'m>> {
        let ordinals = self.ordinals();
        let is_documented =
            |ty: Type<'m>, id: &str| docs.get(ty.assembly().ordinal(), id).is_some();
        let surfaces = |types: &[Type<'m>]| -> Vec<SurfaceType<'m>> {
            let mut finder = SurfaceFinder::new(self.library.set(), &ordinals, &is_documented);
            finder.inherits = profile == Profile::Wizard;
            types.iter().map(|ty| finder.surface(*ty)).collect()
        };
        let inputs = self.inputs.iter();
        let types: Vec<Type<'m>> = inputs.flat_map(|file| types(file.assembly())).collect();
        let (first, second) = types.split_at(types.len() / 2);
        let (mut all, rest) = both(|| surfaces(first), || surfaces(second));
        all.extend(rest);
        all
    }

    pub(super) fn accounting(&self, docs: &'m Docs<'m>, options: &Options) -> Accounting<'m, 'm> {
        let (set, config) = (self.library.set(), &options.config);
        let given = GivenNames::new(config, &options.lock);
        let types = TypeChoices::new(set, &config.types);
        let policies = config.policies;
        let target = options.targets.first();
        let mapper = Mapper::new(set, &self.ordinals(), docs, policies, given, types, target);
        Accounting::new(mapper, docs, instantiations(self.library, config), config)
    }

    fn ordinals(&self) -> HashSet<usize> {
        let inputs = self.inputs.iter();
        inputs.map(|file| file.assembly().ordinal()).collect()
    }
}

/// The type arguments that the configuration gives.
fn instantiations<'m>(library: &'m Library<'m>, config: &Config) -> Instantiations<'m> {
    let lists = config.instantiate.iter();
    let requests = lists.flat_map(|(id, lists)| {
        let lists = lists.iter().map(TypeArguments::names);
        lists.map(move |names| (id.as_str(), names))
    });
    Instantiations::new(library.set(), requests)
}

/// What there is to translate.
pub(super) struct Job<'m, 'j> {
    pub(super) build: &'j Build<'m>,
    pub(super) docs: &'m Docs<'m>,
    pub(super) surface: &'j [SurfaceType<'m>],
    pub(super) options: &'j Options,
}

/// A translation without what is not in the surface.
pub(super) struct Done<'m> {
    pub(super) translation: Translation,
    pub(super) nameable: Nameable<'m>,
    /// Whether another target could build types that this one cannot.
    pub(super) is_narrow: bool,
}

impl<'m> Job<'m, '_> {
    /// By the rules of the profile.
    pub(super) fn translate(&self) -> Done<'m> {
        match self.options.config.profile {
            Profile::Structured => self.structured(self.options),
            Profile::Wizard => self.wizard(),
        }
    }

    fn structured(&self, options: &Options) -> Done<'m> {
        let mut accounting = self.build.accounting(self.docs, options);
        accounting.account(self.surface);
        let is_narrow = accounting.is_narrow();
        let (translation, nameable) = accounting.finish(self.surface);
        Done {
            translation,
            nameable,
            is_narrow,
        }
    }

    fn wizard(&self) -> Done<'m> {
        let (set, config) = (self.build.library.set(), &self.options.config);
        let types = TypeChoices::new(set, &config.types);
        let nameable = Nameable::new(set, &self.build.ordinals(), types);
        let given = GivenNames::new(config, &self.options.lock);
        let (translation, nameable) =
            wizard::translate(set, nameable, self.docs, self.surface, &given.actions);
        Done {
            translation,
            nameable,
            is_narrow: false,
        }
    }

    /// The translation with what only the C# of ODC can build, under the names of `translation`.
    pub(super) fn wider(&self, translation: &Translation) -> Translation {
        let options = Options {
            lock: self.options.lock.clone().with(translation),
            targets: Targets::Odc,
            ..self.options.clone()
        };
        let mut wider = self.structured(&options).translation;
        let own = mem::take(&mut wider.extension);
        wider.extension = Extension {
            actions: own.actions,
            structures: own.structures,
            members: own.members,
            diagnostics: own.diagnostics,
            ..translation.extension.clone()
        };
        config::apply::apply(&options.config, &mut wider.extension);
        config::apply::prefer(&options.config, &mut wider);
        wider
    }
}
