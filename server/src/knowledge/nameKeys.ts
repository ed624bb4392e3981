import { fold } from '../text/fold';

/** Words of a name, with the key under which a text word is compared: folded, lower case, without dots and apostrophes. */
export function nameWords(text: string): { readonly text: string; readonly key: string }[] {
  const words: { text: string; key: string }[] = [];
  for (const part of fold(text).split(/[\s,()/\u2013\u2014-]+/)) {
    const key = wordKey(part);
    if (key !== '') words.push({ text: part, key });
  }
  return words;
}

/** The keys of a name, joined with spaces. */
export function keysOf(text: string): string {
  return nameWords(text).map((word) => word.key).join(' ');
}

/**
 * Key of one folded word. A possessive ending stays as `'s`, so that "Lao People's" and "Workers'" are kept apart from the plain words;
 * other apostrophes and dots go: "U.S." and "US", "Sana'a" and "Sanaa" are one.
 */
export function wordKey(folded: string): string {
  const lower = folded.toLowerCase();
  if (!/['."]/.test(lower)) return lower;
  const possessive = /.'s?$/.test(lower) ? "'s" : '';
  return lower.replace(/'s?$/, '').replace(/['."]/g, '') + possessive;
}

/** Prefixes of compounds that stand for an adjective. */
export const COMPOUND_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['sino', 'chinese'], ['russo', 'russian'], ['franco', 'french'], ['anglo', 'british'], ['indo', 'indian'], ['austro', 'austrian'], ['turco', 'turkish'],
  ['greco', 'greek'], ['italo', 'italian'], ['luso', 'portuguese'], ['israelo', 'israeli'], ['polono', 'polish'], ['perso', 'iranian'], ['japano', 'japanese'],
]);
