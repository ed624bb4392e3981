import { parseEdtfDate } from '../../dates/edtf';

/** One term of one holder, as Wikidata has it. */
export interface HolderRow {
  /** Wikidata id of the office: Q218295. */
  readonly office: string;
  readonly person: string;
  /** English name; missing where Wikidata has none. */
  readonly name?: string;
  /** EDTF, as precise as Wikidata knows it. */
  readonly start?: string;
  readonly end?: string;
  /** The end is given as an unknown value: it has ended, nobody says when. */
  readonly endUnknown?: boolean;
  readonly born?: string;
  readonly died?: string;
  readonly sex?: 'male' | 'female';
}

/** What there is to say when an answer is not one of Wikidata's. */
export class ResultError extends Error {}

interface Term {
  readonly type?: unknown;
  readonly value?: unknown;
}

const ENTITY = /^http:\/\/www\.wikidata\.org\/entity\/(Q[1-9]\d*)$/;
const SEXES: Readonly<Record<string, 'male' | 'female'>> = { Q6581097: 'male', Q6581072: 'female', Q2449503: 'male', Q1052281: 'female' };

/**
 * Reads an answer in the SPARQL 1.1 Query Results JSON Format, or the plain list of records that the service's page offers for download. Rows
 * that name no office or person are left out; several birth dates of one person make one row, the most precise. Throws a {@link ResultError} for
 * what is neither.
 */
export function readResult(json: unknown): readonly HolderRow[] {
  const bindings = bindingsOf(json);
  const rows = new Map<string, HolderRow>();
  for (const binding of bindings) {
    const row = readRow(binding);
    if (!row) continue;
    const key = `${row.office} ${row.person} ${row.start ?? ''} ${row.end ?? ''}`;
    const other = rows.get(key);
    rows.set(key, other ? { ...row, ...mostPrecise('born', row, other), ...mostPrecise('died', row, other) } : row);
  }
  return [...rows.values()];
}

function bindingsOf(json: unknown): readonly Readonly<Record<string, Term>>[] {
  if (Array.isArray(json)) {
    return (json as unknown[]).filter((item) => typeof item === 'object' && item !== null)
      .map((item) => Object.fromEntries(Object.entries(item as object).map(([key, value]) => [key, { value: value as unknown }])));
  }
  const bindings = (json as { results?: { bindings?: unknown } } | null)?.results?.bindings;
  if (!Array.isArray(bindings)) throw new ResultError('not an answer of the query service: it has no results.bindings');
  return bindings.filter((item): item is Record<string, Term> => typeof item === 'object' && item !== null);
}

function readRow(binding: Readonly<Record<string, Term>>): HolderRow | undefined {
  const text = (name: string): string | undefined => {
    const value = binding[name]?.value;
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const id = (name: string): string | undefined => ENTITY.exec(text(name) ?? '')?.[1];
  const office = id('office');
  const person = id('person');
  if (office === undefined || person === undefined) return undefined;
  const label = text('personLabel');
  const start = edtf(text('start'), text('startPrecision'));
  const end = edtf(text('end'), text('endPrecision'));
  const born = edtf(text('born'), text('bornPrecision'));
  const died = edtf(text('died'), text('diedPrecision'));
  const sex = SEXES[id('sex') ?? ''];
  return {
    office, person,
    ...(label !== undefined && !/^Q\d+$/.test(label) && { name: label }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(end === undefined && text('endGiven') !== undefined && { endUnknown: true }),
    ...(born !== undefined && { born }),
    ...(died !== undefined && { died }),
    ...(sex && { sex }),
  };
}

/** `2012-11-06T00:00:00Z` with precision 11 (day), 10 (month), 9 (year), 8 (decade) as EDTF. */
function edtf(time: string | undefined, precision: string | undefined): string | undefined {
  const match = /^\+?(\d{4})-(\d\d)-(\d\d)/.exec(time ?? '');
  if (!match) return undefined;
  const [, year, month, day] = match as unknown as [string, string, string, string];
  const text = { 9: year, 10: `${year}-${month}`, 11: `${year}-${month}-${day}`, 8: `${year.slice(0, 3)}X` }[Number(precision ?? 11)];
  return text !== undefined && parseEdtfDate(text) ? text : undefined;
}

function mostPrecise<K extends 'born' | 'died'>(key: K, a: HolderRow, b: HolderRow): Partial<HolderRow> {
  const [x, y] = [a[key], b[key]];
  if (x === undefined) return y === undefined ? {} : { [key]: y };
  return y !== undefined && y.length > x.length ? { [key]: y } : {};
}
