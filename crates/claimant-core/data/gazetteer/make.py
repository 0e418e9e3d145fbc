"""Makes countries.tsv, places.tsv and given_names.tsv of openly licensed lists. Standard library only.

Usage: make.py GAZETTEERS (a folder with cldr_en/, factbook.jsonl, world_cities.csv and person_names/kantrowitz/)

countries.tsv    code, then names, capitals and demonyms, each joined by "|". Names by code: Unicode CLDR; capitals,
                 demonyms and long names: The World Factbook (public domain).
places.tsv       name and country, of CLDR's subdivisions (ISO 3166-2) and GeoNames' cities of more than 15,000
                 people; only names that lie in one country, and no countries or capitals.
given_names.tsv  given names and the gender of those who bear them (Mark Kantrowitz's lists); names in both are left out.
"""
import csv, json, pathlib, re, sys, unicodedata

root, here = pathlib.Path(sys.argv[1]), pathlib.Path(__file__).resolve().parent

# The Factbook's names that CLDR writes otherwise.
OTHERWISE = {
    "Burma": "MM", "Congo, Democratic Republic of the": "CD", "Congo, Republic of the": "CG", "Cote d'Ivoire": "CI",
    "Turkey (Turkiye)": "TR", "Turkey": "TR", "Bahamas, The": "BS", "Gambia, The": "GM", "Micronesia, Federated States of": "FM",
    "Korea, North": "KP", "Korea, South": "KR", "Holy See (Vatican City)": "VA", "Czechia": "CZ", "Hong Kong": "HK",
    "Macau": "MO", "Gaza Strip": "PS", "West Bank": "PS", "Falkland Islands (Islas Malvinas)": "FK", "Cabo Verde": "CV",
    "Virgin Islands": "VI", "Saint Martin": "MF", "Palestine": "PS", "Congo (Brazzaville)": "CG", "The Gambia": "GM",
    "Côte d'Ivoire": "CI", "Sao Tome and Principe": "ST", "The Bahamas": "BS", "The Dominican": "DO", "Saint Kitts and Nevis": "KN",
    "Saint Vincent and the Grenadines": "VC", "Gaza, Gaza Strip": "PS", "Russian Federation": "RU", "Syrian Arab Republic": "SY",
}
# What newspapers call them beside the lists' names, and demonyms that the Factbook gives by a shorter name.
ALSO = {
    "US": ["U.S.", "US", "USA", "U.S.A.", "America", "United States of America"], "GB": ["UK", "U.K.", "Britain", "Great Britain"],
    "KP": ["DPRK"], "AE": ["UAE"], "CD": ["DR Congo", "DRC"], "CZ": ["Czech Republic"], "TR": ["Türkiye", "Turkiye"],
    "MM": ["Burma"], "CI": ["Ivory Coast"], "VA": ["Vatican", "Holy See"], "CV": ["Cape Verde"], "SZ": ["Swaziland"],
    "MK": ["Macedonia"], "TL": ["East Timor"], "PS": ["Palestine"], "BA": ["Bosnia and Herzegovina", "Bosnia"], "RU": ["Russian Federation"],
}
DEMONYMS = {"KP": ["North Korean", "North Koreans"], "KR": ["South Korean", "South Koreans"], "US": ["U.S.", "US"], "GB": ["UK"],
            "CD": [], "VA": ["Vatican"], "NL": ["Dutch"], "AE": ["Emirati", "Emiratis"], "CI": ["Ivorian", "Ivorians"],
            "CF": ["Central African", "Central Africans"], "PS": ["Palestinian", "Palestinians"], "DO": [],
            "DE": ["German", "Germans"], "DK": ["Danish", "Dane", "Danes"], "HK": ["Hong Konger", "Hong Kongers"],
            "KG": ["Kyrgyz"], "KZ": ["Kazakh", "Kazakhs"], "UZ": ["Uzbek", "Uzbeks"], "TM": ["Turkmen"], "TJ": ["Tajik", "Tajiks"],
            "XK": ["Kosovar", "Kosovars"], "AZ": ["Azeri", "Azeris"], "NP": ["Nepalese"], "TW": ["Taiwanese"],
            "AR": ["Argentinian", "Argentinians"]}
CAPITALS_ONLY = {"CI": ["Yamoussoukro"], "CF": ["Bangui"], "AE": ["Abu Dhabi"], "FM": ["Palikir"], "VA": ["Vatican City"]}
# Adjectives of more than one country tell none.
CAPITALS = {"UA": ["Kyiv", "Kiev"], "US": ["Washington"], "KZ": ["Astana"], "VA": [], "IL": ["Jerusalem"], "NL": [], "MM": ["Naypyidaw"],
            "BO": ["La Paz", "Sucre"], "CL": ["Santiago"], "ZA": ["Pretoria"], "LK": ["Colombo"], "NG": ["Abuja"], "TZ": ["Dodoma"],
            "TW": ["Taipei"], "CI": ["Yamoussoukro"], "BE": [], "PS": ["Ramallah"], "CH": ["Bern", "Berne"], "MC": [], "SG": [], "LU": [],
            "SM": [], "DJ": [], "PA": [], "GT": [], "KW": [], "SV": [], "MX": []}


def clean(name):
    return re.sub(r"\s+", " ", name.replace("\t", " ")).strip()


def plain(name):
    """As one types it: without marks on letters."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


territories = json.loads((root / "cldr_en/territories.json").read_text())["main"]["en"]["localeDisplayNames"]["territories"]
countries = {}
for code, name in territories.items():
    code = code.split("-alt")[0]
    if re.fullmatch("[A-Z]{2}", code) and code not in ("EU", "EZ", "UN", "ZZ", "QO", "XA", "XB"):
        names = countries.setdefault(code, {"names": [], "capitals": [], "demonyms": []})["names"]
        for form in [name, name.replace(" & ", " and "), name.replace("St.", "Saint"), plain(name), re.sub(r" \(.*\)| - .*", "", name)]:
            if form not in names and len(form) > 2:
                names.append(form)
by_name = {name.lower(): code for code, entry in countries.items() for name in entry["names"]} | {k.lower(): v for k, v in OTHERWISE.items()}

for line in (root / "factbook.jsonl").read_text().splitlines():
    fact = json.loads(line)
    code = by_name.get(fact["name"].lower())
    if not code:
        continue
    entry = countries[code]
    long = clean(re.split(r"[;(]", fact.get("long_name") or "")[0])
    if long and long.lower() not in ("none", "n/a") and long not in entry["names"] and "conventional" not in long:
        entry["names"].append(long)
    capital = clean(re.split(r"[;(,]| note", fact.get("capital") or "")[0])
    if capital and capital.lower() not in ("none", "n/a"):
        entry["capitals"] += [form for form in dict.fromkeys([capital, plain(capital)])]
    for field in ("nationality_noun", "nationality_adjective"):
        for form in re.split(r"[,;]| or ", re.sub(r"\((singular|plural|singular and plural|collective plural|same)[^)]*\)", "", fact.get(field) or "")):
            form = clean(re.sub(r"^note.*", "", form))
            match = re.fullmatch(r"([A-Z][\w' -]+?)\((s|men|es)\)", form)
            forms = [form] if not match else [match[1], match[1] + "s"] if match[2] == "s" else [match[1], match[1][:-3] + "men"]
            entry["demonyms"] += [f for f in forms if re.fullmatch(r"[A-Z][\w' -]+", f) and f not in entry["demonyms"]]
for code, more in ALSO.items():
    countries[code]["names"] += [n for n in more if n not in countries[code]["names"]]
for code, capitals in CAPITALS.items():
    countries[code]["capitals"] = capitals
for code, capitals in CAPITALS_ONLY.items():
    countries[code]["capitals"] = capitals
owners = {}
for code, entry in countries.items():
    for demonym in entry["demonyms"]:
        owners.setdefault(demonym, set()).add(code)
# Dependencies share their owner's demonym: the independent country is meant.
for demonym, codes in owners.items():
    keep = [c for c in codes if any(n.startswith(demonym[:4]) for n in countries[c]["names"])] or (["GB"] if "GB" in codes else ["US"] if "US" in codes else [])
    for code in codes:
        if len(codes) > 1 and (len(keep) != 1 or code != keep[0]):
            countries[code]["demonyms"].remove(demonym)

for code, demonyms in DEMONYMS.items():
    known = [d for d in countries[code]["demonyms"] if not d.startswith("Korean")]
    countries[code]["demonyms"] = known + [d for d in demonyms if d not in known]

lines = ["# code\tnames\tcapitals\tdemonyms. Made by make.py of Unicode CLDR (LICENSE-unicode) and The World Factbook (public domain)."]
taken = set()
for code in sorted(countries):
    entry = countries[code]
    taken |= {n for key in entry for n in entry[key]}
    lines.append("\t".join([code] + ["|".join(entry[key]) for key in ("names", "capitals", "demonyms")]))
(here / "countries.tsv").write_text("\n".join(lines) + "\n")

places = {}
subdivisions = json.loads((root / "cldr_en/subdivisions.json").read_text())
for code, name in subdivisions["subdivisions"]["localeDisplayNames"]["subdivisions"].items():
    if not re.fullmatch("[a-z]{2}[a-z0-9]{1,3}", code):
        continue
    for form in {name, plain(name)}:
        places.setdefault(form, set()).add(code[:2].upper())
# A state or province goes before towns of its name elsewhere.
states = {name: codes for name, codes in places.items() if len(codes) == 1}
places = dict(places)
for row in csv.DictReader((root / "world_cities.csv").open()):
    code = by_name.get(row["country"].lower())
    for form in {row["name"], plain(row["name"])}:
        places[form] = places.get(form, set()) | {code or "?"}
places |= states
kept = {n: next(iter(c)) for n, c in places.items() if len(c) == 1 and "?" not in c and n not in taken and len(n) > 2 and "\t" not in n and n[0].isupper()}
lines = ["# name\tcountry. Made by make.py of Unicode CLDR (LICENSE-unicode) and GeoNames (CC BY 4.0, https://www.geonames.org)."]
lines += [f"{name}\t{kept[name]}" for name in sorted(kept, key=lambda n: n.encode())]
(here / "places.tsv").write_text("\n".join(lines) + "\n")

genders = {}
for gender, file in (("f", "female.txt"), ("m", "male.txt")):
    for name in (root / "person_names/kantrowitz" / file).read_text(encoding="latin-1").split():
        if name[0].isalpha():
            genders.setdefault(name, set()).add(gender)
lines = ["# Given name and gender. Made by make.py of the Names Corpus 1.3, (C) 1991 Mark Kantrowitz, additions by Bill Ross (README-names)."]
lines += [f"{name}\t{next(iter(genders[name]))}" for name in sorted(genders, key=lambda n: n.encode()) if len(genders[name]) == 1]
(here / "given_names.tsv").write_text("\n".join(lines) + "\n")
