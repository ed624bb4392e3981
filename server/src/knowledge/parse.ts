import { isAlias, isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import { FileReport } from './problem';
import { KNOWLEDGE_SCHEMA, type Schema } from './schema';
import type { SourceFile } from './source';
import { validate, type Value } from './validate';

export interface ParsedFile {
  readonly report: FileReport;
  /** Only records that pass the schema; undefined when the file as a whole cannot be used. */
  readonly source?: SourceFile;
  /** Ids of records that were left out for their faults: what refers to them is not reported again. */
  readonly brokenIds: readonly string[];
}

/**
 * Reads one knowledge file. Every fault becomes a problem of the report; sound records of a file with faults are kept.
 * @param schema that of the shipped files, or the looser one of a workspace's
 */
export function parseKnowledgeFile(path: string, text: string, schema: Schema = KNOWLEDGE_SCHEMA): ParsedFile {
  const report = new FileReport(path);
  let root: Value;
  let broken = false;
  try {
    const document = parseDocument(text, { lineCounter: report.lines, prettyErrors: false, strict: true, uniqueKeys: true });
    for (const error of document.errors) report.add(error.pos[0], `YAML: ${error.message}`);
    for (const warning of document.warnings) report.add(warning.pos[0], `YAML: ${warning.message}`, 'warning');
    broken = document.errors.length > 0;
    root = toValue(document.contents as Node | null, report);
  } catch (error) {
    report.add(0, `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return { report, brokenIds: [] };
  }
  if (typeof root !== 'object' || root === null || Array.isArray(root)) {
    if (!broken) report.add(0, 'expected a file with asOf and lists of states, places, people, offices, organisations or events');
    return { report, brokenIds: [] };
  }
  const before = report.problems.length;
  const parsed = keepSound(root as Readonly<Record<string, Value>>, report, schema);
  // After a syntax error the rest is guesswork: its faults would only bury the one to mend.
  if (broken) report.problems.length = before;
  return { report, ...parsed };
}

function keepSound(root: Readonly<Record<string, Value>>, report: FileReport, schema: Schema): Pick<ParsedFile, 'source' | 'brokenIds'> {
  const brokenIds: string[] = [];
  const source: Record<string, Value> = {};
  const head: Record<string, Value> = {};
  report.alias(head, root);
  for (const [key, value] of Object.entries(root)) {
    const items = schema.properties![key]?.type === 'array' ? schema.properties![key]!.items! : undefined;
    if (!items || !Array.isArray(value)) {
      head[key] = value;
      continue;
    }
    source[key] = value.filter((item: Value, index) => {
      if (validate(item, items, schema, report, value, index)) return true;
      brokenIds.push(...idOf(item));
      return false;
    });
  }
  if (validate(head, schema, schema, report, root)) {
    return { source: { ...head, ...source } as unknown as SourceFile, brokenIds };
  }
  return { brokenIds: [...brokenIds, ...Object.values(source).flatMap((items) => (items as readonly Value[]).flatMap(idOf))] };
}

function idOf(item: Value): readonly string[] {
  const id = typeof item === 'object' && item !== null ? (item as { readonly id?: Value }).id : undefined;
  return typeof id === 'string' ? [id] : [];
}

/** The plain value of a node, its places noted in the report. Aliases are refused: a file is a list of facts, not a program. */
function toValue(node: Node | null | undefined, report: FileReport): Value {
  if (isScalar(node)) {
    const { value } = node;
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  }
  if (isSeq(node)) {
    const list: Value[] = [];
    const offsets = report.place(list, start(node));
    node.items.forEach((item, index) => {
      offsets.values.set(String(index), start(item as Node));
      list.push(toValue(item as Node, report));
    });
    return list;
  }
  if (isMap(node)) {
    const record = Object.create(null) as Record<string, Value>;
    const offsets = report.place(record, start(node));
    for (const { key, value } of node.items as readonly { key: Node; value: Node | null }[]) {
      const name = String(isScalar(key) ? key.value : '');
      offsets.keys.set(name, start(key));
      offsets.values.set(name, value ? start(value) : start(key));
      record[name] = toValue(value, report);
    }
    return record;
  }
  if (isAlias(node)) report.add(start(node), 'aliases (*name) are not allowed here; write the value out');
  return null;
}

function start(node: Node | null | undefined): number {
  return node?.range?.[0] ?? 0;
}
