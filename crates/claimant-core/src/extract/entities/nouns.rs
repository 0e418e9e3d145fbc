//! What common nouns name: people, bodies, places, documents, groups; and which of them tell a gender.
//!
//! Hand-made lists of what news speaks of; a noun that is in none is a thing or an abstraction.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::EntityKind;

/// Titles that go before a name and are no part of it. "President" and the like tell a role too.
pub(super) const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "sir",
    "dame",
    "lord",
    "lady",
    "prof",
    "professor",
    "president",
    "minister",
    "premier",
    "chancellor",
    "senator",
    "sen",
    "rep",
    "representative",
    "congressman",
    "congresswoman",
    "gov",
    "governor",
    "mayor",
    "judge",
    "justice",
    "general",
    "gen",
    "colonel",
    "col",
    "lieutenant",
    "lt",
    "sergeant",
    "sgt",
    "captain",
    "capt",
    "major",
    "maj",
    "admiral",
    "adm",
    "corporal",
    "detective",
    "det",
    "inspector",
    "insp",
    "superintendent",
    "supt",
    "brigadier",
    "brig",
    "marshal",
    "commander",
    "cmdr",
    "cpl",
    "pvt",
    "mp",
    "mep",
    "councillor",
    "cllr",
    "officer",
    "constable",
    "sheriff",
    "rev",
    "reverend",
    "father",
    "bishop",
    "archbishop",
    "cardinal",
    "pope",
    "rabbi",
    "imam",
    "sheikh",
    "king",
    "queen",
    "prince",
    "princess",
    "duke",
    "duchess",
    "count",
    "countess",
    "baron",
    "baroness",
    "ambassador",
    "secretary",
    "director",
    "chairman",
    "chairwoman",
    "chair",
    "coach",
    "doctor",
    "chief",
];

const PEOPLE: &str = "academic activist actor actress administrator adviser advisor agent aide ally ambassador analyst anchor \
    archbishop architect artist assistant astronaut athlete attacker attorney author banker baron bishop blogger boss boy \
    brother buyer campaigner candidate captain cardinal carer ceo chair chairman chairperson chairwoman chairmen champion chancellor \
    chef chemist chief child citizen civilian cleric clerk client coach colleague collector colonel columnist commander commentator \
    commissioner composer conductor congressman congresswoman constable consultant consumer contractor coordinator coroner \
    correspondent councillor councilor counsel counsellor counselor cousin critic customer daughter dealer defector defendant \
    defender deputy designer detective detainee developer dictator diplomat director dissident doctor driver duke economist editor \
    educator emperor employee employer engineer entrepreneur envoy epidemiologist executive expert farmer father filmmaker finalist \
    firefighter fisherman foreigner founder friend geologist general girl girlfriend boyfriend goalkeeper governor graduate \
    grandfather grandmother grandson granddaughter guard guest guitarist gunman hacker head historian homeowner host hostage hunter husband \
    immigrant infant informant insider inspector instructor interpreter investigator investor jeweler jockey journalist judge juror \
    justice kid killer king lady landlord lawmaker lawyer leader lecturer legislator librarian lieutenant linguist lobbyist man \
    manager mathematician mayor medic member mentor merchant midwife migrant miner minister model mom monarch mother moderator murderer \
    musician nephew neighbor neighbour niece novelist nurse observer offender officer official operator opponent organiser \
    organizer owner painter parent participant partner passenger pastor patient patron pensioner performer person philosopher \
    photographer physician physicist pianist pilot player playwright poet policeman policewoman politician pope premier presenter \
    president priest prime-minister prince princess principal prisoner producer professor programmer prosecutor protester \
    protestor psychologist publisher pupil queen rabbi racer reader rebel receptionist refugee relative reporter representative \
    rescuer researcher resident reviewer rider rival ruler runner sailor saint salesman scholar scientist scientists secretary senator sergeant servant \
    shareholder sheriff sibling singer sister skipper soldier solicitor son songwriter speaker specialist spokesman \
    spokesperson spokeswoman spokespeople spouse spy staffer star statistician stepfather stepmother striker student successor \
    superintendent supervisor supporter surgeon survivor suspect swimmer tailor teacher teammate teenager tenant terrorist thief \
    thinker tourist trader trainer translator traveler traveller treasurer trustee tutor uncle aunt undersecretary veteran vice-president victim \
    viewer accuser arsonist ayatollah barber bartender barrister bomber broker burglar cadet carpenter chaplain challenger complainant conscript \
    councilman courier dean emir fugitive gambler gardener guide headmaster hijacker headmistress headteacher incumbent insurgent invigilator jihadist kidnapper looter \
    landowner lifeguard magistrate marine mechanic mediator mep missionary monk mp mufti negotiator nominee nun ombudsman paramedic plaintiff \
    pirate plumber poacher postman preacher provost ranger rector recruit robber saboteur secretary-general smuggler sniper trafficker trucker usher vandal waiter waitress warlord \
    villager virologist visitor volunteer voter warden warrior watchdog-chief whistleblower widow widower wife winner witness woman \
    worker writer youngster youth teen baby toddler adult male female gentleman hero heroine inmate captive combatant fighter \
    militant extremist bystander pedestrian motorist cyclist climber hiker commuter shopper seller vendor";

const MEN: &str = "actor boy boyfriend brother businessman chairman congressman cameraman dad duke emperor father fireman fisherman \
    gentleman grandfather grandson gunman guy husband king lord man monk nephew policeman pope prince salesman sir son spokesman \
    stepfather uncle widower councilman assemblyman clergyman alderman anchorman ombudsman layman";

const WOMEN: &str = "actress aunt ballerina businesswoman chairwoman congresswoman countess dame daughter duchess empress girl \
    girlfriend granddaughter grandmother heroine lady mom mother mum niece nun policewoman princess queen sister spokeswoman \
    stepmother widow wife woman waitress hostess councilwoman";

const BODIES: &str = "academy administration agency airline alliance army assembly association authority bank board body \
    brigade broadcaster bureau cabinet central-bank chamber charity church club college commission committee company conglomerate \
    congress consortium contractor corporation council court department directorate division employer enterprise faction federation \
    firm force foundation fund gang government-agency group giant guild headquarters hospital house industry insurer institute institution \
    intelligence investigators-office jury laboratory league legislature lender maker manufacturer management media military militia ministry \
    mission mosque museum navy network newspaper ngo office operator opposition orchestra organisation organization outlet paper \
    parliament party police prosecution publisher regulator retailer school secretariat senate service society squad staff startup store \
    studio subsidiary supplier television syndicate team think-tank trade-union treasury tribunal union unit university utility watchdog airforce \
    coastguard command constabulary consulate delegation embassy grocer inspectorate junta observatory carmaker automaker \
    planemaker drugmaker chipmaker brewer registry";

const GOVERNMENTS: &str = "government regime administration kremlin junta";

const PLACES: &str = "airport area area autonomous-republic base bay beach border borough building camp canal capital castle city \
    coast continent country county district embassy farm field forest frontier front garden gulf harbor harbour highway hill home hometown hotel \
    house island lake land locality location metropolis mountain municipality nation neighborhood neighbourhood oblast ocean park peninsula \
    plant port prefecture province quarter railway region republic reservoir resort restaurant river road room sea site shore \
    square state station street suburb territory town township valley village ward waterfront zone bridge stadium";

const DOCUMENTS: &str = "account advisory affidavit agreement announcement article audit bill blog book briefing broadcast bulletin census \
    column communique communiqué complaint contract data declaration decree diary directive document documentary dossier draft edition \
    editorial email e-mail estimate report study survey filing findings footage forecast index indictment interview law lawsuit leaflet \
    letter memo memoir memorandum message notice order paper petition poll post posting press-release programme program publication \
    record recording release resolution review ruling speech statement statistics story submission testimony text transcript treaty \
    tweet verdict video warrant website";

const GROUPS: &str = "allies analysts crew crowd couple family forces generation nations officials opposition-parties pair people \
    population public residents troops voters community audience delegation duo minority majority youth";

/// What a noun names, and a gender where it tells one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Noun {
    pub(super) kind: Option<EntityKind>,
    /// True for a woman, false for a man.
    pub(super) woman: Option<bool>,
}

static NOUNS: LazyLock<FxHashMap<&'static str, Noun>> = LazyLock::new(|| {
    let mut nouns: FxHashMap<&'static str, Noun> = FxHashMap::default();
    // The first list that has a noun decides.
    for (list, kind) in [
        (GOVERNMENTS, EntityKind::Government),
        (GROUPS, EntityKind::Group),
        (PEOPLE, EntityKind::Person),
        (BODIES, EntityKind::Organization),
        (DOCUMENTS, EntityKind::Document),
        (PLACES, EntityKind::Place),
    ] {
        for noun in list.split_whitespace() {
            nouns.entry(noun).or_insert(Noun { kind: Some(kind), woman: None });
        }
    }
    for (list, woman) in [(MEN, false), (WOMEN, true)] {
        for noun in list.split_whitespace() {
            let person = Noun { kind: Some(EntityKind::Person), woman: None };
            nouns.entry(noun).or_insert(person).woman = Some(woman);
        }
    }
    nouns
});

/// What the noun with this lower-case lemma names.
pub(super) fn noun(lemma: &str) -> Noun {
    if let Some(noun) = NOUNS.get(lemma) {
        return *noun;
    }
    // "co-founder", "ex-wife", "policy-maker", "shopkeeper": the last part tells.
    if let Some((_, last)) = lemma.rsplit_once('-') {
        return NOUNS.get(last).copied().unwrap_or_default();
    }
    let person = ["woman", "man", "person"]
        .iter()
        .find(|ending| lemma.len() > ending.len() + 2 && lemma.ends_with(**ending));
    match person {
        Some(&"woman") => Noun { kind: Some(EntityKind::Person), woman: Some(true) },
        Some(&"man") => Noun { kind: Some(EntityKind::Person), woman: Some(false) },
        Some(_) => Noun { kind: Some(EntityKind::Person), woman: None },
        None => {
            let doer = lemma.len() > 6
                && ["ologist", "ician", "keeper", "maker", "writer", "worker"]
                    .iter()
                    .any(|end| lemma.ends_with(end));
            Noun { kind: doer.then_some(EntityKind::Person), woman: None }
        }
    }
}

/// Nouns that name a person as well as a body: "the owner, Jolene Rask", "the owner, Midland Threads".
pub(super) fn is_person_or_body(lemma: &str) -> bool {
    const EITHER: &[&str] = &[
        "agent",
        "builder",
        "buyer",
        "contractor",
        "developer",
        "distributor",
        "employer",
        "maker",
        "manufacturer",
        "operator",
        "owner",
        "partner",
        "publisher",
        "rival",
        "seller",
        "sponsor",
        "supplier",
    ];
    EITHER.contains(&lemma)
}

/// What has a guard that is a force: "the coast guard".
pub(super) fn is_guarded_by_a_force(word: &str) -> bool {
    matches!(
        word,
        "civil" | "coast" | "home" | "national" | "presidential" | "republican" | "revolutionary" | "royal"
    )
}

/// Nouns for bodies that take verbs of either number.
pub(super) fn is_of_either_number(lemma: &str) -> bool {
    matches!(lemma, "police" | "military" | "media" | "staff" | "crew" | "personnel")
}

/// Networks on which people post, in lower case.
pub(super) fn is_network(word: &str) -> bool {
    const NETWORKS: &[&str] = &[
        "bluesky",
        "facebook",
        "instagram",
        "linkedin",
        "mastodon",
        "reddit",
        "snapchat",
        "telegram",
        "threads",
        "tiktok",
        "twitter",
        "vk",
        "wechat",
        "weibo",
        "whatsapp",
        "x",
        "youtube",
    ];
    NETWORKS.contains(&word)
}

/// Bodies that one may call by the other's name: an "intelligence agency" is an Intelligence Service.
pub(super) fn is_like_agency(lemma: &str) -> bool {
    const LIKE: &[&str] = &[
        "administration",
        "agency",
        "authority",
        "bureau",
        "department",
        "directorate",
        "ministry",
        "office",
        "service",
    ];
    LIKE.contains(&lemma)
}

pub(super) fn is_title(word: &str) -> bool {
    let low = word.trim_end_matches('.').to_lowercase();
    TITLES.contains(&low.as_str())
}

/// Whether a title before a name is a man's or a woman's.
pub(super) fn title_is_womans(word: &str) -> Option<bool> {
    match word.trim_end_matches('.').to_lowercase().as_str() {
        "mrs" | "ms" | "miss" | "dame" | "lady" | "queen" | "princess" | "duchess" | "countess"
        | "baroness" => Some(true),
        "mr" | "sir" | "lord" | "king" | "prince" | "duke" | "count" | "baron" | "father" | "pope"
        | "bishop" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_by_list_and_by_ending() {
        let check = |lemma: &str, kind: Option<EntityKind>, woman: Option<bool>| {
            assert_eq!(noun(lemma), Noun { kind, woman }, "{lemma}");
        };
        check("spokeswoman", Some(EntityKind::Person), Some(true));
        check("co-founder", Some(EntityKind::Person), None);
        check("cattleman", Some(EntityKind::Person), Some(false));
        check("ministry", Some(EntityKind::Organization), None);
        check("statement", Some(EntityKind::Document), None);
        check("weather", None, None);
    }
}
