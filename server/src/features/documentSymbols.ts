import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis/types';
import type { Mention } from '../mentions/types';
import type { Block } from '../text/types';
import { groupMentions, type Group } from './mentionGroups';
import { toRange, type Positions } from './positions';
import { plural } from './wording';

const KINDS: Readonly<Record<Mention['kind'], SymbolKind>> = {
  person: SymbolKind.Class,
  state: SymbolKind.Namespace,
  nationality: SymbolKind.Namespace,
  place: SymbolKind.Package,
  organisation: SymbolKind.Module,
  office: SymbolKind.Key,
  event: SymbolKind.Event,
};
const LABELS: Readonly<Record<Mention['kind'], string>> = {
  person: 'person', state: 'state', nationality: 'state', place: 'place', organisation: 'organisation', office: 'office',
  event: 'event',
};
/** U+2060 and U+FFFC stand in a block's prose where the source has markup or no prose. */
const PLACEHOLDERS = /[\u2060\ufffc]/g;

interface Section {
  readonly heading?: Block;
  readonly level: number;
  readonly start: number;
  end: number;
  readonly children: Section[];
}

/**
 * The outline: headings by level and, under each, who and what is named in that section before its first subheading, once
 * each, in order of first mention. Offices and what is not resolved are left out. A text without headings gives its actors as
 * they come.
 */
export function documentSymbols(analysis: Analysis, positions: Positions): DocumentSymbol[] {
  const root = sections(analysis);
  const actors = analysis.mentions.filter((mention) => mention.entity !== undefined && mention.kind !== 'office');
  let next = 0;
  const render = (section: Section): DocumentSymbol[] => {
    const limit = section.children[0]?.start ?? section.end;
    const own: Mention[] = [];
    for (; next < actors.length && actors[next]!.start < limit; next++) own.push(actors[next]!);
    const children = groupMentions(analysis, own).map((group) => actorSymbol(group, positions));
    for (const child of section.children) {
      const inner = render(child);
      children.push({
        name: headingText(child.heading!),
        kind: SymbolKind.String,
        range: toRange(positions, child),
        selectionRange: toRange(positions, child.heading!),
        children: inner,
      });
    }
    return children;
  };
  return render(root);
}

function sections(analysis: Analysis): Section {
  const length = analysis.source.text.length;
  const root: Section = { level: 0, start: 0, end: length, children: [] };
  const path: Section[] = [root];
  for (const block of analysis.parsed.blocks) {
    if (block.kind !== 'heading') continue;
    const level = block.level ?? 1;
    while (path[path.length - 1]!.level >= level) path.pop()!.end = block.start;
    const section: Section = { heading: block, level, start: block.start, end: length, children: [] };
    path[path.length - 1]!.children.push(section);
    path.push(section);
  }
  return root;
}

function headingText(block: Block): string {
  const text = block.prose.replace(PLACEHOLDERS, '').replace(/\s+/g, ' ').trim();
  return text === '' ? '(untitled)' : text;
}

function actorSymbol(group: Group, positions: Positions): DocumentSymbol {
  const range = toRange(positions, group.mentions[0]!);
  const count = group.mentions.length;
  return {
    name: group.name,
    detail: count === 1 ? LABELS[group.kind] : `${LABELS[group.kind]}, ${plural(count, 'mention')}`,
    kind: KINDS[group.kind],
    range,
    selectionRange: range,
  };
}
