import { fold } from '../text/fold';

/**
 * Optimal string alignment distance (Damerau–Levenshtein without edits inside a transposition): insertions, deletions, substitutions and swaps of
 * neighbours, one each. Answers `max + 1` as soon as the distance must exceed `max`. Case counts.
 */
export function editDistance(a: string, b: string, max = Infinity): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, older[j - 2]! + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > max) return max + 1;
    older = previous;
    previous = row;
  }
  return Math.min(previous[b.length]!, max + 1);
}

/**
 * How alike two names sound or look, 0 to 1; 1 for the same name in two romanisations. Above 0.7 one can be a slip for the other.
 *
 * Both names are cut into sounds that romanisations agree on ("x", "sh" and "sch" are one; so are "zh" and "j", "q" and "k"), and compared by a weighted
 * edit distance in which vowels and sounds of one family are cheap (as ALINE does: Kondrak 2000, "A new algorithm for the alignment of phonetic
 * sequences"); a common beginning counts for more, as in Jaro–Winkler. The look of the names, by {@link editDistance}, counts when it says more.
 */
export function nameSimilarity(a: string, b: string): number {
  const left = letters(a);
  const right = letters(b);
  if (left === '' || right === '') return 0;
  if (left === right) return 1;
  const sound = soundSimilarity(sounds(left), sounds(right));
  const look = 1 - editDistance(left, right) / Math.max(left.length, right.length);
  return Math.max(sound, (sound + look) / 2);
}

function letters(name: string): string {
  return fold(name).toLowerCase().replace(/[^a-z]/g, '');
}

/** Spellings of sounds, longest first; capitals are sounds of two letters. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ['schtsch', 'S'], ['shch', 'S'], ['chr', 'kr'], ['tsch', 'C'], ['sch', 'S'], ['dzh', 'Z'], ['tch', 'C'], ['dsch', 'Z'], ['zh', 'Z'], ['dj', 'Z'], ['dz', 'z'], ['sh', 'S'], ['ch', 'C'], ['kh', 'h'],
  ['gh', 'g'], ['ph', 'f'], ['th', 't'], ['ts', 'z'], ['tz', 'z'], ['ck', 'k'], ['ng', 'N'], ['ou', 'u'], ['oo', 'u'], ['ee', 'i'], ['ei', 'i'], ['ie', 'i'], ['iy', 'i'],
  ['yy', 'i'], ['ij', 'i'], ['ii', 'i'], ['qu', 'k'], ['x', 'S'], ['q', 'k'], ['c', 'k'], ['w', 'v'], ['j', 'Z'], ['y', 'i'],
];

const VOWELS = new Set(['a', 'e', 'i', 'o', 'u']);
const VOWEL_WEIGHT = 0.3;
const VOWEL_CHANGE = 0.15;
const UNLIKE = 1.2;

/** Costs of changing one consonant into a related one. */
const RELATED = new Map<string, number>();
for (const [pair, cost] of [
  ['Zg', 0.4], ['gk', 0.4], ['kh', 0.5], ['gh', 0.5], ['CS', 0.4], ['CZ', 0.4], ['SZ', 0.4], ['Ss', 0.4], ['Zz', 0.4], ['zs', 0.4], ['Ck', 0.5], ['Cz', 0.5],
  ['bp', 0.5], ['dt', 0.5], ['fv', 0.4], ['bv', 0.6], ['Nn', 0.4], ['mn', 0.6], ['lr', 0.7], ['dn', 0.7], ['td', 0.5], ['ks', 0.7], ['kC', 0.5],
] as const) {
  RELATED.set(pair, cost);
  RELATED.set(pair[1]! + pair[0]!, cost);
}

function sounds(name: string): string {
  let result = '';
  const bare = name.length > 3 && name.endsWith('e') && !VOWELS.has(name.charAt(name.length - 2)) ? name.slice(0, -1) : name;
  for (let at = 0; at < bare.length; ) {
    const spelling = SPELLINGS.find(([written]) => bare.startsWith(written, at));
    const sound = spelling ? spelling[1] : bare.charAt(at);
    if (result.charAt(result.length - 1) !== sound) result += sound;
    at += spelling ? spelling[0].length : 1;
  }
  return result;
}

const weightOf = (sound: string): number => (VOWELS.has(sound) ? VOWEL_WEIGHT : 1);

function changeCost(a: string, b: string): number {
  if (a === b) return 0;
  const [aVowel, bVowel] = [VOWELS.has(a), VOWELS.has(b)];
  if (aVowel && bVowel) return VOWEL_CHANGE;
  if (aVowel !== bVowel) return UNLIKE;
  return RELATED.get(a + b) ?? UNLIKE;
}

function soundSimilarity(a: string, b: string): number {
  let previous = [0];
  for (let j = 1; j <= b.length; j++) previous.push(previous[j - 1]! + weightOf(b[j - 1]!));
  const whole = Math.max(previous[b.length]!, [...a].reduce((sum, sound) => sum + weightOf(sound), 0));
  for (let i = 1; i <= a.length; i++) {
    const row = [previous[0]! + weightOf(a[i - 1]!)];
    for (let j = 1; j <= b.length; j++) {
      row.push(Math.min(
        previous[j]! + weightOf(a[i - 1]!), row[j - 1]! + weightOf(b[j - 1]!), previous[j - 1]! + changeCost(a[i - 1]!, b[j - 1]!),
      ));
    }
    previous = row;
  }
  const plain = Math.max(0, 1 - previous[b.length]! / whole);
  if (plain < 0.6) return plain;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++;
  return plain + prefix * 0.1 * (1 - plain);
}
