import { entitiesOf, type DraftDocument } from './drafts';

/**
 * Reads "the Expansion (ACRONYM)": from then on the acronym means what the text says it means. If the expansion is an entity that we know, the acronym
 * is linked to it wherever a name of that spelling was found; if it is something we do not know, such acronyms are left alone in the whole text.
 */
export function applyAcronyms(document: DraftDocument): void {
  const unknown = new Set<string>();
  for (const { matches, words, byLast, byFirst } of document.blocks) {
    for (const { word, expansion } of matches.acronyms) {
      const written = byLast.get(expansion.last);
      const acronym = byFirst.get(word);
      if (!acronym?.name) continue;
      const meant = written?.name && written.first <= expansion.first ? entitiesOf(written.name.entries) : [];
      const own = entitiesOf(acronym.name.entries);
      if (!own.some((entity) => meant.includes(entity))) unknown.add(words.key[word]!);
    }
  }
  if (unknown.size === 0) return;
  for (const draft of document.drafts) {
    if (draft.source !== 'name' || draft.last - draft.first !== 1) continue;
    const { words } = document.blocks[draft.block]!;
    if (unknown.has(words.key[draft.first]!) && draft.name!.entries.every((entry) => entry.name.kind === 'acronym')) draft.dropped = true;
  }
}
