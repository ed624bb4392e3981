import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { overlayKnowledge } from './overlay';
import { knowledgeFromYaml } from './testing/fromYaml';
import { writeEntity, writeName, type WriteInput } from './write';

const knowledge = knowledgeFromYaml(`
people: [{id: ana-musler, name: Ana Musler}]
states: [{id: borduria, name: Borduria}]
`);
const input = (...texts: readonly string[]): WriteInput => ({
  files: texts.map((text, index) => ({ path: index === 0 ? 'names.yaml' : `other-${index}.yaml`, text })), newPath: 'names.yaml', today: '2026-11-22',
});
/** What is written must be read without a complaint. */
function sound(result: ReturnType<typeof writeName>) {
  if ('message' in result) throw new Error(result.message);
  expect(overlayKnowledge(knowledge, [result]).problems).toEqual([]);
  return result;
}

describe('writeName', () => {
  it('makes a file that explains itself', () => {
    const { path, text, line } = sound(writeName(knowledge, 'ana-musler', 'Anna Mussler', input()));
    expect(path).toBe('names.yaml');
    expect(text).toBe(`# Knowledge of this workspace, added to that of Foreign Desk. A record with an id that Foreign Desk knows adds to it,
# any other id makes a new entity. Dates are EDTF (2026-02-03, 2026-02, '2026'); leave out what is not certain.
asOf: 2026-11-22

people:
  - id: ana-musler
    names:
      - {text: Anna Mussler, kind: variant}
`);
    expect(text.split('\n')[line]).toContain('id: ana-musler');
  });

  it('adds to the record where one has it, in whichever file, comments and order kept', () => {
    const other = `# ours\nasOf: 2026-01-01\npeople:\n  - id: ana-musler # the one\n    names: [{text: A. Musler, kind: variant}]\n  - {id: x-y, name: X Y}\n`;
    const { path, text, line } = sound(writeName(knowledge, 'ana-musler', 'Mussler', input('asOf: 2026-01-01\n', other)));
    expect(path).toBe('other-1.yaml');
    expect(text).toContain('# ours');
    expect(text).toContain('# the one');
    expect((parse(text) as { people: unknown[] }).people).toEqual([
      { id: 'ana-musler', names: [{ text: 'A. Musler', kind: 'variant' }, { text: 'Mussler', kind: 'family' }] }, { id: 'x-y', name: 'X Y' },
    ]);
    expect(line).toBe(3);
  });

  it('leaves alone what is known, unknown or broken, and says why', () => {
    expect(writeName(knowledge, 'ana-musler', 'Ana Musler', input())).toEqual({ message: '"Ana Musler" is already a name of Ana Musler' });
    expect(writeName(knowledge, 'nobody', 'No', input())).toEqual({ message: 'There is no "nobody" in the knowledge' });
    expect(writeName(knowledge, 'ana-musler', 'M', input('people: ['))).toEqual({ message: expect.stringMatching(/^names\.yaml is broken: /) as string });
    expect(writeName(knowledge, 'ana-musler', 'M', input('- 1'))).toEqual({ message: 'names.yaml holds no map of lists of records' });
  });
});

describe('writeEntity', () => {
  it('adds a record that people can fill in', () => {
    const before = '# keep\nasOf: 2026-01-01\npeople:\n  - {id: x-y, name: X Y}\n';
    const { text, line } = sound(writeEntity(knowledge, 'place', 'Saint-Élie  du Lac', input(before)));
    expect(text).toBe(`${before}\nplaces:\n  - id: saint-elie-du-lac\n    name: Saint-Élie du Lac\n    type: city\n`);
    expect(line).toBe(5 + 1);
  });

  it('makes an id that is free in ours and in the files', () => {
    const { text } = sound(writeEntity(knowledge, 'person', 'Ana Musler Jr', input('asOf: 2026-01-01\npeople:\n  - {id: ana-musler-jr, name: Someone Else}\n')));
    expect(text).toContain('id: ana-musler-jr-2');
    expect(sound(writeEntity(knowledge, 'organisation', 'Borduria', input())).text).toContain('- id: borduria-2\n    name: Borduria\n    type: other');
  });

  it('makes no id of a name without Latin letters', () => {
    expect(writeEntity(knowledge, 'person', '习近平', input())).toEqual({ message: 'No id can be made of "习近平"; write the record by hand' });
  });
});
