import { nameWords } from '../knowledge/nameKeys';
import { entitiesOf, type DraftDocument } from './drafts';

/**
 * Reads "the Expansion (ACRONYM)": from then on the acronym means what the text says it means. If the expansion is an entity that we know, the acronym
 * is linked to it wherever a name of that spelling was found; if it is something we do not know, such acronyms are left alone in the whole text.
 * An expansion that shares most words with a name of the entity is that name, miswritten.
 */
export function applyAcronyms(document: DraftDocument): void {
  const unknown = new Set<string>();
  for (const { matches, words, byLast, byFirst } of document.blocks) {
    for (const { word, expansion } of matches.acronyms) {
      const expanded = byLast.get(expansion.last);
      const acronym = byFirst.get(word);
      if (!acronym?.name) continue;
      const meant = expanded?.name && expanded.first <= expansion.first ? entitiesOf(expanded.name.entries) : [];
      const own = entitiesOf(acronym.name.entries);
      if (own.some((entity) => meant.includes(entity))) continue;
      const written = new Set(words.key.slice(expansion.first, expansion.last));
      if (!own.some((entity) => entity.names.some((name) => resembles(name.text, written)))) unknown.add(words.key[word]!);
    }
  }
  if (unknown.size === 0) return;
  for (const draft of document.drafts) {
    if (draft.source !== 'name' || draft.last - draft.first !== 1) continue;
    const { words } = document.blocks[draft.block]!;
    if (unknown.has(words.key[draft.first]!) && draft.name!.entries.every((entry) => entry.name.kind === 'acronym')) draft.dropped = true;
  }
}

/** Whether more than half of a name's words stand in the expansion. */
function resembles(name: string, written: ReadonlySet<string>): boolean {
  const keys = nameWords(name).map((word) => word.key).filter((key) => key.length > 3);
  return keys.length > 1 && keys.filter((key) => written.has(key)).length * 2 > keys.length;
}
