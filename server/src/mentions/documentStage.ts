import type { Knowledge } from '../knowledge/api';
import { isNationality, type NameIndex } from '../knowledge/nameIndex';
import type { BlockReading, ParsedDocument } from '../text/types';
import type { DocumentDate, TimeExpression } from '../time/types';
import { applyAcronyms } from './acronyms';
import { Evidence, resolveNames } from './ambiguity';
import type { BlockMatches } from './blockMatches';
import { draftDocument, entitiesOf, type Draft, type DraftDocument } from './drafts';
import { resolveEvents } from './eventMentions';
import { resolveMetonymy } from './metonymy';
import { resolveOffices } from './offices';
import { resolvePersons } from './persons';
import type { MatchedBy, Mention, MentionKind } from './types';

/**
 * Stage 2: decides, over the matches of all blocks and without reading the text again, who and what is meant. Mentions are sorted and do not
 * overlap; spans are document offsets.
 */
export function documentStage(
  parsed: ParsedDocument, readings: readonly BlockReading[], matches: readonly BlockMatches[], times: readonly TimeExpression[],
  date: DocumentDate, knowledge: Knowledge, index: NameIndex,
): readonly Mention[] {
  const document = draftDocument(parsed, readings, matches, times, date, knowledge);
  applyAcronyms(document);
  const evidence = new Evidence(document);
  resolveNames(document, evidence);
  resolveOffices(document, index, evidence);
  resolvePersons(document, evidence, index);
  resolveEvents(document);
  resolveMetonymy(document);
  return emit(document);
}

function emit(document: DraftDocument): Mention[] {
  const kept = document.drafts.filter((draft) => !draft.dropped && (draft.candidates.length > 0 || draft.source === 'title'));
  const place = new Map(kept.map((draft, i) => [draft, i]));
  return kept.map((draft) => toMention(document, draft, place));
}

function toMention(document: DraftDocument, draft: Draft, place: ReadonlyMap<Draft, number>): Mention {
  const { block, words, reading, number } = document.blocks[draft.block]!;
  const from = words.start[draft.first]!;
  const to = words.end[draft.last - 1]!;
  const quoted = block.kind === 'quotation' || reading.quotations.some((quotation) => quotation.start <= from && to <= quotation.end);
  const mention: Mention = {
    start: block.start + from,
    end: block.start + to,
    kind: kindOf(document.knowledge, draft),
    text: block.prose.slice(from, to).replace(JOINERS, '').replace(SPACES, ' '),
    by: byOf(draft),
    candidates: draft.candidates,
    provenance: 'knowledge',
    block: number,
    sentence: words.sentence[draft.first]!,
    quoted,
    ...(draft.entry && { name: draft.entry.name }),
    ...(draft.entity && { entity: draft.entity.id }),
    ...(draft.stands !== undefined && { stands: draft.stands }),
    ...(draft.honorific && { honorific: draft.honorific }),
    ...(draft.aspect && { aspect: draft.aspect }),
    ...(draft.phraseSpan && { phraseSpan: draft.phraseSpan }),
  };
  if (!draft.office) return mention;
  const { ofDraft, ...office } = draft.office;
  const ofMention = ofDraft && place.get(ofDraft);
  return { ...mention, office: { ...office, ...(ofMention !== undefined && { ofMention }) } };
}

const JOINERS = /\u2060/g;
const SPACES = /\s+/g;

function kindOf(knowledge: Knowledge, draft: Draft): MentionKind {
  if (draft.source === 'title') return 'office';
  if (draft.source === 'phrase' || draft.source === 'generic') return 'event';
  if (draft.entry) return isNationality(draft.entry.name.kind) ? 'nationality' : draft.entry.entity.kind;
  const best = draft.candidates[0] && knowledge.entity(draft.candidates[0].entity);
  const entry = draft.name!.entries.find((candidate) => candidate.entity === best);
  if (entry && isNationality(entry.name.kind)) return 'nationality';
  return best?.kind ?? entitiesOf(draft.name!.entries)[0]!.kind;
}

function byOf(draft: Draft): MatchedBy {
  if (draft.source === 'title') return 'title';
  if (draft.source !== 'name') return 'phrase';
  return (draft.entry ?? draft.name!.entries[0]!).name.kind;
}
