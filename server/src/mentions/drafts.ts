import { isNationality, type NameEntry } from '../knowledge/nameIndex';
import type { Knowledge } from '../knowledge/api';
import type { Entity, EntityId, Event } from '../knowledge/types';
import type { DayRange } from '../dates/interval';
import type { Span } from '../text/span';
import type { Block, BlockReading, ParsedDocument } from '../text/types';
import type { DocumentDate, TimeExpression } from '../time/types';
import type { BlockMatches, NameMatch, PhraseMatch, TitleMatch, WordRange } from './blockMatches';
import type { Candidate, Mention, OfficeReading } from './types';
import { Shape, type BlockWords } from './words';

/** A mention in the making: the document stage fills in what it finds out. */
export interface Draft extends WordRange {
  readonly block: number;
  /** Place in the document's list of drafts. */
  index: number;
  readonly source: 'name' | 'title' | 'phrase' | 'generic';
  readonly name?: NameMatch;
  readonly title?: TitleMatch;
  readonly phrase?: PhraseMatch;
  /** The reading that was chosen. */
  entry?: NameEntry;
  entity?: Entity;
  stands?: EntityId;
  candidates: Candidate[];
  office?: Omit<OfficeReading, 'ofMention'> & { readonly ofDraft?: Draft };
  honorific?: Span;
  aspect?: Mention['aspect'];
  phraseSpan?: Span;
  events?: readonly Event[];
  /** Not a mention after all. */
  dropped: boolean;
}

/** A block with what stage 1 and the document stage know of it. */
export interface DraftBlock {
  readonly number: number;
  readonly block: Block;
  readonly reading: BlockReading;
  readonly matches: BlockMatches;
  readonly words: BlockWords;
  readonly drafts: Draft[];
  /** Drafts by their first word, and by the word behind their last. */
  readonly byFirst: Map<number, Draft>;
  readonly byLast: Map<number, Draft>;
}

/** All that the document stage works on. */
export interface DraftDocument {
  readonly knowledge: Knowledge;
  readonly blocks: readonly DraftBlock[];
  /** In the order of the text. */
  readonly drafts: Draft[];
  readonly date: DocumentDate;
  /** Days of the explicit dates of a sentence, under `block:sentence`. */
  readonly sentenceTimes: ReadonlyMap<string, readonly DayRange[]>;
  /** Time expressions by block, in document offsets. */
  readonly times: readonly TimeExpression[];
}

/** Gathers the matches of all blocks. Names that lie in a time expression ("May") are left out. */
export function draftDocument(
  parsed: ParsedDocument, readings: readonly BlockReading[], matches: readonly BlockMatches[], times: readonly TimeExpression[],
  date: DocumentDate, knowledge: Knowledge,
): DraftDocument {
  const blocks: DraftBlock[] = [];
  const drafts: Draft[] = [];
  const timesByBlock = new Map<number, TimeExpression[]>();
  const sentenceTimes = new Map<string, DayRange[]>();
  for (const time of times) {
    const list = timesByBlock.get(time.block);
    if (list) list.push(time);
    else timesByBlock.set(time.block, [time]);
    if (time.range && time.type === 'DATE' && time.anchor === 'explicit') {
      const key = `${time.block}:${time.sentence}`;
      const ranges = sentenceTimes.get(key);
      if (ranges) ranges.push(time.range);
      else sentenceTimes.set(key, [time.range]);
    }
  }
  parsed.blocks.forEach((block, number) => {
    const found = matches[number]!;
    const draftBlock: DraftBlock = {
      number, block, reading: readings[number]!, matches: found, words: found.words, drafts: [], byFirst: new Map(), byLast: new Map(),
    };
    blocks.push(draftBlock);
    for (const draft of draftsOf(draftBlock, timesByBlock.get(number))) {
      draftBlock.drafts.push(draft);
      draftBlock.byFirst.set(draft.first, draft);
      draftBlock.byLast.set(draft.last, draft);
    }
    for (const draft of draftBlock.drafts) {
      draft.index = drafts.length;
      drafts.push(draft);
    }
  });
  return { knowledge, blocks, drafts, date, sentenceTimes, times };
}

function draftsOf({ number, block, matches, words }: DraftBlock, times: readonly TimeExpression[] | undefined): Draft[] {
  const list: Draft[] = [];
  const base = (range: WordRange) => ({ first: range.first, last: range.last, block: number, index: -1, candidates: [], dropped: false });
  for (const name of matches.names) {
    const start = block.start + words.start[name.first]!;
    if (times && name.last - name.first === 1 && times.some((time) => time.start <= start && start < time.end)) continue;
    const article = words.key[name.first] === 'the' && words.shape[name.first] === Shape.Lower && name.last - name.first > 1;
    list.push({ ...base(name), ...(article && { first: name.first + 1 }), source: 'name', name });
  }
  for (const title of matches.titles) list.push({ ...base(title), source: 'title', title });
  for (const phrase of matches.phrases) list.push({ ...base(phrase.head), source: 'phrase', phrase });
  for (const word of matches.generics) list.push({ ...base({ first: word, last: word + 1 }), source: 'generic' });
  return list.sort((a, b) => a.first - b.first);
}

/** The days for which a sentence speaks: its explicit dates, else the document's. */
export function daysOf(document: DraftDocument, draft: Draft): readonly DayRange[] {
  const sentence = document.blocks[draft.block]!.words.sentence[draft.first]!;
  return document.sentenceTimes.get(`${draft.block}:${sentence}`) ?? (document.date.range ? [document.date.range] : []);
}

/** The explicit dates of the sentence and of those before it in the block, nearest first; else the document's. */
export function recentDaysOf(document: DraftDocument, draft: Draft): readonly DayRange[] {
  for (let sentence = document.blocks[draft.block]!.words.sentence[draft.first]!; sentence >= 0; sentence--) {
    const days = document.sentenceTimes.get(`${draft.block}:${sentence}`);
    if (days) return days;
  }
  return document.date.range ? [document.date.range] : [];
}

export function isNationalityDraft(draft: Draft): boolean {
  return draft.entry !== undefined && isNationality(draft.entry.name.kind);
}

/** Distinct entities of the readings of a name. */
export function entitiesOf(entries: readonly NameEntry[]): Entity[] {
  return [...new Set(entries.map((entry) => entry.entity))];
}

/** Resolves a draft to one of its readings. */
export function settle(draft: Draft, entry: NameEntry, score: number, why: string): void {
  draft.entry = entry;
  draft.entity = entry.entity;
  draft.candidates = [{ entity: entry.entity.id, score, why }];
}
