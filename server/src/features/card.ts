import type { Analysis } from '../analysis/types';
import { describeRange } from '../dates/edtf';
import { overlaps } from '../dates/interval';
import type { Entity, Name, Provenance } from '../knowledge/types';
import type { Mention } from '../mentions/types';
import { HOUSE_TITLES, houseName } from '../rules/houseStyle';
import { LineIndex } from '../text/lineIndex';
import { spansOverlap, type Span } from '../text/span';
import { describeOrganisation, describeState } from './card/bodies';
import { describeOffice, entityName } from './card/offices';
import { describePerson } from './card/person';
import { referenceOf } from './card/reference';
import { describeEvent, describePlace } from './card/things';
import { timeCard } from './card/times';
import type { Card, CardContext, CardLink, Description } from './card/types';
import { describeTitle, describeUnresolved } from './card/unresolved';
import { mentionAt, sameMentions } from './mentionGroups';
import { itemAt } from './spans';
import { capitalise, findingText, listText, sourceAsOf } from './wording';

export type { Card, CardLink } from './card/types';

const MAX_LINES = 12;
const MAX_WARNINGS = 2;
const MAX_SPELLINGS = 5;
const MAX_LINE_NUMBERS = 8;

/** The card for what stands at an offset: a mention, else a time expression; undefined where there is neither. */
export function cardAt(analysis: Analysis, offset: number): Card | undefined {
  const mention = mentionAt(analysis, offset);
  if (mention) return mentionCard(analysis, mention);
  const time = itemAt(analysis.times, offset);
  return time && timeCard(analysis, time, warningsAt(analysis, time));
}

/** A card as plain text, one line each. */
export function cardText(card: Card): string {
  const lines = [
    card.subtitle === undefined ? card.title : `${card.title} — ${card.subtitle}`,
    ...card.warnings.map((warning) => `! ${warning}`),
    ...card.lines,
  ];
  if (card.source !== undefined) lines.push(card.source);
  for (const link of card.links) if (link.url !== undefined) lines.push(`${link.label}: ${link.url}`);
  return lines.join('\n');
}

/** The card for one mention of the analysis. */
export function mentionCard(analysis: Analysis, mention: Mention): Card {
  const { knowledge, options } = analysis;
  const context: CardContext = { analysis, reference: referenceOf(analysis) };
  const entity = mention.entity === undefined ? undefined : knowledge.entity(mention.entity);
  const span: Span = { start: mention.start, end: mention.end };
  const warnings = warningsAt(analysis, mention);
  const mentions = sameMentions(analysis, mention);
  const common = mentions.length > 1 ? [mentionedLine(analysis, mentions)] : [];
  const links = linksOf(entity, mention, mentions);
  if (!entity) {
    const unresolved = mention.kind === 'office' ? describeTitle(mention, context) : describeUnresolved(mention, context);
    return { span, warnings, links, title: unresolved.title, ...limited(unresolved, common, warnings.length) };
  }
  const description = describe(entity, context);
  const here = [standsLine(mention, context), sentenceLine(mention, context)].filter((line) => line !== '');
  const spellings = spellingsLine(entity);
  const tail = [...(spellings === '' ? [] : [spellings]), ...common];
  return {
    span, warnings, links,
    title: houseName(options, entity) ?? capitalise(entity.name),
    ...limited(
      { ...description, lines: [...here, ...description.lines], facts: [entity, ...description.facts] },
      tail, warnings.length,
    ),
  };
}

/** What a card says of an entity of any kind at the time of its context. */
export function describe(entity: Entity, context: CardContext): Description {
  switch (entity.kind) {
    case 'person': return describePerson(entity, context);
    case 'state': return describeState(entity, context);
    case 'organisation': return describeOrganisation(entity, context);
    case 'place': return describePlace(entity, context);
    case 'office': return describeOffice(entity, context);
    case 'event': return describeEvent(entity, context);
  }
}

/** Cuts the lines in the middle, never the last ones, so that the card keeps to its dozen with title, source and links. */
function limited(
  description: Description, tail: readonly string[], warnings: number,
): Pick<Card, 'subtitle' | 'lines' | 'source'> {
  const room = MAX_LINES - 3 - warnings - tail.length;
  const source = sourcesOf(description.facts);
  return {
    subtitle: description.subtitle,
    lines: [...description.lines.slice(0, room), ...tail],
    ...(source !== '' && { source }),
  };
}

/** Each source once, with the oldest of its as-of days: later than that we do not vouch for all of the card. */
function sourcesOf(facts: readonly Provenance[]): string {
  const oldest = new Map<string, number>();
  for (const { source, asOf } of facts) oldest.set(source, Math.min(asOf, oldest.get(source) ?? asOf));
  return [...oldest].slice(0, 3).map(([source, asOf]) => sourceAsOf(source, asOf)).join(' · ');
}

function warningsAt(analysis: Analysis, span: Span): readonly string[] {
  return analysis.findings.filter((finding) => spansOverlap(finding, span)).slice(0, MAX_WARNINGS).map(findingText);
}

/** "Here: the Russian government", for a place that stands for a body. */
function standsLine(mention: Mention, { analysis: { knowledge } }: CardContext): string {
  if (mention.stands === undefined) return '';
  const body = knowledge.entity(mention.stands);
  if (body?.kind !== 'state') return body ? `Here it stands for ${body.name}` : '';
  const adjective = body.names.find((name) => name.kind === 'adjective')?.text;
  return `Here it stands for the ${adjective === undefined ? `government of ${body.name}` : `${adjective} government`}`;
}

/** "When this sentence plays (March 2014): defence minister of Norland", where that is another time than the text's. */
function sentenceLine(mention: Mention, { analysis, reference }: CardContext): string {
  if (mention.kind !== 'person' || mention.entity === undefined) return '';
  const index = analysis.mentions.indexOf(mention);
  for (const claim of analysis.claims) {
    if (claim.type !== 'holds-office' || claim.person !== index) continue;
    const [range, ...others] = claim.time.ranges;
    if (!range || others.length > 0 || claim.time.basis === 'document' || overlaps(range, reference.range)) continue;
    const held = analysis.knowledge.termsAt(mention.entity, range).filter((term) => term.holds === 'yes');
    if (held.length === 0) continue;
    const offices = held.slice(0, 2).map((term) => entityName(analysis.knowledge, term.office));
    return `When this sentence plays (${describeRange(range)}): ${listText(offices)}`;
  }
  return '';
}

function spellingsLine(entity: Entity): string {
  if (entity.kind === 'office' || entity.kind === 'event') return '';
  const kinds = entity.kind === 'person' ? ['alias', 'variant', 'formal'] : ['alias', 'variant', 'acronym'];
  const spellings = new Map<string, string>();
  for (const name of entity.names) {
    const key = name.text.toLowerCase();
    if (kinds.includes(name.kind) && key !== entity.name.toLowerCase() && !spellings.has(key)) spellings.set(key, `${name.text}${housesText(name)}`);
  }
  return spellings.size === 0 ? '' : `Also: ${[...spellings.values()].slice(0, MAX_SPELLINGS).join(', ')}`;
}

/** " (AP, Guardian)" */
function housesText({ houses }: Name): string {
  return houses ? ` (${houses.map((house) => HOUSE_TITLES[house]).join(', ')})` : '';
}

function mentionedLine(analysis: Analysis, mentions: readonly Mention[]): string {
  const index = new LineIndex(analysis.source.text);
  const lines = [...new Set(mentions.map((mention) => String(index.position(mention.start).line)))];
  const shown = lines.length > MAX_LINE_NUMBERS ? `${lines.slice(0, MAX_LINE_NUMBERS).join(', ')} …` : listText(lines);
  const times = mentions.length === 2 ? 'twice' : `${mentions.length} times`;
  return `Mentioned ${times} in this text: ${lines.length === 1 ? 'line' : 'lines'} ${shown}`;
}

function linksOf(entity: Entity | undefined, mention: Mention, mentions: readonly Mention[]): readonly CardLink[] {
  const links: CardLink[] = [];
  if (entity?.wikidata !== undefined) {
    links.push({ label: 'Wikidata', url: `https://www.wikidata.org/wiki/${encodeURIComponent(entity.wikidata)}` });
  }
  const first = mentions[0];
  if (first && first !== mention) links.push({ label: 'First mention', span: { start: first.start, end: first.end } });
  return links;
}
