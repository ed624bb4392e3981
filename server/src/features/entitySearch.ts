import { formatDay } from '../dates/edtf';
import type { Knowledge } from '../knowledge/api';
import type { Entity } from '../knowledge/types';
import type { FoundEntity } from '../protocol';
import { fold } from '../text/fold';
import { entityName } from './card/offices';

const DEFAULT_LIMIT = 50;

/**
 * Entities of which a name has, for each word of the query, a word that begins with it; case and diacritics are ignored. Names that begin with the
 * query come first, then shorter ones.
 */
export function searchEntities(knowledge: Knowledge, query: string, limit = DEFAULT_LIMIT): readonly FoundEntity[] {
  const words = wordsOf(query);
  const whole = words.join(' ');
  const found = new Map<Entity, number>();
  for (const { name, entity } of knowledge.names()) {
    const own = wordsOf(name.text);
    if (!words.every((word) => own.some((other) => other.startsWith(word)))) continue;
    const text = own.join(' ');
    const rank = (text.startsWith(whole) ? 0 : 1000) + text.length + (text === whole ? -500 : 0);
    found.set(entity, Math.min(rank, found.get(entity) ?? Infinity));
  }
  return [...found]
    .sort(([a, rankA], [b, rankB]) => rankA - rankB || (a.id < b.id ? -1 : 1))
    .slice(0, Math.max(1, limit))
    .map(([{ id, kind, name }]) => ({ id, kind, name, detail: detailOf(knowledge, knowledge.entity(id)!) }));
}

function wordsOf(text: string): readonly string[] {
  return fold(text).toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** What tells it from its namesakes: the last office of a person, the states of a place, the type of the rest. */
function detailOf(knowledge: Knowledge, entity: Entity): string {
  switch (entity.kind) {
    case 'person': {
      const last = knowledge.terms(entity.id).at(-1);
      if (last) return entityName(knowledge, last.office);
      return entity.born ? `born ${formatDay(entity.born.range.first).slice(0, 4)}` : '';
    }
    case 'place':
      return [entity.type, ...entity.states.map((id) => knowledge.entity(id)?.name ?? id)].join(', ');
    case 'organisation':
    case 'event':
      return entity.type;
    default:
      return '';
  }
}
