import { nameWords } from './nameKeys';
import type { NamedFacts } from './nameTables';
import type { TapeReader, TapeWriter } from './tape';
import type { EntityId, RoleId } from './types';

/** A title as texts write it. */
export interface TitleEntry {
  readonly text: string;
  /** Roles whose own title it is; wider readings ("leader") are in the role's `covers`. */
  readonly roles: RoleId[];
  /** Offices that list the title as theirs alone. */
  readonly offices: EntityId[];
  readonly plural: boolean;
  /** Must be in capitals: "PM". */
  readonly capitals: boolean;
}

export interface TitleNode {
  entry: TitleEntry | undefined;
  children: Map<string, TitleNode> | undefined;
}

/** A title with the keys of its words, joined with spaces. */
export interface KeyedTitle extends TitleEntry {
  readonly keys: string;
}

/** Titles of all roles and offices, singular and plural, by the key of their first word. */
export function collectTitles(facts: NamedFacts): ReadonlyMap<string, readonly KeyedTitle[]> {
  const titles = new Map<string, KeyedTitle>();
  for (const role of facts.roles) {
    for (const title of role.titles) addTitle(titles, title, role.id);
  }
  const generic = new Set(titles.keys());
  for (const entity of facts.entities) {
    if (entity.kind !== 'office') continue;
    for (const name of entity.names) {
      if (name.kind !== 'full') addTitle(titles, withoutBody(facts, entity.of, name.text), entity.role, { id: entity.id, generic });
    }
  }
  const byStart = new Map<string, KeyedTitle[]>();
  for (const title of titles.values()) {
    const start = title.keys.split(' ', 1)[0]!;
    const list = byStart.get(start);
    if (list) list.push(title);
    else byStart.set(start, [title]);
  }
  return byStart;
}

export function writeTitle(tape: TapeWriter, { text, keys, plural, roles, offices }: KeyedTitle): void {
  tape.text(text);
  tape.text(keys);
  tape.flag(plural);
  tape.texts(roles);
  tape.texts(offices);
}

/** Reads the titles that begin with one word and makes a trie of them: the node is that of the first word. */
export function readTitles(tape: TapeReader, end: number): TitleNode {
  const root: TitleNode = { entry: undefined, children: undefined };
  while (tape.position < end) {
    const text = tape.text();
    const keys = tape.text().split(' ');
    let node = root;
    for (let i = 1; i < keys.length; i++) {
      const children = (node.children ??= new Map<string, TitleNode>());
      let next = children.get(keys[i]!);
      if (!next) children.set(keys[i]!, (next = { entry: undefined, children: undefined }));
      node = next;
    }
    const plural = tape.flag();
    node.entry = { text, plural, roles: tape.texts(), offices: tape.texts(), capitals: isCapitals(text, keys.length) };
  }
  return root;
}

/** "East German leader" listed for an East German office is the title "leader": texts name the body in many ways. */
function withoutBody(facts: NamedFacts, body: EntityId, title: string): string {
  for (const { text } of facts.entity(body)?.names ?? []) {
    if (title.length > text.length + 1 && title.charAt(text.length) === ' ' && title.slice(0, text.length).toLowerCase() === text.toLowerCase()) {
      return title.slice(text.length + 1);
    }
  }
  return title;
}

/** An office with a title of its own, and the keys of the titles that roles have. */
interface Own {
  readonly id: EntityId;
  readonly generic: ReadonlySet<string>;
}

function addTitle(titles: Map<string, KeyedTitle>, title: string, role: RoleId, office?: Own): void {
  insert(titles, title, false, role, office);
  for (const plural of plurals(title)) insert(titles, plural, true, role, office);
}

function insert(titles: Map<string, KeyedTitle>, text: string, plural: boolean, role: RoleId, office?: Own): void {
  const words = nameWords(text);
  if (words.length === 0) return;
  const keys = words.map(({ key }) => key).join(' ');
  let title = titles.get(keys);
  if (!title) titles.set(keys, (title = { text, keys, roles: [], offices: [], plural, capitals: isCapitals(text, words.length) }));
  // A title of roles keeps its meaning everywhere: that a bank's head is called "president" makes no bank's head of every president.
  if (!title.roles.includes(role) && !office?.generic.has(keys)) title.roles.push(role);
  if (office && !title.offices.includes(office.id)) title.offices.push(office.id);
}

function isCapitals(text: string, words: number): boolean {
  return words === 1 && text.length <= 3;
}

/** "foreign ministers", "ministers of defence", "secretaries-general": the head word in the plural. */
function plurals(title: string): string[] {
  const head = /^(.*?)( (?:of|for) .*|[- ]general)$/.exec(title);
  const result = [head ? pluralWord(head[1]!) + head[2]! : pluralWord(title)];
  if (head && !/ (?:of|for) /.test(title)) result.push(pluralWord(title));
  return result;
}

function pluralWord(text: string): string {
  if (/[^aeiou]y$/.test(text)) return text.slice(0, -1) + 'ies';
  if (text.endsWith('man')) return text.slice(0, -3) + 'men';
  return /(?:s|x|ch|sh)$/.test(text) ? text + 'es' : text + 's';
}
