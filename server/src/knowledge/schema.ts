/**
 * The JSON Schema (draft-07) of the knowledge files. `server/knowledge/schema.json` is this object written out, for YAML editors;
 * a test holds the two together. Only the keywords of {@link Schema} are used, so that validate.ts can check all of them with
 * positions and without generated code.
 */
export interface Schema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'object' | 'array' | 'string' | 'boolean';
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly uniqueItems?: true;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  /** `edtf-date`, `edtf-end`, `edtf-day`: checked against the calendar, beyond the pattern. */
  readonly format?: string;
  readonly default?: string | boolean;
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

export const NAME_KINDS = [
  'full', 'formal', 'alias', 'acronym', 'family', 'given', 'adjective', 'demonym', 'metonym', 'former', 'variant', 'misnomer',
] as const;
/** Houses whose spellings are told apart where they differ. */
export const HOUSES = ['ap', 'reuters', 'bbc', 'guardian'] as const;
export const NAME_ORDERS = ['given-first', 'family-first', 'single'] as const;
export const PLACE_TYPES = ['city', 'region', 'building', 'water', 'island', 'mountain', 'continent', 'area', 'site'] as const;
export const MEMBER_STATUSES = ['member', 'candidate', 'observer', 'partner', 'suspended', 'applicant', 'invited'] as const;
export const SEXES = ['male', 'female'] as const;
export const ORGANISATION_TYPES = [
  'alliance', 'bloc', 'un', 'court', 'bank', 'treaty-body', 'ministry', 'armed-group', 'party', 'agency', 'company', 'media',
  'think-tank', 'legislature', 'other',
] as const;
export const EVENT_TYPES = [
  'invasion', 'war', 'coup', 'treaty', 'summit', 'election', 'attack', 'referendum', 'annexation', 'independence', 'crisis',
  'revolution', 'disaster', 'other',
] as const;

const DATE_PATTERN = '(-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(-[0-9]{2}(-[0-9]{2})?)?[~?%]?';

const definitions: Readonly<Record<string, Schema>> = {
  id: {
    title: 'id',
    type: 'string',
    pattern: '^[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)*$',
    description: 'Lower case, digits and hyphens; a dot between a body and its office: "russia.defence-minister".',
  },
  text: { title: 'text', type: 'string', minLength: 1 },
  date: {
    title: 'date',
    type: 'string',
    pattern: `^${DATE_PATTERN}$`,
    format: 'edtf-date',
    description: "EDTF: 2014-03-18, 2014-03, '2014' (in quotes), 199X, with ~ or ? when uncertain.",
  },
  end: {
    title: 'date or "unknown"',
    type: 'string',
    pattern: `^(unknown|${DATE_PATTERN})$`,
    format: 'edtf-end',
    description: 'Last day. Left out: still so on the as-of day. "unknown": it has ended, the day is not known.',
  },
  day: {
    title: 'day',
    type: 'string',
    pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
    format: 'edtf-day',
    description: 'A full date: 2026-02-01.',
  },
  source: {
    title: 'source', type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', description: 'own, wikidata-2022, factbook-2026 …',
  },
};

const ref = (name: string, description?: string): Schema => ({
  $ref: `#/definitions/${name}`, ...(description && { description }),
});
const text = (description: string): Schema => ({ ...definitions['text'], description });
const flag = (description: string, value: boolean): Schema => ({ type: 'boolean', description, default: value });
const choice = (title: string, values: readonly string[], description?: string): Schema => ({
  title, type: 'string', enum: values, ...(description && { description }),
});
const list = (items: Schema, description: string, minItems?: number): Schema => ({
  type: 'array', items, description, ...(minItems !== undefined && { minItems }),
});
const set = (items: Schema, description: string, minItems?: number): Schema => ({
  ...list(items, description, minItems), uniqueItems: true,
});
const record = (title: string, required: readonly string[], properties: Readonly<Record<string, Schema>>): Schema => ({
  title, type: 'object', additionalProperties: false, required, properties,
});

const period = {
  from: ref('date', 'First day. Left out: the start is not known.'),
  to: ref('end'),
};
const provenance = {
  source: ref('source', 'Where it comes from, when not the source of the file.'),
  asOf: ref('day', 'Day up to which it was checked, when not that of the file.'),
};
const names = list(
  record('name', ['text', 'kind'], {
    text: text('The name as written.'),
    kind: choice(
      'kind of name', NAME_KINDS.filter((kind) => kind !== 'full'),
      'How it names; "variant" is the spelling of another house, "misnomer" a wrong name.',
    ),
    ...period,
    houses: set(choice('house', HOUSES), 'Houses that write it so, where they differ from the house form.', 1),
  }),
  'Other names.',
);
const entity = {
  id: ref('id'),
  name: text('House form of the name.'),
  names,
  wikidata: {
    title: 'Wikidata id', type: 'string', pattern: '^Q[1-9][0-9]*$', description: 'Only where a reference gives it.',
  } as Schema,
  note: text('One neutral line for the hover card.'),
  ...provenance,
};

const role = record('role', ['id', 'name', 'titles'], {
  id: ref('id'),
  name: text('The role in general: "defence minister".'),
  titles: set(text('In lower case.'), 'Titles by which texts name it, in lower case.', 1),
  covers: set(ref('id'), 'Roles that this looser title can also mean.'),
});

const state = record('state', ['id', 'name'], {
  ...entity,
  exists: record('period', [], period),
  adjectives: set(text('"Russian".'), 'Adjectives: "Russian president".'),
  demonyms: set(text('"Russians".'), 'Words for its people.'),
  iso: { title: 'ISO code', type: 'string', pattern: '^[A-Z]{3}$', description: 'ISO 3166-1 alpha-3.' },
  capitals: list(record('capital', ['place'], { place: ref('id', 'Id of a place.'), ...period, ...provenance }), 'Oldest first.'),
});

const place = record('place', ['id', 'name', 'type'], {
  ...entity,
  type: choice('type of place', PLACE_TYPES),
  in: set(ref('id'), 'States; none or several where disputed.'),
  metonymOf: ref('id', 'State or organisation for which news says it: "the Kremlin".'),
});

const person = record('person', ['id', 'name'], {
  ...entity,
  family: text('Used on second reference; default: the last word, or the first of a family-first name.'),
  order: { ...choice('order of names', NAME_ORDERS), default: 'given-first' },
  born: ref('date'),
  died: ref('date', 'Only for the dead.'),
  sex: choice('sex', SEXES),
  nationality: set(ref('id'), 'States.'),
});

const office = record('office', ['id', 'role', 'of'], {
  ...entity,
  name: text('Default: "defence minister of Russia".'),
  role: ref('id', 'Id of a role in roles.yaml.'),
  of: ref('id', 'State or organisation.'),
  titles: set(text('In lower case.'), 'Titles beyond those of the role, in lower case.'),
  completeFrom: ref('date', 'No holder is missing from then on.'),
  single: flag('False when several hold it at once.', true),
  holders: list(
    record('holder', ['person'], {
      person: ref('id', 'Id of a person.'),
      ...period,
      acting: flag('Holds it for the time being.', false),
      ...provenance,
    }),
    'Oldest first; the same day ends one term and begins the next.',
  ),
});

const organisation = record('organisation', ['id', 'name', 'type'], {
  ...entity,
  type: choice('type of organisation', ORGANISATION_TYPES),
  exists: record('period', [], period),
  adjectives: set(text('An adjective.'), 'Adjectives.'),
  seat: ref('id', 'Id of a place.'),
  membersCompleteFrom: ref('date', 'The list of members is whole from then on.'),
  members: list(
    record('membership', ['states'], {
      states: set(ref('id'), 'States, or organisations where those are members.', 1),
      status: { ...choice('status', MEMBER_STATUSES), default: 'member' },
      ...period,
      ...provenance,
    }),
    'Who is in it, and since when.',
  ),
});

const event = record('event', ['id', 'name', 'type', 'start'], {
  ...entity,
  type: choice('type of event', EVENT_TYPES),
  start: ref('date'),
  end: ref('date', 'Of lasting events; left out for one-day events.'),
  ongoing: flag('Lasting, with no end up to the as-of day.', false),
  dates: list(
    record('date of an event', ['date', 'what'], { date: ref('date'), what: text('What was then.') }),
    'Other dates that a careful writer may give for it.',
  ),
  places: set(ref('id'), 'Places or states.'),
  parties: set(ref('id'), 'States, organisations, persons, places.'),
  phrases: set(
    text("'{iraq} (invaded|occupied) {kuwait}'"),
    'How texts mean it; {id} is any name or adjective of that entity, (a|b) a choice.',
  ),
});

export const KNOWLEDGE_SCHEMA: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://foreign-desk.example/knowledge.schema.json',
  ...record('file', ['asOf'], {
    asOf: ref('day', 'What is open-ended was checked up to this day.'),
    source: { ...ref('source', 'Default source of the facts in the file.') },
    ambiguous: set(text('A name.'), 'Names that several bear, and are meant to: each is declared once.'),
    roles: list(role, 'Generic roles.'),
    states: list(state, 'States.'),
    places: list(place, 'Cities, regions, buildings, waters.'),
    people: list(person, 'Persons.'),
    offices: list(office, 'Offices and who held them.'),
    organisations: list(organisation, 'Blocs, alliances, ministries, armed groups.'),
    events: list(event, 'Wars, treaties, summits, elections.'),
  }),
  description: 'Dated facts of Foreign Desk; see README.md beside this file.',
  definitions,
};

/** Lists of the file that hold entities, and the fields of theirs that are lists: what a workspace's record may replace. */
const ENTITY_RECORDS: Readonly<Record<string, Schema>> = { states: state, places: place, people: person, offices: office, organisations: organisation, events: event };

/** What a record in a workspace's file must have when its id is not one of ours, by list. */
export const REQUIRED_FIELDS: Readonly<Record<string, readonly string[]>> =
  Object.fromEntries(Object.entries(ENTITY_RECORDS).map(([list, { required }]) => [list, required!]));

/**
 * The schema of a workspace's own knowledge files: the same, but a record whose id we ship needs nothing more than that id, since it adds to
 * ours, and may name fields to `replace`.
 */
export const WORKSPACE_SCHEMA: Schema = {
  ...KNOWLEDGE_SCHEMA,
  $id: 'https://foreign-desk.example/workspace-knowledge.schema.json',
  description: 'Knowledge of this workspace, added to that of Foreign Desk. A record with an id of ours adds to our record; a new id makes a new one.',
  properties: {
    ...KNOWLEDGE_SCHEMA.properties,
    ...Object.fromEntries(Object.entries(ENTITY_RECORDS).map(([name, entry]) => [name, { ...KNOWLEDGE_SCHEMA.properties![name], items: amendable(entry) }])),
    roles: list({ ...role, required: ['id', 'titles'] }, 'Roles; one of ours gets these titles as well.'),
  },
};

function amendable(entry: Schema): Schema {
  const lists = Object.entries(entry.properties!).filter(([, { type }]) => type === 'array').map(([name]) => name);
  return {
    ...entry,
    required: ['id'],
    properties: { ...entry.properties, replace: set(choice('field', lists), 'Lists of which nothing that Foreign Desk ships is kept.') },
  };
}
