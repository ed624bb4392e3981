import type { EntityId } from '../knowledge/types';
import { nameSimilarity } from '../mentions/similarity';
import type { Mention } from '../mentions/types';
import { fold } from '../text/fold';
import { replace } from './fixes';
import { houseName, styleTitle } from './houseStyle';
import type { Draft, Rule, RuleContext } from './rule';

/** Names of one entity that are at least this alike are spellings of one name; others ("Holland") are other names. */
const SPELLING = 0.6;
const KINDS: ReadonlySet<Mention['kind']> = new Set(['person', 'place', 'state']);
/** Matches of another sort are no spellings: an acronym stands for the name, a former name was another name in its time. */
const SPELLED: ReadonlySet<Mention['by']> = new Set(['full', 'alias', 'variant', 'family']);

export const nameVariant: Rule = {
  id: 'name-variant',
  title: 'One name, two spellings',
  description: 'A person or place spelt in two ways in one text, or not as the house style has it.',
  defaultSeverity: 'warning',
  *check(context) {
    const { discourse } = context;
    const byEntity = new Map<EntityId, Mention[]>();
    for (const mention of discourse.mentions) {
      if (mention.entity === undefined || !KINDS.has(mention.kind) || !SPELLED.has(mention.by) || mention.quoted) continue;
      const group = byEntity.get(mention.entity);
      if (group) group.push(mention);
      else byEntity.set(mention.entity, [mention]);
    }
    for (const [entity, mentions] of byEntity) yield* check(context, entity, mentions);
  },
};

function* check(context: RuleContext, entity: EntityId, mentions: readonly Mention[]): Iterable<Draft> {
  const { options } = context;
  const known = context.discourse.knowledge.entity(entity)!;
  const house = houseName(options, known);
  const first = mentions[0]!;
  for (const mention of mentions) {
    const reference = house === undefined ? firstUnlike(mention, mentions) : undefined;
    const right = house === undefined ? reference && spellingLike(mention, reference) : houseSpelling(mention, house);
    if (right === undefined || same(right, mention.text)) continue;
    // Both spellings in one sentence are there on purpose.
    if (reference && mentions.some((other) => inOneSentence(other, mention) && !same(lastWord(other.text), lastWord(mention.text)))) continue;
    const others = mentions.filter((other) => same(lastWord(other.text), lastWord(mention.text)));
    yield {
      start: mention.start,
      end: mention.end,
      message: house === undefined
        ? `'${mention.text}' is spelt '${right}' above.`
        : `${styleTitle(options, known)} has '${right}'.`,
      fixes: [
        replace(mention, right, { preferred: true }),
        ...(house === undefined && reference ? [everywhere(mentions.filter((other) => !others.includes(other)), mention)] : []),
      ],
      related: [{ span: reference ?? first, message: house === undefined ? 'The other spelling' : 'First mention' }],
      slip: `${entity}:${fold(mention.text)}`,
    };
  }
}

/** The first mention of the entity, if this one spells the shared part of the name otherwise. */
function firstUnlike(mention: Mention, mentions: readonly Mention[]): Mention | undefined {
  const first = mentions[0]!;
  if (mention === first || isLongerForm(first.text, mention.text)) return undefined;
  const shared = sharedParts(first, mention);
  return shared && isRespelt(...shared) ? first : undefined;
}

/**
 * The parts of two forms of a name that ought to be spelt alike: names of one length as they are; of a person's longer and shorter form
 * the last words. Undefined where the forms are too unlike in length to be compared.
 */
function sharedParts(a: Mention, b: Mention): [string, string] | undefined {
  if (words(a.text).length === words(b.text).length) return [a.text, b.text];
  return a.kind === 'person' && (a.by === 'family' || b.by === 'family') ? [lastWord(a.text), lastWord(b.text)] : undefined;
}

/** Word by word the same or alike, and not the same throughout; titles and initials are no spellings. */
function isRespelt(a: string, b: string): boolean {
  const x = a.split(/\s+/);
  const y = b.split(/\s+/);
  let differs = false;
  for (let i = 0; i < x.length; i++) {
    if (same(x[i]!, y[i]!)) continue;
    if (x[i]!.endsWith('.') || y[i]!.endsWith('.') || nameSimilarity(x[i]!, y[i]!) < SPELLING) return false;
    differs = true;
  }
  return differs;
}

/** "Kim Jong Un" against "Kim", "the Emirates" against "United Arab Emirates": one is part of the other, not another spelling. */
function isLongerForm(a: string, b: string): boolean {
  const x = words(a);
  const y = words(b);
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  return short.every((word) => word === 'the' || long.includes(word));
}

function words(text: string): string[] {
  return fold(text).toLowerCase().split(/[\s-]+/);
}

/** This mention, with the shared part spelt as the reference has it. */
function spellingLike(mention: Mention, reference: Mention): string {
  const shared = sharedParts(reference, mention);
  return shared ? mention.text.replace(shared[1], shared[0]) : mention.text;
}

/** The house form, as long as the mention: its last word for a surname. */
function houseSpelling(mention: Mention, house: string): string | undefined {
  if (mention.by === 'family') {
    const words = house.split(/\s+/);
    return words.length === 1 ? house : words.at(-1)!;
  }
  const houseWords = house.split(/\s+/);
  const words = mention.text.split(/\s+/);
  return houseWords.length === 1 && words.length > 1 ? [...words.slice(0, -1), house].join(' ') : house;
}

function inOneSentence(a: Mention, b: Mention): boolean {
  return a.block === b.block && a.sentence === b.sentence;
}

function everywhere(mentions: readonly Mention[], like: Mention): ReturnType<typeof replace> {
  return {
    title: `Spell it '${lastWord(like.text)}' everywhere in this text`,
    edits: mentions.map((mention) => ({ start: mention.start, end: mention.end, newText: spellingLike(mention, like) })),
  };
}

function lastWord(text: string): string {
  return text.split(/\s+/).at(-1)!;
}

/** Alike but for accents and case: that is not this rule's matter. */
function same(a: string, b: string): boolean {
  return fold(a).toLowerCase() === fold(b).toLowerCase();
}
