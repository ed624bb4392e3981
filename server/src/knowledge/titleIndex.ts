import type { Knowledge } from './api';
import { nameWords } from './nameKeys';
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

/** Titles of all roles and offices, singular and plural, as a trie by word keys. */
export function buildTitles(knowledge: Knowledge): ReadonlyMap<string, TitleNode> {
  const roots = new Map<string, TitleNode>();
  for (const role of knowledge.roles) {
    for (const title of role.titles) addTitle(roots, title, role.id);
  }
  for (const entity of knowledge.entities) {
    if (entity.kind !== 'office') continue;
    for (const name of entity.names) {
      if (name.kind !== 'full') addTitle(roots, withoutBody(knowledge, entity.of, name.text), entity.role, entity.id);
    }
  }
  return roots;
}

/** "East German leader" listed for an East German office is the title "leader": texts name the body in many ways. */
function withoutBody(knowledge: Knowledge, body: EntityId, title: string): string {
  for (const { text } of knowledge.entity(body)?.names ?? []) {
    if (title.length > text.length + 1 && title.charAt(text.length) === ' ' && title.slice(0, text.length).toLowerCase() === text.toLowerCase()) {
      return title.slice(text.length + 1);
    }
  }
  return title;
}

function addTitle(roots: Map<string, TitleNode>, title: string, role: RoleId, office?: EntityId): void {
  insert(roots, title, false, role, office);
  for (const plural of plurals(title)) insert(roots, plural, true, role, office);
}

function insert(roots: Map<string, TitleNode>, text: string, plural: boolean, role: RoleId, office?: EntityId): void {
  const words = nameWords(text);
  let level: Map<string, TitleNode> = roots;
  let node: TitleNode | undefined;
  for (const { key } of words) {
    node = level.get(key);
    if (!node) level.set(key, (node = { entry: undefined, children: undefined }));
    level = node.children ??= new Map<string, TitleNode>();
  }
  if (!node) return;
  node.entry ??= { text, roles: [], offices: [], plural, capitals: words.length === 1 && text.length <= 3 };
  if (!node.entry.roles.includes(role)) node.entry.roles.push(role);
  if (office !== undefined && !node.entry.offices.includes(office)) node.entry.offices.push(office);
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
