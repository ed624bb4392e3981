import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { parseEdtfDate } from '../dates/edtf';
import { compileKnowledge } from './compile';
import { KNOWLEDGE_SCHEMA, WORKSPACE_SCHEMA } from './schema';
import { shippedFiles } from './testing/shipped';

const written = readFileSync(new URL('../../knowledge/schema.json', import.meta.url), 'utf8');

/** ajv with our formats, as an editor with full support would check. */
function ajvVerdict() {
  const ajv = new Ajv({ allErrors: true });
  ajv.addFormat('edtf-date', (text: string) => parseEdtfDate(text) !== undefined);
  ajv.addFormat('edtf-end', (text: string) => text === 'unknown' || parseEdtfDate(text) !== undefined);
  ajv.addFormat('edtf-day', (text: string) => parseEdtfDate(text) !== undefined);
  return ajv.compile(JSON.parse(written) as object);
}

describe('workspace.schema.json', () => {
  const schema = JSON.parse(readFileSync(new URL('../../knowledge/workspace.schema.json', import.meta.url), 'utf8')) as object;

  it('is schema.ts written out (node scripts/knowledgeSchema.mjs)', () => {
    expect(schema).toEqual(JSON.parse(JSON.stringify(WORKSPACE_SCHEMA)));
  });

  it('asks nothing but the id of a record, and knows what may be replaced', () => {
    const judge = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    const file = (text: string) => judge(parse(`asOf: 2026-11-01\n${text}`, { schema: 'failsafe' }));
    expect(file('people: [{id: a, replace: [names], names: [{text: B, kind: variant}]}]')).toBe(true);
    expect(file('offices: [{id: a.b, holders: [{person: c, from: 2026-01-01}]}]')).toBe(true);
    expect(file('people: [{name: A}]')).toBe(false);
    expect(file('people: [{id: a, replace: [name]}]')).toBe(false);
  });
});

describe('schema.json', () => {
  it('is schema.ts written out (node scripts/knowledgeSchema.mjs)', () => {
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(KNOWLEDGE_SCHEMA)));
  });

  it('is a valid schema', () => {
    expect(new Ajv().validateSchema(JSON.parse(written) as object)).toBe(true);
  });

  it('judges the shipped files as the compiler does', () => {
    const judge = ajvVerdict();
    for (const file of shippedFiles()) {
      const ours = compileKnowledge([file]).problems.filter(({ message, severity }) => severity === 'error' && isAboutShape(message));
      expect([file.path, judge(parse(file.text))]).toEqual([file.path, ours.length === 0]);
    }
  });

  it('judges files with faults as the compiler does', () => {
    const judge = ajvVerdict();
    const head = 'asOf: 2026-02-01\n';
    const faulty = [
      'asOf: 2026-02-30', 'source: own', `${head}staates: []`, `${head}states: {}`, `${head}states: [{id: x}]`, `${head}states: [{id: X, name: X}]`,
      `${head}states: [{id: x, name: 5}]`, `${head}states: [{id: x, name: ''}]`, `${head}states: [{id: x, name: X, adjectives: [a, a]}]`,
      `${head}places: [{id: x, name: X, type: town}]`, `${head}people: [{id: x, name: X, born: 1990}]`, `${head}people: [{id: x, name: X, born: '1990-13'}]`,
      `${head}people: [{id: x, name: X, order: last-first}]`, `${head}people: [{id: x, name: X, wikidata: q1}]`, `${head}people: [5]`,
      `${head}offices: [{id: a.b, role: r, of: a, single: yes}]`, `${head}offices: [{id: a.b, role: r, of: a, holders: [{from: '1990'}]}]`,
      `${head}offices: [{id: a.b, role: r, of: a, holders: [{person: p, to: soon}]}]`, `${head}organisations: [{id: x, name: X, type: bloc, members: [{states: []}]}]`,
      `${head}events: [{id: x, name: X, type: war}]`, `${head}events: [{id: x, name: X, type: war, start: '1990', ongoing: 1}]`,
      `${head}roles: [{id: x, name: x, titles: []}]`,
    ];
    for (const text of faulty) {
      expect([text, judge(parse(text))]).toEqual([text, false]);
      expect([text, compileKnowledge([{ path: 'x.yaml', text }]).problems.some(({ severity }) => severity === 'error')]).toEqual([text, true]);
    }
  });
});

/** Whether a problem is one that the schema can see, and not one between records. */
function isAboutShape(message: string): boolean {
  return /^expected|needs "|has no "|" is no |stands twice/.test(message);
}
