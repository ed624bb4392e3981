import type { Range, SemanticTokensDelta, SemanticTokensLegend } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis/types';
import { earliest } from '../knowledge/period';
import type { EntityId } from '../knowledge/types';
import type { Mention } from '../mentions/types';
import { TOKEN_MODIFIERS, TOKEN_TYPES, type TokenModifier, type TokenType } from '../protocol';
import type { Span } from '../text/span';
import type { TimeExpression } from '../time/types';
import { isUnresolved } from './mentionGroups';
import { toSpan, type Positions } from './positions';

export const LEGEND: SemanticTokensLegend = { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] };

const TYPE_OF: Readonly<Record<Mention['kind'], TokenType>> = {
  person: 'fdPerson', state: 'fdState', nationality: 'fdState', place: 'fdPlace', organisation: 'fdOrganisation',
  office: 'fdOffice', event: 'fdEvent',
};

/** One coloured stretch, document offsets. */
export interface Token extends Span {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** Mentions and times as tokens, sorted and without overlaps; where a time overlaps a mention, the mention stays. */
export function tokens(analysis: Analysis): readonly Token[] {
  const modifiersOf = modifierReader(analysis);
  const result: Token[] = [];
  const { mentions, times } = analysis;
  let next = 0;
  let end = 0;
  for (const [index, mention] of mentions.entries()) {
    for (; next < times.length && times[next]!.start < mention.start; next++) {
      const time = times[next]!;
      if (time.start >= end && time.end <= mention.start) {
        result.push(timeToken(time));
        end = time.end;
      }
    }
    if (mention.start < end) continue;
    result.push({ start: mention.start, end: mention.end, type: TYPE_OF[mention.kind], modifiers: modifiersOf(mention, index) });
    end = mention.end;
  }
  for (; next < times.length; next++) {
    const time = times[next]!;
    if (time.start < end) continue;
    result.push(timeToken(time));
    end = time.end;
  }
  return result;
}

function timeToken(time: TimeExpression): Token {
  const modifiers: TokenModifier[] = [];
  if (time.unresolved !== undefined || time.impossible !== undefined) modifiers.push('unresolved');
  if (time.quoted) modifiers.push('quoted');
  return { start: time.start, end: time.end, type: 'fdDate', modifiers };
}

/** Reads the modifiers of a mention; whether a state or body still exists at the date of the text is asked once per entity. */
function modifierReader(analysis: Analysis): (mention: Mention, index: number) => TokenModifier[] {
  const { knowledge, date } = analysis;
  const gone = new Map<EntityId, boolean>();
  const isGone = (entity: EntityId): boolean => {
    let answer = gone.get(entity);
    if (answer === undefined) {
      const found = knowledge.entity(entity);
      const period = found?.kind === 'state' || found?.kind === 'organisation' ? found.exists : undefined;
      // What was not there yet is not gone: a text of 1985 may well name Ukraine.
      answer = date.range !== undefined && period !== undefined && (!period.from || earliest(period.from) <= date.range.first)
        && knowledge.exists(entity, date.range) === 'no';
      gone.set(entity, answer);
    }
    return answer;
  };
  const formerOffices = new Set<number>();
  for (const claim of analysis.claims) {
    if (claim.type === 'holds-office' && claim.tense === 'former') formerOffices.add(claim.office);
  }
  return (mention, index) => {
    const modifiers: TokenModifier[] = [];
    const { kind, entity, office } = mention;
    if (isUnresolved(mention)) modifiers.push('unresolved');
    const former = mention.by === 'former'
      || (kind === 'office' && (formerOffices.has(index) || office?.modifiers.includes('former') === true))
      || ((kind === 'state' || kind === 'organisation') && entity !== undefined && isGone(entity));
    if (former) modifiers.push('former');
    if (mention.stands !== undefined || mention.by === 'metonym') modifiers.push('metonym');
    if (kind === 'nationality') modifiers.push('adjective');
    if (mention.quoted) modifiers.push('quoted');
    return modifiers;
  };
}

/**
 * Tokens in LSP encoding (five numbers each, relative to the one before). A token over a line break is split, since editors do
 * not take tokens of several lines. With `range` only tokens which touch it.
 */
export function semanticTokens(analysis: Analysis, positions: Positions, range?: Range): number[] {
  const span = range && toSpan(positions, range);
  const { text } = analysis.source;
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const token of tokens(analysis)) {
    if (span && (token.end <= span.start || token.start >= span.end)) continue;
    const type = TOKEN_TYPES.indexOf(token.type);
    const bits = token.modifiers.reduce((sum, modifier) => sum | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0);
    for (const piece of linePieces(text, token)) {
      const at = positions.positionAt(piece.start);
      data.push(at.line - line, at.line === line ? at.character - character : at.character, piece.end - piece.start, type, bits);
      line = at.line;
      character = at.character;
    }
  }
  return data;
}

/** Parts of a span between line breaks, without the white space around the breaks. */
function linePieces(text: string, span: Span): readonly Span[] {
  const slice = text.slice(span.start, span.end);
  if (!/[\r\n]/.test(slice)) return [span];
  const pieces: Span[] = [];
  for (const match of slice.matchAll(/[^\r\n]+/g)) {
    const start = span.start + match.index + (match[0].length - match[0].trimStart().length);
    const end = start + match[0].trim().length;
    if (end > start) pieces.push({ start, end });
  }
  return pieces;
}

/**
 * The one edit that makes `next` of `previous` (both LSP encoded): what stands between their common beginning and common end, or
 * no edit when they are equal.
 */
export function semanticTokensDelta(
  previous: readonly number[], next: readonly number[], resultId?: string,
): SemanticTokensDelta {
  const shorter = Math.min(previous.length, next.length);
  let start = 0;
  while (start < shorter && previous[start] === next[start]) start++;
  if (start === previous.length && start === next.length) return { ...(resultId !== undefined && { resultId }), edits: [] };
  let tail = 0;
  while (tail < shorter - start && previous[previous.length - 1 - tail] === next[next.length - 1 - tail]) tail++;
  const deleteCount = previous.length - start - tail;
  return {
    ...(resultId !== undefined && { resultId }),
    edits: [{ start, deleteCount, data: next.slice(start, next.length - tail) }],
  };
}

