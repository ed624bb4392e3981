import type { Hover, MarkupContent } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis/types';
import { cardAt, cardText, type Card } from './card';
import { escapeMarkdown, markdownLink } from './markdown';
import { toRange, type Positions } from './positions';
import { capitalise } from './wording';

export interface HoverContext {
  readonly uri: string;
  readonly positions: Positions;
  readonly format: 'markdown' | 'plaintext';
  /** The editor shows the diagnostics of the place above the card, as VS Code does, so the card need not repeat them. */
  readonly findingsShown?: boolean;
}

/** The hover card at an offset, null where nothing is named. */
export function hover(analysis: Analysis, offset: number, context: HoverContext): Hover | null {
  const card = cardAt(analysis, offset);
  if (!card) return null;
  return { contents: renderCard(card, context), range: toRange(context.positions, card.span) };
}

/** A card as Markdown (every text escaped, hard line breaks, no HTML, no command links) or as plain text. */
export function renderCard(card: Card, context: HoverContext): MarkupContent {
  if (context.format === 'plaintext') return { kind: 'plaintext', value: cardText(card) };
  const lines = [
    `**${escapeMarkdown(card.title)}**${card.subtitle === undefined ? '' : ` — ${escapeMarkdown(card.subtitle)}`}`,
    ...(context.findingsShown ? [] : card.warnings.map((warning) => `⚠ ${escapeMarkdown(warning)}`)),
    ...card.lines.map(escapeMarkdown),
  ];
  const last: string[] = [];
  if (card.source !== undefined) last.push(`*${escapeMarkdown(capitalise(card.source))}*`);
  for (const link of card.links) {
    if (link.url !== undefined) last.push(markdownLink(link.label, link.url));
    else if (link.span) {
      const { line, character } = context.positions.positionAt(link.span.start);
      last.push(markdownLink(link.label, `${context.uri}#L${line + 1},${character + 1}`));
    }
  }
  if (last.length > 0) lines.push(last.join(' · '));
  return { kind: 'markdown', value: lines.join('  \n') };
}
