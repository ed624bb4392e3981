import { formatEdtfDate, parseEdtfDate } from '../../dates/edtf';
import { fold } from '../../text/fold';
import type { Knowledge } from '../api';
import { earliest, latest } from '../period';
import type { EntityId, Office, Person, Term } from '../types';
import { refreshableOffices } from './query';
import type { HolderRow } from './result';

export interface ProposedPerson {
  readonly id: EntityId;
  readonly name: string;
  readonly wikidata: string;
  readonly born?: string;
  readonly died?: string;
  readonly sex?: 'male' | 'female';
  readonly nationality?: EntityId;
}

/** A holder that we lack, or the end of a term of ours that has none; dates are EDTF. */
export interface ProposedTerm {
  readonly office: EntityId;
  readonly person: EntityId;
  readonly name: string;
  readonly from?: string;
  /** Missing: still so when Wikidata was asked. */
  readonly to?: string;
  /** `end`: the term is ours, its end is new. */
  readonly is: 'holder' | 'end';
}

export interface Proposals {
  readonly people: readonly ProposedPerson[];
  /** By office, then oldest first. */
  readonly terms: readonly ProposedTerm[];
  /** What Wikidata has and was left out, one line each, for people to look at. */
  readonly notes: readonly string[];
}

/** Two dates of one handover that are at most so many days apart mean the same. */
const TOLERANCE = 45;

/**
 * Holds answers of Wikidata against our terms and proposes what is newer: ends of terms that are open in ours, and holders who began after our last
 * one. Older differences are `knowledge:verify`'s. A term without an end counts as lasting only when it is the newest of an office held by one at a
 * time, for Wikidata often has the beginning of a term and never its end.
 */
export function proposeHolders(knowledge: Knowledge, rows: readonly HolderRow[]): Proposals {
  const people = new People(knowledge, rows);
  const terms: ProposedTerm[] = [];
  const notes: string[] = [];
  for (const office of refreshableOffices(knowledge)) {
    const own = rows.filter((row) => row.office === office.wikidata).sort((a, b) => startOf(a.start) - startOf(b.start));
    terms.push(...ends(office, own, knowledge, people), ...holders(office, own, knowledge, people, notes));
  }
  return { people: people.added, terms, notes };
}

function ends(office: Office, rows: readonly HolderRow[], knowledge: Knowledge, people: People): readonly ProposedTerm[] {
  return knowledge.holders(office.id).filter((term) => !term.to && !term.endUnknown).flatMap((term) => {
    const row = rows.find((one) => (one.end !== undefined || one.endUnknown) && people.known(one) === term.person && sameStart(term, one));
    if (!row) return [];
    const name = knowledge.entity(term.person)!.name;
    return [{ office: office.id, person: term.person, name, ...fromOf(term), to: row.end ?? 'unknown', is: 'end' as const }];
  });
}

function holders(office: Office, rows: readonly HolderRow[], knowledge: Knowledge, people: People, notes: string[]): readonly ProposedTerm[] {
  const own = knowledge.holders(office.id);
  const last = Math.max(-Infinity, ...own.map(({ from }) => (from ? latest(from) : -Infinity)));
  const found: ProposedTerm[] = [];
  const newer = rows.filter((row) => startOf(row.start) > last && !own.some((term) => term.person === people.known(row) && sameStart(term, row)));
  for (const row of newer) {
    const what = `${office.name}: ${row.name ?? row.person}, from ${row.start!}`;
    if (row.name === undefined) notes.push(`${what}: has no English name in Wikidata`);
    else if (row.end === undefined && !row.endUnknown && !(office.single && row === newer.at(-1))) notes.push(`${what}: has no end and is not the latest`);
    else found.push({ office: office.id, ...people.of(row, row.name, office, knowledge), from: row.start!, ...endOf(row), is: 'holder' });
  }
  return found;
}

class People {
  readonly added: ProposedPerson[] = [];
  private readonly byWikidata = new Map<string, EntityId>();
  private readonly byName = new Map<string, EntityId | null>();

  constructor(private readonly knowledge: Knowledge, private readonly rows: readonly HolderRow[]) {
    for (const entity of knowledge.entities) {
      if (entity.kind !== 'person') continue;
      if (entity.wikidata !== undefined) this.byWikidata.set(entity.wikidata, entity.id);
      else for (const { text, kind } of entity.names) if (kind === 'full' || kind === 'variant') this.nameTo(text, entity);
    }
  }

  private nameTo(text: string, { id }: Person): void {
    const key = fold(text).toLowerCase();
    this.byName.set(key, this.byName.has(key) && this.byName.get(key) !== id ? null : id);
  }

  /** Our person, by Wikidata id, else by a name that one person without such an id has alone. */
  known({ person, name }: HolderRow): EntityId | undefined {
    return this.byWikidata.get(person) ?? (name === undefined ? undefined : this.byName.get(fold(name).toLowerCase()) ?? undefined);
  }

  of(row: HolderRow, name: string, office: Office, knowledge: Knowledge): { readonly person: EntityId; readonly name: string } {
    const known = this.known(row);
    if (known !== undefined) return { person: known, name: knowledge.entity(known)?.name ?? name };
    const id = this.freeId(name);
    this.byWikidata.set(row.person, id);
    // One of the person's rows may say what another leaves out.
    const own = this.rows.filter(({ person }) => person === row.person);
    const first = <K extends 'born' | 'died' | 'sex'>(key: K): Pick<HolderRow, K> | undefined => own.find((one) => one[key] !== undefined);
    this.added.push({
      id, name, wikidata: row.person,
      ...pick(first('born'), 'born'), ...pick(first('died'), 'died'), ...pick(first('sex'), 'sex'),
      ...(knowledge.entity(office.of)?.kind === 'state' && { nationality: office.of }),
    });
    return { person: id, name };
  }

  private freeId(name: string): EntityId {
    const slug = fold(name).toLowerCase().replace(/['’.]/g, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'person';
    const taken = (id: string) => this.knowledge.entity(id) !== undefined || this.added.some((person) => person.id === id);
    let id = slug;
    for (let number = 2; taken(id); number++) id = `${slug}-${number}`;
    return id;
  }
}

function pick<K extends keyof HolderRow>(row: Pick<HolderRow, K> | undefined, key: K): Partial<Pick<HolderRow, K>> {
  return row ? { [key]: row[key] } as Pick<HolderRow, K> : {};
}

function sameStart(term: Term, row: HolderRow): boolean {
  const start = row.start === undefined ? undefined : parseEdtfDate(row.start);
  if (!term.from || !start) return true;
  return earliest(term.from) - TOLERANCE <= latest(start) && earliest(start) <= latest(term.from) + TOLERANCE;
}

function startOf(text: string | undefined): number {
  const date = text === undefined ? undefined : parseEdtfDate(text);
  return date ? earliest(date) : -Infinity;
}

function fromOf({ from }: Term): { readonly from?: string } {
  return from ? { from: formatEdtfDate(from) } : {};
}

function endOf({ end, endUnknown }: HolderRow): { readonly to?: string } {
  if (end !== undefined) return { to: end };
  return endUnknown ? { to: 'unknown' } : {};
}
