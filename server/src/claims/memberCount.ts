import { numberValue, readNumber } from './numbers';
import type { Discourse } from './discourse';
import { modalityOf } from './modality';
import type { StatementTimes } from './statementTime';
import type { MemberCountClaim } from './types';
import type { Span } from '../text/span';
import type { Token } from '../text/types';

const MEMBER_NOUNS = new Set(['member', 'members', 'member-state', 'member-states', 'nation', 'nations', 'country', 'countries', 'state', 'states']);
const COMPOUND_NOUNS = new Set(['member', 'nation', 'country', 'state']);
const BLOC_NOUNS = new Set(['bloc', 'alliance', 'organisation', 'organization', 'group', 'grouping', 'club', 'union', 'association', 'community', 'pact', 'council', 'cartel', 'body']);
/** Words between the number and "members" that leave the count what it is. */
const NEUTRAL = new Set(['full', 'current', 'present', '-', 'sovereign']);
const VAGUE = new Set(['about', 'around', 'nearly', 'almost', 'over', 'some', 'roughly', 'than', 'least', 'most', 'other', 'remaining', 'of', 'new', 'first', 'original', 'founding', 'another', 'further', 'any', 'only', 'to', 'or', 'no', 'number']);
/** In front of the number: all of them are counted. */
const WHOLE = new Set(['the', 'all', 'its', "'s", 'these', 'those', 'between', 'among']);
/** Behind the name: only some of the members. */
const RESTRICTING = new Set(['that', 'who', 'which', 'with', 'without', 'on', 'in', 'bordering', 'whose', 'not', 'outside', 'east', 'west', 'around', 'along', 'opposed', 'still', 'to']);
/** "The 15-member UN body": a part of the organisation. */
const PARTS = new Set(['body', 'council', 'panel', 'committee', 'commission', 'mission', 'force', 'board', 'delegation', 'team', 'secretariat', 'presidency', 'parliament', 'assembly', 'executive', 'court', 'bureau']);
const HAVE = new Set(['has', 'had', 'have', 'counts', 'counted', 'with', 'numbers', 'unites', 'comprises', 'brings']);

/** "the 31-member alliance", "NATO has 31 members", "its 193 members", "the bloc's 27 member states". */
export function memberCountClaims(discourse: Discourse, times: StatementTimes): MemberCountClaim[] {
  const claims: MemberCountClaim[] = [];
  discourse.readings.forEach((reading, block) => {
    const offset = discourse.block(block).start;
    reading.sentences.forEach((sentence, number) => {
      const dated = discourse.timesIn(block, number).some((t) => discourse.times[t]!.anchor === 'explicit');
      for (let i = sentence.first; i < sentence.last; i++) {
        const count = countAt(reading.tokens, i, sentence.last, dated);
        if (!count) continue;
        const start = offset + reading.tokens[i]!.start;
        const span = { start, end: count.numberLength === undefined ? offset + reading.tokens[count.numberEnd - 1]!.end : start + count.numberLength };
        const nounEnd = offset + reading.tokens[count.end - 1]!.end;
        if (reading.tokens[count.end]?.shape === 'capital' && count.compound && !startsMention(discourse, block, number, offset + reading.tokens[count.end]!.start)) continue;
        const mention = organisationOf(discourse, block, number, span, nounEnd, count.compound);
        if (mention === undefined || goesOn(discourse, mention, reading.tokens, offset)) continue;
        claims.push(toClaim(discourse, times, { block, sentence: number, mention, count: count.value, span, nounEnd }));
      }
    });
  });
  return claims;
}

function startsMention(discourse: Discourse, block: number, sentence: number, offset: number): boolean {
  return discourse.mentionsIn(block, sentence).some((i) => discourse.mentions[i]!.start === offset);
}

/** "the 27-member ASEAN Regional Forum": the name is part of a longer one. */
function goesOn(discourse: Discourse, mention: number, tokens: readonly Token[], offset: number): boolean {
  const { end } = discourse.mentions[mention]!;
  const next = tokens.find((token) => offset + token.start >= end);
  return next !== undefined && next.shape === 'capital' && next.kind === 'word' && discourse.sameBlock(end, offset);
}

interface Found {
  readonly block: number;
  readonly sentence: number;
  readonly mention: number;
  readonly count: number;
  readonly span: Span;
  readonly nounEnd: number;
}

function toClaim(discourse: Discourse, times: StatementTimes, found: Found): MemberCountClaim {
  const mention = discourse.mentions[found.mention]!;
  const quoted = discourse.readings[found.block]!.quotations.some(
    (quotation) => quotation.start + discourse.block(found.block).start <= found.span.start && found.span.end <= quotation.end + discourse.block(found.block).start,
  );
  return {
    type: 'member-count',
    start: found.span.start,
    end: found.nounEnd,
    modality: modalityOf(discourse, found.span.start, found.nounEnd, quoted),
    block: found.block,
    sentence: found.sentence,
    organisation: mention.entity!,
    mention: found.mention,
    count: found.count,
    countSpan: found.span,
    time: times.at(found.block, found.sentence),
  };
}

interface Count {
  readonly value: number;
  /** Token indexes after the number and after the noun. */
  readonly numberEnd: number;
  readonly end: number;
  readonly compound: boolean;
  /** Characters of the number, when it is only part of a token ("three-member"). */
  readonly numberLength?: number;
}

/** A count of members that starts at token `i`. */
function countAt(tokens: readonly Token[], i: number, last: number, dated: boolean): Count | undefined {
  const whole = tokens[i]!;
  const hyphen = whole.kind === 'word' ? whole.lower.lastIndexOf('-') : -1;
  if (hyphen > 0 && COMPOUND_NOUNS.has(whole.lower.slice(hyphen + 1)) && whole.text.length === whole.end - whole.start) {
    const value = numberValue(whole.lower.slice(0, hyphen));
    if (value !== undefined && value > 1) return { value, numberEnd: i + 1, end: i + 1, compound: true, numberLength: hyphen };
  }
  const number = readNumber(tokens, i);
  if (!number || number.value < 2 || number.value > 250) return undefined;
  const before = tokens[i - 1]?.lower;
  if (before !== undefined && (VAGUE.has(before) || before === '-' || before === '–' || before === '/')) return undefined;
  // "had 16 members" tells of the past; of when, only a date beside it says.
  if (before === 'had' && !dated) return undefined;
  let at = number.end;
  const compound = tokens[at]?.text === '-' && tokens[at]?.spaceBefore === false;
  while (at < last && NEUTRAL.has(tokens[at]!.lower)) at++;
  const noun = tokens[at]?.lower;
  if (noun === undefined || at >= last || !MEMBER_NOUNS.has(noun)) return undefined;
  // "27 countries" counts members only in a compound ("27-nation bloc"); "member states" and "members" always do.
  if (noun !== 'member' && noun !== 'members' && !noun.startsWith('member-') && !compound) return undefined;
  const following = tokens[at + 1]?.lower;
  const end = noun === 'member' && following !== undefined && MEMBER_NOUNS.has(following) ? at + 2 : at + 1;
  if (noun === 'member' && end === at + 1 && !compound) return undefined;
  return { value: number.value, numberEnd: number.end, end, compound };
}

/** The organisation whose members are counted, if the words leave no doubt. */
function organisationOf(
  discourse: Discourse, block: number, sentence: number, span: Span, nounEnd: number, compound: boolean,
): number | undefined {
  const here = discourse.mentionsIn(block, sentence).filter((i) => discourse.isBloc(i));
  const after = here.find((i) => discourse.mentions[i]!.start >= nounEnd);
  if (after !== undefined) {
    const words = discourse.wordsBetween(nounEnd, discourse.mentions[after]!.start);
    const behind = discourse.wordsAfter(discourse.mentions[after]!.end, 1)[0] ?? '';
    if (words.length === 0) return compound && PARTS.has(behind) ? undefined : after;
    if (words.length <= 2 && words[0] === 'of' && (words[1] ?? 'the') === 'the') {
      // "Five members of NATO have sent tanks", "the three members of the EU that border Russia": some of them.
      return WHOLE.has(discourse.wordsBefore(span.start, 1)[0] ?? '') && !RESTRICTING.has(behind) ? after : undefined;
    }
  }
  const before = here.filter((i) => discourse.mentions[i]!.end <= span.start).at(-1);
  if (before !== undefined) {
    const words = discourse.wordsBetween(discourse.mentions[before]!.end, span.start);
    if (words.length === 0 || (words.length === 1 && (words[0] === "'s" || words[0] === ',' || HAVE.has(words[0]!)))) return before;
    if (words.length <= 3 && words.some((word) => HAVE.has(word)) && words.every((word) => HAVE.has(word) || word === 'which' || word === 'now' || word === 'today' || word === 'currently' || word === ',')) return before;
  }
  const introduces = discourse.wordsBefore(span.start, 4);
  const following = discourse.wordsAfter(nounEnd, 1)[0];
  const refersBack = introduces.at(-1) === 'its' || (compound && following !== undefined && BLOC_NOUNS.has(following)) || saysItHas(introduces);
  return refersBack ? onlyBlocBefore(discourse, block, sentence, span.start) : undefined;
}

/** "It now has", "The bloc has", "the alliance's". */
function saysItHas(words: readonly string[]): boolean {
  const rest = words.filter((word) => word !== 'now' && word !== 'today' && word !== 'currently');
  const last = rest.at(-1);
  if (last === undefined) return false;
  if (last === "'s") return BLOC_NOUNS.has(rest.at(-2) ?? '');
  return HAVE.has(last) && last !== 'with' && (rest.at(-2) === 'it' || BLOC_NOUNS.has(rest.at(-2) ?? ''));
}

/** The one bloc of this and the sentence before; undefined when there are several. */
function onlyBlocBefore(discourse: Discourse, block: number, sentence: number, offset: number): number | undefined {
  for (let s = sentence; s >= Math.max(0, sentence - 1); s--) {
    const blocs = discourse.mentionsIn(block, s).filter((i) => discourse.isBloc(i) && discourse.mentions[i]!.end <= offset);
    const distinct = new Set(blocs.map((i) => discourse.mentions[i]!.entity));
    if (distinct.size === 1) return blocs.at(-1);
    if (distinct.size > 1) return undefined;
  }
  return undefined;
}
