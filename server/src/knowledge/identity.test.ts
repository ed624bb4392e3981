import { describe, expect, it } from 'vitest';
import { compileKnowledge } from './compile';

const warnings = (text: string) => compileKnowledge([{ path: 'a.yaml', text: `asOf: 2026-02-01\n${text}` }]).problems.map(({ message }) => message);

describe('names that several bear', () => {
  it('must be declared', () => {
    const organisations = `organisations:
  - {id: rapid-forces, name: Rapid Forces, type: armed-group, names: [{text: RF, kind: acronym}]}
  - {id: reporters-fund, name: Reporters Fund, type: other, names: [{text: RF, kind: acronym}]}
`;
    expect(warnings(organisations)).toEqual(['"RF" is also a name of "rapid-forces" (a.yaml:3); declare it under "ambiguous" if both bear it']);
    expect(warnings(`ambiguous: [RF]\n${organisations}`)).toEqual([]);
  });

  it('are told once of persons with one name, unless they are declared', () => {
    const people = 'people: [{id: a-berg, name: Ana Berg}, {id: a-berg-2, name: Ána Berg}, {id: c-berg, name: C. Berg, names: [{text: Ana Berg, kind: alias}]}]\n';
    expect(warnings(people)).toEqual(['"a-berg" has the same name (a.yaml:2)', '"Ana Berg" is the name of "a-berg" (a.yaml:2)']);
    expect(warnings(`ambiguous: [Ana Berg, Ána Berg]\n${people}`)).toEqual([]);
  });

  it('are no matter among cities, nor family names, adjectives and demonyms', () => {
    expect(warnings(`places: [{id: a, name: Newton, type: city}, {id: b, name: Newton, type: city}]
people: [{id: c-newton, name: Carl Newton}, {id: d-newton, name: Dora Newton, names: [{text: Dora, kind: given}]}]
states: [{id: x, name: Xland, adjectives: [Lander]}, {id: y, name: Yland, adjectives: [Lander]}]
`)).toEqual([]);
  });
});
