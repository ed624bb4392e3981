import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verify, withoutAccepted } from './knowledgeVerify.mjs';
import { dayRange, readKnowledge, sameName } from './lib/verifyModel.mjs';
import { officeClass, parseCsv, sinceDate } from './lib/verifyReferences.mjs';

const YAML = `asOf: 2022-05-01
source: own
places: [{id: northport, name: Northport, type: city, in: [norland]}]
states:
  - id: norland
    name: Norland
    capitals: [{place: northport, from: 1900-01-01}]
people:
  - {id: ada-vale, name: Ada Vale, sex: female, born: 1960-02-03, wikidata: Q1}
  - {id: bo-dahl, name: Bo Dahl, sex: male, wikidata: Q2}
  - {id: cy-eng, name: Cy Eng, sex: male, born: 1990-01-01, died: 2015-06-01}
offices:
  - id: norland.foreign-minister
    role: foreign-minister
    of: norland
    holders:
      - {person: ada-vale, from: 2005-03-01, to: 2010-03-01}
      - {person: bo-dahl, from: 2010-03-01, to: 2016-03-01}
  - id: norland.president
    role: president
    of: norland
    holders:
      - {person: cy-eng, from: 2001-01-01, to: 2018-01-01}
      - {person: ada-vale, from: 2017-01-01}
organisations:
  - id: nato
    name: NATO
    type: alliance
    membersCompleteFrom: 1949-04-04
    members: [{states: [norland], from: 1990-01-01}]
`;

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'verify-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const model = () => readKnowledge([{ path: 'norland.yaml', text: YAML }]);
const kinds = () => verify(model(), folder).conflicts.map(({ kind, severity, line }: { kind: string; severity: string; line: number }) => `${severity} ${kind} ${line}`);
const holders = (...rows: string[]) => put('every-politician/norland-cabinet/holders21.csv', `position,person,personID,start,end\n${rows.join('\n')}\n`);

/** What the made-up file has against itself: somebody in office after death and as a child, and two presidents at once. */
const PLAUSIBLE = ['high plausible 23', 'high plausible 23', 'high plausible 23'];

describe('verify', () => {
  it('finds what is implausible without any reference', () => {
    expect(kinds()).toEqual(PLAUSIBLE);
  });

  it('says nothing where Wikidata agrees within a week, or has no day, or has an open end', () => {
    holders('Minister of Foreign Affairs,Ada Vale,Q1,2005-03-05,2010-02-27', 'Minister for Foreign Affairs,Bo Dahl,Q2,2010-03-01,', 'President,Ada Vale,Q1,2016,');
    expect(kinds()).toEqual(PLAUSIBLE);
  });

  it('finds a start and an end that differ', () => {
    holders('Minister of Foreign Affairs,Ada Vale,Q1,2005-05-01,2010-03-01', 'Minister of Foreign Affairs,Bo Dahl,Q2,2010-03-01,2015-03-01');
    expect(kinds().slice(0, 2)).toEqual(['high term 17', 'high term 18']);
  });

  it('takes successive terms of one person as one, and leaves out posts of another rank', () => {
    holders('Minister of Foreign Affairs,Bo Dahl,Q2,2010-03-01,2013-01-01', 'Minister of Foreign Affairs,Bo Dahl,Q2,2013-01-05,2016-03-01', 'Deputy Minister of Foreign Affairs,Cy Eng,Q3,2011-01-01,2012-01-01');
    expect(kinds()).toEqual(PLAUSIBLE);
  });

  it('finds another holder in the middle of a term', () => {
    holders('Minister of Foreign Affairs,Dag Falk,Q9,2011-01-01,2013-01-01');
    expect(kinds()[0]).toBe('high holder 18');
  });

  it('finds a QID of somebody else, another birthday and another sex', () => {
    put('every-politician/norland-cabinet/bio.csv', 'id,name,gender,dob,dobp,dod,dodp,image,enwiki\nQ1,Ada Vale,male,1960-02-13,11,,,,\nQ2,Eva Holm,male,,,,,,\n');
    const found = kinds();
    expect(found).toContain('high sex 9');
    expect(found).toContain('low born 9');
    expect(found).toContain('high qid 10');
  });

  it('holds heads, capital and memberships against the factbook', () => {
    const government = (head: string, capital: string, bodies: string) => put('factbook/north/no.json', JSON.stringify({ Government: {
      'Country name': { 'conventional short form': { text: 'Norland' } },
      'Executive branch': { 'chief of state': { text: head } },
      Capital: { name: { text: capital } },
      'International organization participation': { text: bodies },
    } }));
    government('President Ada VALE (since 1 January 2017)', 'Northport', 'EBRD, NATO, UN');
    expect(kinds()).toEqual(PLAUSIBLE);
    government('President Gus HAUG (since 1 May 2020)', 'Southport', 'EBRD, NATO (partner), UN');
    expect(kinds().slice(0, 3)).toEqual(['high head 24', 'high capital 7', 'high member 26']);
    government('President Gus HAUG (since 1 May 2024)', 'Northport', 'NATO');
    expect(kinds().at(-1)).toBe('low stale 24');
  });
});

describe('withoutAccepted', () => {
  it('takes accepted differences out and names those that are gone', () => {
    const conflicts = [{ key: 'a', kind: 'term' }, { key: 'b', kind: 'term' }];
    expect(withoutAccepted(conflicts, [{ key: 'a', reason: 'known' }, { key: 'c', reason: 'gone' }])).toEqual({
      left: [{ key: 'b', kind: 'term' }], accepted: [{ key: 'a', kind: 'term', reason: 'known' }], unused: ['c'],
    });
  });
});

describe('reading references', () => {
  it.each([
    ['Jong-un Kim', 'Kim Jong Un', true, true],
    ['Hamad bin Said', 'Said bin Hamad', true, false],
    ['Nguyễn Văn Đạt', 'Nguyen Van Dat', true, true],
    ['Ada Vale', 'Bo Vale', true, false],
    ['Ada Wale-Holm', 'VALE', false, false],
    ['Ada Holmqvist', 'HOLMKVIST', false, true],
  ])('compares %s and %s (strict: %s)', (a, b, strict, same) => {
    expect(sameName(a, b, strict)).toBe(same);
  });

  it.each([
    ['Minister of Foreign Affairs and Trade', 'foreign'], ['Secretary of State for Defence', 'defence'], ['Minister of State for Foreign Affairs', undefined],
    ['Deputy Prime Minister', undefined], ['Federal Chancellor', 'government'], ['President of the Senate', undefined], ['Foreign Secretary', undefined],
  ])('takes %s for %s', (position, wanted) => {
    expect(officeClass(position)).toBe(wanted);
  });

  it.each([['(since 14 May 2017)', '2017-05-14'], ['(since 5 Sep 2025)', '2025-09-05'], ['(since May 2017)', '2017-05'], ['(since 1997)', '1997'], ['', undefined]])('reads %s', (text, date) => {
    expect(sinceDate(text)).toBe(date);
  });

  it('reads quoted fields and dates of any precision', () => {
    expect(parseCsv('a,b\n"x, ""y""",1\r\n')).toEqual([{ a: 'x, "y"', b: '1' }]);
    expect(dayRange('1970-02')).toEqual({ first: 31, last: 58, precise: false });
    expect(dayRange('199X')).toBeUndefined();
  });
});
