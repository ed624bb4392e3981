import type { Entity, EntityId } from '../knowledge/types';
import { fold } from '../text/fold';

/** States whose names reach English from a script without vowels, or by several romanisations that differ in them. */
const LOOSE_VOWELS: ReadonlySet<EntityId> = new Set([
  'algeria', 'bahrain', 'egypt', 'iraq', 'jordan', 'kuwait', 'lebanon', 'libya', 'mauritania', 'morocco', 'oman', 'palestine', 'qatar', 'saudi-arabia', 'sudan', 'syria', 'tunisia',
  'united-arab-emirates', 'yemen', 'comoros', 'djibouti', 'somalia', 'chad', 'western-sahara', 'iran', 'afghanistan', 'tajikistan', 'pakistan', 'israel', 'india', 'bangladesh', 'nepal',
  'bhutan', 'sri-lanka', 'maldives', 'thailand', 'laos', 'cambodia', 'myanmar', 'ethiopia', 'eritrea', 'indonesia', 'malaysia', 'brunei', 'turkey', 'azerbaijan', 'kazakhstan', 'kyrgyzstan',
  'uzbekistan', 'turkmenistan',
]);
/** States whose names are romanised in several ways that differ in consonants and in i and y. */
const SEVERAL_SPELLINGS: ReadonlySet<EntityId> = new Set([
  'russia', 'soviet-union', 'belarus', 'ukraine', 'bulgaria', 'serbia', 'north-macedonia', 'montenegro', 'yugoslavia', 'abkhazia', 'south-ossetia', 'transnistria', 'mongolia', 'greece', 'cyprus',
  'georgia', 'armenia', 'south-korea', 'north-korea', 'taiwan',
]);

/**
 * Whether two spellings are romanisations of one name: "Kharazi" and "Kharrazi", "Timoshenko" and "Tymoshenko". How far they may differ hangs on the
 * script from which the names of a person's states come; names written in Latin letters have one spelling, but for umlauts ("Schuessel").
 */
export function sameRomanisation(entity: Entity, a: string, b: string): boolean {
  const x = fold(a).toLowerCase();
  const y = fold(b).toLowerCase();
  if (plain(x) === plain(y)) return true;
  // Places and states have settled names in English.
  if (entity.kind !== 'person') return false;
  const states = entity.nationality;
  const loose = states.some((id) => LOOSE_VOWELS.has(id));
  if (!loose && !states.some((id) => SEVERAL_SPELLINGS.has(id))) return false;
  return consonants(x) === consonants(y) || (loose && vowels(consonants(x)) === vowels(consonants(y)));
}


/** What any house may romanise differently: "Tokaev" and "Tokayev", "Khartum" and "Khartoum"; umlauts written out. */
function plain(name: string): string {
  return name.replace(/[aou]e/g, (pair) => pair[0]!).replace(/ou/g, 'u').replace(/[iy]ev(a?)$/, 'ev$1').replace(/kh/g, 'h');
}

function consonants(name: string): string {
  return name.replace(/['’-]/g, '')
    .replace(/tsch|tch|ch/g, 'c').replace(/dzh|dj|zh/g, 'j').replace(/sch|sh/g, 's').replace(/kh/g, 'h').replace(/gh/g, 'g').replace(/ph/g, 'f').replace(/th/g, 't').replace(/ts|tz/g, 'z')
    .replace(/ks/g, 'x').replace(/[qc](?=[aou])|q/g, 'k').replace(/w/g, 'v').replace(/ou|oo|ov(?=[^aeiouy])/g, 'u').replace(/y/g, 'i').replace(/i+/g, 'i').replace(/(.)\1+/g, '$1')
    .replace(/i(?=[aeou])/g, '').replace(/ii?$/, 'i');
}

function vowels(name: string): string {
  return name.replace(/[aei]+/g, 'a').replace(/[ou]+/g, 'u').replace(/j/g, 'a').replace(/a+/g, 'a').replace(/a?h?$/, '');
}
