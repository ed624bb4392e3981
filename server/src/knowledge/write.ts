import { isMap, isScalar, isSeq, parseDocument, type Document, type YAMLMap, type YAMLSeq } from 'yaml';
import { fold } from '../text/fold';
import type { Knowledge } from './api';
import type { KnowledgeFile } from './compile';
import { ENTITY_LISTS, type EntityList } from './registry';
import type { EntityId, EntityKind } from './types';

/** A file as it stands after something was written into it. */
export interface Written extends KnowledgeFile {
  /** Line of the record that was written or added to, from 0. */
  readonly line: number;
}

export type WriteResult = Written | { readonly message: string };

export interface WriteInput {
  /** The workspace's files; none is changed in place. */
  readonly files: readonly KnowledgeFile[];
  /** Path of the file that is made, or added to, when no file has the entity's record yet. */
  readonly newPath: string;
  /** For a new file: `YYYY-MM-DD`. */
  readonly today: string;
}

const HEAD = `# Knowledge of this workspace, added to that of Foreign Desk. A record with an id that Foreign Desk knows adds to it,
# any other id makes a new entity. Dates are EDTF (2026-02-03, 2026-02, '2026'); leave out what is not certain.
`;

/**
 * Writes another name of an entity into a workspace's files: into its record where one has it, else into a new record. Comments and layout are kept.
 * Gives a message instead when the entity is not known, has the name already, or the file to be written is broken.
 */
export function writeName(knowledge: Knowledge, id: EntityId, name: string, input: WriteInput): WriteResult {
  const entity = knowledge.entity(id);
  if (!entity) return { message: `There is no "${id}" in the knowledge` };
  if (entity.names.some(({ text }) => text === name)) return { message: `"${name}" is already a name of ${entity.name}` };
  const list = listOf(entity.kind);
  const item = { text: name, kind: name.includes(' ') || entity.kind !== 'person' ? 'variant' : 'family' };
  const file = input.files.find(({ text }) => recordIn(parseDocument(text), list, id) !== undefined);
  return edit(file, input, (document) => {
    const record = recordIn(document, list, id) ?? addRecord(document, list, { id });
    const names = record.get('names', true);
    const node = document.createNode(item);
    (node as YAMLMap).flow = true;
    if (isSeq(names)) names.add(node);
    else record.set('names', document.createNode([node]));
    return record;
  });
}

/**
 * Writes a new entity with nothing but its name into a workspace's files, for people to fill in. The id is made of the name; one that
 * is taken gets a number.
 */
export function writeEntity(knowledge: Knowledge, kind: 'person' | 'place' | 'organisation', name: string, input: WriteInput): WriteResult {
  const list = listOf(kind);
  const text = name.replace(/\s+/g, ' ').trim();
  const slug = fold(text).toLowerCase().replace(/['’.]/g, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  if (slug === '') return { message: `No id can be made of "${name}"; write the record by hand` };
  const documents = input.files.map((file) => parseDocument(file.text));
  const taken = (id: string) => knowledge.entity(id) !== undefined
    || (Object.keys(ENTITY_LISTS) as EntityList[]).some((other) => documents.some((document) => recordIn(document, other, id)));
  let id = slug;
  for (let number = 2; taken(id); number++) id = `${slug}-${number}`;
  const type: Readonly<Record<string, string>> = { place: { type: 'city' }, organisation: { type: 'other' }, person: {} }[kind];
  const file = input.files.find(({ path }) => path === input.newPath);
  return edit(file, input, (document) => addRecord(document, list, { id, name: text, ...type }));
}

function listOf(kind: EntityKind): EntityList {
  return (Object.keys(ENTITY_LISTS) as EntityList[]).find((list) => ENTITY_LISTS[list] === kind)!;
}

/** Makes the change in the file, in the one at the new path when it is undefined, or in a new one. */
function edit(file: KnowledgeFile | undefined, { files, newPath, today }: WriteInput, change: (document: Document) => YAMLMap): WriteResult {
  const target = file ?? files.find(({ path }) => path === newPath);
  const text = target && target.text.trim() !== '' ? target.text : `${target?.text ?? ''}${HEAD}asOf: ${today}\n`;
  const document = parseDocument(text);
  const [fault] = document.errors;
  if (fault) return { message: `${target!.path} is broken: ${fault.message.split('\n', 1)[0]!.replace(/ at line .*$/, '')}` };
  if (!isMap(document.contents)) return { message: `${target!.path} holds no map of lists of records` };
  for (const { value } of document.contents.items) if (isScalar(value) && value.value === null) (document.contents as YAMLMap).flow = false;
  const record = change(document);
  const marker = record.get('id', true);
  const written = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  const id = isScalar(marker) ? String(marker.value) : '';
  return { path: target?.path ?? newPath, text: written, line: lineOf(written, id) };
}

function recordIn(document: Document, list: EntityList, id: string): YAMLMap | undefined {
  const records = isMap(document.contents) ? document.contents.get(list, true) : undefined;
  if (!isSeq(records)) return undefined;
  return records.items.find((item): item is YAMLMap => isMap(item) && item.get('id') === id);
}

function addRecord(document: Document, list: EntityList, fields: Readonly<Record<string, string>>): YAMLMap {
  const root = document.contents as YAMLMap;
  let records = root.get(list, true) as YAMLSeq | undefined;
  if (!isSeq(records)) {
    records = document.createNode([]) as YAMLSeq;
    root.set(document.createNode(list), records);
    const pair = root.items[root.items.length - 1]!;
    if (root.items.length > 1) (pair.key as { spaceBefore?: boolean }).spaceBefore = true;
  }
  records.flow = false;
  const record = document.createNode(fields) as YAMLMap;
  records.add(record);
  return record;
}

/** Line of the record, from 0: found in the text that people will see. */
function lineOf(text: string, id: string): number {
  const at = parseDocument(text);
  for (const list of Object.keys(ENTITY_LISTS) as EntityList[]) {
    const offset = recordIn(at, list, id)?.range?.[0];
    if (offset !== undefined) return text.slice(0, offset).split('\n').length - 1;
  }
  return 0;
}
