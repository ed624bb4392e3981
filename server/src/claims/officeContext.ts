import type { Mention } from '../mentions/types';
import type { Discourse } from './discourse';
import type { HoldsOfficeClaim } from './types';

const SPEECH_AND_MOTION = new Set([
  'said', 'says', 'say', 'told', 'tells', 'called', 'calls', 'added', 'adds', 'warned', 'warns', 'announced', 'announces', 'promised', 'promises', 'insisted', 'insists', 'urged', 'urges',
  'vowed', 'vows', 'pledged', 'pledges', 'replied', 'argued', 'argues', 'claimed', 'claims', 'denied', 'denies', 'asked', 'asks', 'agreed', 'agrees', 'disagreed', 'disagrees', 'spoke', 'speaks',
  'tweeted', 'declared', 'declares', 'stressed', 'stresses', 'rejected', 'rejects', 'welcomed', 'welcomes', 'condemned', 'condemns', 'praised', 'praises', 'criticised', 'criticized', 'described',
  'arrived', 'arrives', 'flew', 'flies', 'travelled', 'traveled', 'travels', 'landed', 'lands', 'visited', 'visits', 'met', 'meets', 'received', 'receives', 'hosted', 'hosts', 'attended', 'attends',
  'returned', 'left', 'opened', 'opens', 'chaired', 'phoned', 'thanked', 'congratulated', 'heard', 'confirmed', 'confirms', 'ordered', 'orders', 'signed', 'signs', 'addressed', 'unveiled', 'affirmed', 'stated', 'noted', 'reiterated',
]);
/** Verbs of the present. "Was" and "had" tell stories as well as news and count for nothing. */
const PRESENT = new Set(['is', 'has', 'will', 'wants', 'plans', 'hopes', 'expects', 'intends', 'faces', 'leads', 'remains', 'refuses', 'seeks', 'backs', 'supports', 'opposes', 'believes', 'thinks', 'are', 'have', 'does', 'goes', 'takes', 'wins', 'holds', 'looks', 'tries', 'prefers']);
const CONTACT = new Set(['met', 'meet', 'meets', 'meeting', 'told', 'tells', 'with', 'received', 'receives', 'welcomed', 'welcomes', 'hosts', 'hosted', 'visiting', 'phoned', 'called']);
/** In front of a title these make it part of a story or a name: "since President Bush", "unlike Chancellor Merkel". */
const DISTANCING = new Set(['since', 'like', 'unlike', 'of', 'under', 'after', 'before', 'until', 'named', 'for', 'by', 'during', 'from', 'to', 'than', 'when', 'that', 'about', 'against', 'as', 'into']);
const NO_VERB = new Set(['and', 'or', 'in', 'on', 'at', 'of', 'by', 'with', 'from', 'to', 'for', 'who', 'as', 'than', 'had', 'not', 'jr', 'later', 'then', 'himself', 'herself']);
/** A deictic day within so many days of the text's own date puts the sentence into the present. */
const NEWS_DAYS = 14;
/** Words between a name and its verb: "X, who was on his way to the meeting in Bali, called". */
const LONGEST_ASIDE = 25;

/**
 * Whether the title is given to somebody as the one who bears it now: as subject of speech, motion or a present verb, as one whom others
 * meet, or on a day near the text's own. Titles proper to their own day ("in the days of President Clinton", "Prime Minister May's
 * deal") are not.
 */
export function actsNow(discourse: Discourse, claim: HoldsOfficeClaim): boolean {
  const office = discourse.mentions[claim.office]!.office!;
  const person = discourse.mentions[claim.person]!;
  const first = Math.min(office.wholeSpan.start, person.start);
  const last = Math.max(office.wholeSpan.end, person.end);
  const [after] = discourse.wordsAfter(last, 1);
  if (after === "'s" || after === "'") return false;
  if (speaksOfNow(discourse, claim)) return true;
  const before = discourse.wordsBefore(first, 2).filter((word) => word !== 'the');
  const nearest = before.at(-1);
  if (nearest !== undefined && DISTANCING.has(nearest) && !(nearest === 'to' && before[0] === 'spoke')) return false;
  if (saidOfNow(discourse, claim, first, last)) return true;
  return nearest !== undefined && CONTACT.has(nearest);
}

/** "X is the prime minister", and the verb that follows name and title. */
function saidOfNow(discourse: Discourse, claim: HoldsOfficeClaim, first: number, last: number): boolean {
  const inside = discourse.wordsBetween(first, last);
  if (inside.includes('is') || inside.includes('remains')) return true;
  const words = discourse.wordsAfter(last, LONGEST_ASIDE);
  const verb = verbOf(words);
  if (verb !== undefined && (SPEECH_AND_MOTION.has(verb) || PRESENT.has(verb))) return true;
  // Any verb will do for the subject of a clause, unless the text has moved into the past.
  return claim.time.basis !== 'narrative' && opensClause(discourse, claim, first) && verb !== undefined && /^[a-z]/.test(verb) && !NO_VERB.has(verb);
}

/** Whether name and title stand first in their sentence, or first behind a comma, a colon or "but". */
function opensClause(discourse: Discourse, claim: HoldsOfficeClaim, first: number): boolean {
  const sentence = discourse.sentenceSpan(claim.block, claim.sentence);
  const words = discourse.wordsBetween(sentence.start, first).filter((word) => word !== 'the' && word !== '"' && word !== '“');
  const nearest = words.at(-1);
  return nearest === undefined || nearest === ',' || nearest === ';' || nearest === ':' || nearest === 'but' || nearest === 'while' || nearest === '-' || nearest === '—' || nearest === '–';
}

/** First word behind the name, or behind one aside in commas. */
function verbOf(words: readonly string[]): string | undefined {
  if (words[0] !== ',') return words[0];
  const close = words.indexOf(',', 1);
  return close > 0 ? words[close + 1] : words[1];
}

function speaksOfNow(discourse: Discourse, claim: HoldsOfficeClaim): boolean {
  const today = discourse.date.range;
  if (!today) return false;
  return discourse.timesIn(claim.block, claim.sentence).some((i) => {
    const { range, anchor, duration } = discourse.times[i]!;
    return range !== undefined && anchor === 'document' && duration === undefined && range.last - range.first <= 1
      && range.first >= today.first - NEWS_DAYS && range.last <= today.last + NEWS_DAYS;
  });
}

/** "his vice-president, Al Gore", "Angela Merkel's foreign minister": the office belongs to the days of its possessor. */
export function belongsToPerson(discourse: Discourse, office: Mention): boolean {
  const { wholeSpan } = office.office!;
  const words = [discourse.wordsBefore(wholeSpan.start, 1)[0], ...discourse.wordsBetween(wholeSpan.start, office.start)];
  if (words.some((word) => word === 'his' || word === 'her' || word === 'their')) return true;
  if (words[0] !== "'s") return false;
  return discourse.mentionsIn(office.block, office.sentence).some((i) => {
    const mention = discourse.mentions[i]!;
    return mention.kind === 'person' && mention.end <= wholeSpan.start && wholeSpan.start - mention.end <= 3;
  });
}
