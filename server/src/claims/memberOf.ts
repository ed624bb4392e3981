import type { Discourse } from './discourse';
import { anyQuoted, modalityOf } from './modality';
import type { StatementTimes } from './statementTime';
import type { MemberOfClaim } from './types';

const MEMBER = new Set(['member', 'members', 'member-state', 'member-states']);
const LIST = new Set([',', 'and', 'the', '&', 'or', 'as', 'well', 'both']);
const SOFT = new Set(['full', 'fellow', 'also', 'now', 'long', 'currently', 'still', 'loyal', 'staunch', 'not', 'never']);
const BOUNDS = new Set(['until', 'till', 'since', 'from', 'before', 'between', 'by', 'after']);
const GENERIC_BLOCS = new Set(['council', 'bloc', 'alliance', 'union', 'group', 'organisation', 'organization', 'association', 'community', 'club', 'cartel', 'pact']);
const NOT_FULL = new Set(['former', 'founding', 'founder', 'candidate', 'associate', 'prospective', 'would-be', 'aspiring', 'future', 'non', 'potential', 'board', 'observer', 'suspended', 'ex', 'one-time', 'new', 'newest', 'latest', 'permanent', 'non-permanent', 'elected', 'temporary']);

/** "EU members Poland and Norway", "the council's members are Kuwait, Qatar …", "Norway, a member of the EU", "NATO member Turkey". */
export function memberOfClaims(discourse: Discourse, times: StatementTimes): MemberOfClaim[] {
  const claims: MemberOfClaim[] = [];
  discourse.readings.forEach((reading, block) => {
    const offset = discourse.block(block).start;
    reading.sentences.forEach((sentence, number) => {
      for (let i = sentence.first; i < sentence.last; i++) {
        const token = reading.tokens[i]!;
        if (!MEMBER.has(token.lower)) continue;
        const before = reading.tokens[i - 1]?.lower ?? '';
        if (NOT_FULL.has(before) || before === '-' && NOT_FULL.has(reading.tokens[i - 2]?.lower ?? '')) continue;
        const word = { start: offset + token.start, end: offset + token.end };
        for (const pair of pairsAround(discourse, block, number, word)) {
          claims.push(toClaim(discourse, times, block, number, pair, word));
        }
      }
    });
  });
  return claims;
}

interface Pair {
  readonly organisation: number;
  readonly member: number;
}

function toClaim(
  discourse: Discourse, times: StatementTimes, block: number, sentence: number, pair: Pair, word: { start: number; end: number },
): MemberOfClaim {
  const organisation = discourse.mentions[pair.organisation]!;
  const member = discourse.mentions[pair.member]!;
  const sameSentence = organisation.block === block && organisation.sentence === sentence;
  const modality = modalityOf(discourse, sameSentence ? Math.min(word.start, organisation.start) : word.start, word.end, anyQuoted(organisation, member));
  return {
    type: 'member-of',
    start: member.start,
    end: member.end,
    modality,
    block,
    sentence,
    organisation: organisation.entity!,
    organisationMention: pair.organisation,
    member: member.entity!,
    memberMention: pair.member,
    polarity: modality !== 'denied',
    time: times.at(block, sentence),
  };
}

function pairsAround(discourse: Discourse, block: number, sentence: number, word: { start: number; end: number }): Pair[] {
  const mentions = discourse.mentionsIn(block, sentence);
  const before = mentions.filter((i) => discourse.mentions[i]!.end <= word.start);
  const after = mentions.filter((i) => discourse.mentions[i]!.start >= word.end);
  // "Norway, a member of the EU" / "Norway is a member of the EU"
  const following = after[0];
  if (following !== undefined && discourse.isBloc(following) && !namesPart(discourse, following)) {
    const between = discourse.wordsBetween(word.end, discourse.mentions[following]!.start).filter((w) => w !== 'the' && w !== 'states' && w !== 'state');
    if (between.length === 1 && between[0] === 'of') {
      const listed = membersInList(discourse, after.slice(1), discourse.mentions[following]!.end, ['are', ':', '(']);
      if (listed.length > 0) return listed.map((member) => ({ organisation: following, member }));
      const subject = before.at(-1);
      if (subject === undefined || !isState(discourse, subject)) return [];
      const link = discourse.wordsBetween(discourse.mentions[subject]!.end, word.start).filter((w) => !['a', 'an', 'the', 'full', 'fellow', 'which', 'also', 'now', 'long', 'been', 'not', 'never', 'no', 'longer', 'currently', 'still'].includes(w));
      // "a member of the Warsaw Pact until a few days ago" bounds the claim in time.
      if (BOUNDS.has(discourse.wordsAfter(discourse.mentions[following]!.end, 1)[0] ?? '')) return [];
      const linked = link.length === 0 || (link.length === 1 && [',', 'is', 'as', 'has'].includes(link[0]!)) || (link.length === 2 && link[0] === ',' && ['is', 'has'].includes(link[1]!));
      return linked ? [{ organisation: following, member: subject }] : [];
    }
  }
  // "Finland, a NATO member," / "Serbia is an EU member"
  const bloc = before.at(-1);
  const holder = before.at(-2);
  if (bloc !== undefined && holder !== undefined && discourse.isBloc(bloc) && isState(discourse, holder)
    && discourse.wordsBetween(discourse.mentions[bloc]!.end, word.start).length === 0) {
    const link = discourse.wordsBetween(discourse.mentions[holder]!.end, discourse.mentions[bloc]!.start).filter((w) => !SOFT.has(w)).join(' ');
    if (/^(?:, (?:a|an|the)|is (?:a|an|the)|, is (?:a|an)|, (?:a|an) ,)$/.test(link)) return [{ organisation: bloc, member: holder }];
  }
  // "EU members Poland, Denmark and Norway", "the European Union members concerned, Poland …", "the council's members are …"
  const organisation = organisationBefore(discourse, block, sentence, before, word.start);
  if (organisation === undefined) return [];
  return membersInList(discourse, after, word.end, ['are', ',', ':', 'concerned', 'states', 'state', 'countries', 'country', 'nations', 'such', 'as', 'including', 'like'])
    .map((member) => ({ organisation, member }));
}

/** The organisation right before "members", or the one that "the council's" / "its" refers to. */
function organisationBefore(discourse: Discourse, block: number, sentence: number, before: readonly number[], at: number): number | undefined {
  const last = before.at(-1);
  if (last !== undefined && discourse.isBloc(last)) {
    const between = discourse.wordsBetween(discourse.mentions[last]!.end, at);
    if (between.length === 0 || (between.length === 1 && (between[0] === "'s" || between[0] === '-'))) return last;
  }
  const words = discourse.wordsBefore(at, 2);
  const refers = words[1] === 'its' || (words[1] === "'s" && GENERIC_BLOCS.has(words[0]!));
  return refers ? blocBefore(discourse, block, sentence, at) : undefined;
}

/** The only bloc of the sentence so far, else the only one of the text that has members and, for "the council", that word in its name. */
function blocBefore(discourse: Discourse, block: number, sentence: number, at: number): number | undefined {
  const [noun] = discourse.wordsBefore(at, 2);
  const named = new Map<string, number>();
  discourse.mentions.forEach((mention, i) => {
    if (mention.end > at || !discourse.isBloc(i)) return;
    const entity = discourse.knowledge.entity(mention.entity!)!;
    const fits = noun === undefined || !GENERIC_BLOCS.has(noun) || entity.names.some(({ text }) => text.toLowerCase().includes(noun));
    if (fits || mention.block === block && mention.sentence === sentence) named.set(mention.entity!, i);
  });
  return named.size === 1 ? [...named.values()][0] : undefined;
}

/** States listed from `start` on: only list words may stand between them, and only `lead` words before the first. */
function membersInList(discourse: Discourse, mentions: readonly number[], start: number, lead: readonly string[]): number[] {
  const members: number[] = [];
  let end = start;
  for (const i of mentions) {
    const mention = discourse.mentions[i]!;
    const words = discourse.wordsBetween(end, mention.start);
    const allowed = members.length === 0
      ? words.length <= 4 && words.every((word) => lead.includes(word) || word === 'the')
      : words.length > 0 && words.every((word) => LIST.has(word));
    if (!allowed || !isState(discourse, i)) break;
    members.push(i);
    end = mention.end;
  }
  // "EU members, Norway and Switzerland keep sanctions": a list after a comma needs an end of its own, or it begins another clause.
  const opened = discourse.wordsAfter(start, 1)[0];
  const next = discourse.wordsAfter(end, 1)[0];
  return members.length > 0 && opened === ',' && next !== ',' && next !== ')' && next !== '—' && next !== '–' ? [] : members;
}

/** "The EU Customs Union", "the NATO Parliamentary Assembly": another body, of which others may be members. */
function namesPart(discourse: Discourse, mention: number): boolean {
  const { end, block } = discourse.mentions[mention]!;
  const { prose, start } = discourse.block(block);
  return /^ \p{Lu}\p{Ll}/u.test(prose.slice(end - start, end - start + 3));
}

function isState(discourse: Discourse, mention: number): boolean {
  const { kind, entity } = discourse.mentions[mention]!;
  return kind === 'state' && entity !== undefined;
}
