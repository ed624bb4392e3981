import { parseEdtfDate, type EdtfDate } from '../dates/edtf';
import { earliest, latest } from './period';
import type { FileReport } from './problem';
import type {
  SourceCapital, SourceEntity, SourceFile, SourceHolder, SourceMembers, SourceName, SourceOffice, SourcePeriod, SourceProvenance,
} from './source';
import type { EntityKind } from './types';

/** A fact of a list, with the dates between which it holds. */
type Dated = SourcePeriod & SourceProvenance;

/** Source of a workspace's facts where its file names none. */
export const WORKSPACE_SOURCE = 'workspace';

/**
 * Joins a workspace's record to the shipped record of the same id.
 *
 * Single values replace ours; lists are added to ours, but for those named in `replace`, of which nothing of ours is kept. A name given anew, a
 * holder, capital or membership that begins on the same day (or gives no beginning) replaces ours, so that an end can be set. What the workspace adds
 * to an office held by one at a time, or to the capitals, ends what was open in ours. The added facts carry the as-of day and source of their file;
 * ours keep theirs, for that somebody added a name says nothing about the rest. A record that gives an `asOf` of its own says that the whole of it,
 * ours included, was checked up to that day.
 * @param shipped the record as `sourceOf` gives it
 * @param report of the file: the places of what is joined are noted there
 */
export function amend(
  kind: EntityKind, shipped: SourceEntity | SourceOffice, own: SourceEntity | SourceOffice, file: SourceFile, report: FileReport,
): SourceEntity | SourceOffice {
  const replaced = new Set(own.replace ?? []);
  const ground = Object.fromEntries(Object.entries(shipped).filter(([key]) => !replaced.has(key))
    .map(([key, value]) => [key, own.asOf !== undefined && FACTS.has(key) ? checkedUpTo(own.asOf, value as readonly Dated[]) : value]));
  const merged: Record<string, unknown> = { ...ground, ...own };
  delete merged['replace'];
  const provenance: Required<SourceProvenance> = { source: own.source ?? file.source ?? WORKSPACE_SOURCE, asOf: own.asOf ?? file.asOf };
  const join = <T extends object>(key: string, merge: (ours: readonly T[], theirs: readonly T[]) => readonly T[]): void => {
    const theirs = (own as unknown as Record<string, readonly T[] | undefined>)[key];
    if (!theirs) return;
    const list = merge((ground[key] as readonly T[] | undefined) ?? [], theirs);
    // What was ours has no place in the file; a fault of it is shown at the record.
    for (const item of list) if (!theirs.includes(item) && typeof item === 'object' && !report.has(item)) report.alias(item, own);
    report.alias(list, theirs);
    merged[key] = list;
  };
  const stamp = <T extends Dated>(fact: T): T => {
    const stamped = { ...fact, source: fact.source ?? provenance.source, asOf: fact.asOf ?? provenance.asOf };
    report.alias(stamped, fact);
    return stamped;
  };

  join<SourceName>('names', (ours, theirs) => {
    const given = new Set(theirs.map(nameKey));
    return [...ours.filter((name) => !given.has(nameKey(name))), ...theirs];
  });
  for (const key of ['adjectives', 'demonyms', 'titles', 'in', 'nationality', 'places', 'parties', 'phrases']) {
    const theirs = (own as unknown as Record<string, readonly string[] | undefined>)[key];
    if (theirs) merged[key] = [...new Set([...((ground[key] as readonly string[] | undefined) ?? []), ...theirs])];
  }
  join<{ date: string; what: string }>('dates', (ours, theirs) => [...ours, ...theirs]);
  if (own.name !== undefined && shipped.name !== undefined && own.name !== shipped.name && !replaced.has('names')) {
    merged['names'] = [...((merged['names'] as readonly SourceName[] | undefined) ?? []), { text: shipped.name, kind: 'variant' }];
  }
  switch (kind) {
    case 'office': {
      const single = (own as SourceOffice).single ?? (shipped as SourceOffice).single ?? true;
      join<SourceHolder>('holders', (ours, theirs) => joinDated(ours, theirs.map(stamp), {
        same: (a, b) => a.person === b.person,
        ends: (before, added) => single && !added.acting && before.person !== added.person,
      }));
      break;
    }
    case 'state':
      join<SourceCapital>('capitals', (ours, theirs) => joinDated(ours, theirs.map(stamp), {
        same: (a, b) => a.place === b.place, ends: (before, added) => before.place !== added.place,
      }));
      break;
    case 'organisation':
      join<SourceMembers>('members', (ours, theirs) => joinDated(ours, theirs.flatMap(apart).map(stamp), {
        same: (a, b) => a.states[0] === b.states[0] && statusOf(a) === statusOf(b),
        ends: (before, added) => before.states[0] === added.states[0] && statusOf(before) !== statusOf(added),
      }));
      break;
    default:
  }
  const result = { ...merged, source: own.source ?? shipped.source, asOf: own.asOf ?? shipped.asOf } as unknown as SourceEntity | SourceOffice;
  report.alias(result, own);
  return result;

  function apart(members: SourceMembers): readonly SourceMembers[] {
    return members.states.map((state) => {
      const one = { ...members, states: [state] };
      report.alias(one, members);
      report.alias(one.states, members.states);
      return one;
    });
  }
}

/** Lists of facts with an as-of day each. */
const FACTS: ReadonlySet<string> = new Set(['holders', 'members', 'capitals']);

function checkedUpTo(asOf: string, facts: readonly Dated[]): readonly Dated[] {
  return facts.map((fact) => (fact.asOf !== undefined && fact.asOf >= asOf ? fact : { ...fact, asOf }));
}

const nameKey = ({ text, kind }: SourceName): string => `${kind} ${text}`;
const statusOf = ({ status }: SourceMembers): string => status ?? 'member';

interface Relation<T> {
  /** Whether two facts are of one and the same thing. */
  same(a: T, b: T): boolean;
  /** Whether an added fact ends an open one that began earlier. */
  ends(before: T, added: T): boolean;
}

/** Our facts and the added ones in order of their beginnings. */
function joinDated<T extends Dated>(ours: readonly T[], added: readonly T[], { same, ends }: Relation<T>): readonly T[] {
  let kept: T[] = [...ours];
  const joined: T[] = [];
  for (const fact of added) {
    const target = kept.filter((other) => same(other, fact) && (fact.from === undefined || fact.from === other.from)).at(-1);
    if (target) {
      kept = kept.filter((other) => other !== target);
      joined.push(fact.from === undefined && target.from !== undefined ? withStart(fact, target.from) : fact);
    } else {
      joined.push(fact);
    }
    const start = dateOf(fact.from);
    if (start) kept = kept.map((other) => (other.to === undefined && ends(other, fact) && startsBefore(other, start) ? { ...other, to: fact.from } : other));
  }
  return [...kept, ...joined].sort((a, b) => startOf(a) - startOf(b));
}

/** Set in place: the fact is a copy that nobody else holds, and its place in the file is noted for it. */
function withStart<T extends Dated>(fact: T, from: string): T {
  (fact as { from?: string }).from = from;
  return fact;
}

function startsBefore({ from }: Dated, start: EdtfDate): boolean {
  const own = dateOf(from);
  return own === undefined || latest(own) <= earliest(start);
}

function startOf({ from }: Dated): number {
  const date = dateOf(from);
  return date ? earliest(date) : -Infinity;
}

function dateOf(text: string | undefined): EdtfDate | undefined {
  return text === undefined ? undefined : parseEdtfDate(text);
}
