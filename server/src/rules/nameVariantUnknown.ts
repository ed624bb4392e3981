import { editDistance } from '../mentions/similarity';
import type { Span } from '../text/span';
import { HONORIFICS, isCapitalised, opensSentence, unknownWords, type UnknownWord } from './unknownNames';
import { replace } from './fixes';
import { spellingIndex } from './spellingIndex';
import type { Draft, Rule, RuleContext } from './rule';

const SHORTEST = 5;
const SHORTEST_ALONE = 6;
/** A spelling that comes back this often is a name of its own. */
const KEPT_TO = 3;
/** Endings that tell a woman's name from a man's, or a people from a place. */
const RELATED_FORM = /(?:a|ova|eva|ska|skaya|s|n|an|ian|i|e|o)$/;

/** Endings of singular and plural: "Guardsman", "Guardsmen", "Bureaux". */
const NUMBER = /(?:s|x|man|men)$/;

/** Nouns that titles and institutions are made of. */
const INSTITUTIONAL = new Set(['States', 'Status', 'State', 'Nations', 'National', 'Parties', 'Party', 'Council', 'Counsel', 'Charter', 'Agenda', 'Goals', 'Convention', 'Conference', 'Assembly', 'Committee', 'Minister', 'Ministry', 'Members', 'Rights', 'Principles', 'Principals', 'General', 'Generals', 'Treaty', 'Summit', 'Islands', 'Island']);

/** A run of capitalised words that nothing has recognised. */
interface UnknownName extends Span {
  readonly words: readonly UnknownWord[];
  /** Last word, folded: the surname of a person. */
  readonly last: string;
}

export const nameVariantUnknown: Rule = {
  id: 'name-variant-unknown',
  title: 'Two spellings of a name that we do not know',
  description: 'A name spelt in two ways in one text: the same forename with nearly the same surname, or a surname nearly that of a person introduced above.',
  defaultSeverity: 'warning',
  yieldsTo: ['name-misspelt', 'name-variant', 'name-confusion'],
  *check(context) {
    const common = lowerCaseWords(context);
    const known = spellingIndex(context.discourse.knowledge);
    const names = unknownNames(context)
      .filter((name) => !name.words.some((word) => word.titleCase || !context.mayJudge(word)))
      .filter(({ last }) => !common.has(last.toLowerCase()) && !INSTITUTIONAL.has(last) && !known.isName(last));
    const counts = new Map<string, number>();
    for (const name of names) counts.set(name.last, (counts.get(name.last) ?? 0) + 1);
    const introduced: UnknownName[] = [];
    for (const name of names) {
      const earlier = name.words.length > 1 ? sameForename(name, introduced) : sameSurname(name, introduced);
      if (earlier && counts.get(name.last)! < KEPT_TO) yield draftOf(name, earlier);
      else if (name.words.length > 1) introduced.push(name);
    }
  },
};

function draftOf(name: UnknownName, earlier: UnknownName): Draft {
  const wrong = name.words.at(-1)!;
  const right = earlier.words.at(-1)!;
  return {
    start: wrong.start,
    end: wrong.end,
    message: `'${wrong.text}' is spelt '${right.text}' above.`,
    fixes: [
      replace(wrong, right.text, { preferred: true }),
      replace(right, wrong.text, { title: `Change '${right.text}' above to '${wrong.text}'` }),
    ],
    related: [{ span: right, message: 'The other spelling' }],
    unknownName: true,
    slip: wrong.folded,
  };
}

/** "Maureen Halliwell" above, "Maureen Haliwell" here. */
function sameForename(name: UnknownName, introduced: readonly UnknownName[]): UnknownName | undefined {
  if (introduced.some((other) => other.last === name.last)) return undefined;
  return introduced.find((other) => other.words[0]!.folded === name.words[0]!.folded && other.words.length === name.words.length && isRespelt(name.last, other.last, 2));
}

/** "Günter Schabowski" above, "Schabovski" here. */
function sameSurname(name: UnknownName, introduced: readonly UnknownName[]): UnknownName | undefined {
  if (name.last.length < SHORTEST_ALONE || introduced.some((other) => other.words.some((word) => word.folded === name.last))) return undefined;
  const near = introduced.filter((other) => other.last.length >= SHORTEST_ALONE && isRespelt(name.last, other.last, 1));
  return new Set(near.map((other) => other.last)).size === 1 ? near[0] : undefined;
}

function isRespelt(a: string, b: string, most: number): boolean {
  if (a === b || a[0] !== b[0] || Math.min(a.length, b.length) < SHORTEST) return false;
  if (a.replace(NUMBER, '') === b.replace(NUMBER, '')) return false;
  if (a.startsWith(b) && RELATED_FORM.test(a) || b.startsWith(a) && RELATED_FORM.test(b)) return false;
  const limit = Math.min(a.length, b.length) >= 6 ? most : 1;
  const distance = editDistance(a.toLowerCase(), b.toLowerCase(), limit);
  // "Svobodova" and "Svobodovy" differ in the ending alone, as inflected forms do.
  return distance <= limit && !(a.slice(0, -1) === b.slice(0, -1));
}

/** Words that the text also writes small: "Status" is then no name. */
function lowerCaseWords({ discourse }: RuleContext): ReadonlySet<string> {
  const words = new Set<string>();
  for (const reading of discourse.readings) for (const token of reading.tokens) if (token.shape === 'lower') words.add(token.lower);
  return words;
}

function unknownNames(context: RuleContext): UnknownName[] {
  const names: UnknownName[] = [];
  let run: UnknownWord[] = [];
  const close = () => {
    // "Ms Tostrup", "Later Macorn": title and opener are no part of the name.
    while (run.length > 0 && (HONORIFICS.has(run[0]!.text.toLowerCase()) || (run[0]!.initial && opensSentence(run[0]!.text.toLowerCase())))) run.shift();
    const whole = run;
    run = [];
    const previous = whole[0]?.previous;
    if (whole.length === 0 || (isCapitalised(previous) && !HONORIFICS.has(previous!.lower)) || isCapitalised(whole.at(-1)!.next)) return;
    // The first word of a sentence has its capital from there; in a longer name the surname still counts.
    if (whole.length === 1 && whole[0]!.initial && whole[0]!.next?.text !== "'s") return;
    names.push({ words: whole, start: whole[0]!.start, end: whole.at(-1)!.end, last: whole.at(-1)!.folded });
  };
  for (const word of unknownWords(context.discourse)) {
    const previous = run.at(-1);
    if (previous && (previous.block !== word.block || previous.sentence !== word.sentence || word.start - previous.end > 1)) close();
    run.push(word);
  }
  close();
  return names;
}
