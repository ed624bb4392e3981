import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../dates/edtf';
import type { DayRange } from '../dates/interval';
import { knowledgeFromYaml } from './testing/fromYaml';

/** Days of an EDTF date or interval. */
function when(text: string): DayRange {
  const { from, to } = parseEdtf(text)!;
  return { first: from!.range.first, last: to!.range.last };
}

const knowledge = knowledgeFromYaml(`
source: own
people:
  - {id: ada, name: Ada Vale, born: 1950-03-02, died: 2015-08}
  - {id: bo, name: Bo Stone, born: 1960~}
  - {id: cy, name: Cy Reed}
  - {id: dee, name: Dee Marsh}
  - {id: eve, name: Eve Hill}
states:
  - id: norland
    name: Norland
    exists: {from: 1905-06-07}
    names: [{text: Northmark, kind: former, to: '1905'}]
    capitals: [{place: oldtown, from: 1905-06-07, to: 1960-05-01}, {place: newtown, from: 1960-05-01}]
  - {id: sudland, name: Sudland, exists: {to: 1990-10-03}, capitals: [{place: southport}]}
  - {id: westland, name: Westland, capitals: [{place: newtown}, {place: southport}]}
places:
  - {id: oldtown, name: Oldtown, type: city, in: [norland]}
  - {id: newtown, name: Newtown, type: city, in: [norland]}
  - {id: southport, name: Southport, type: city}
offices:
  - id: norland.prime-minister
    role: prime-minister
    of: norland
    completeFrom: 1990-01-01
    holders:
      - {person: ada, from: 1990-01-01, to: 1994-06-01}
      - {person: bo, from: 1994-06-01, to: 1998-06-01, acting: true}
      - {person: bo, from: 1998-06-01, to: 2002-03-10}
      - {person: ada, from: 2002-03-10, to: 2010-09-09}
      - {person: cy, from: 2010-09-09}
  - id: norland.foreign-minister
    role: foreign-minister
    of: norland
    holders:
      - {person: bo, from: '2003', to: '2005'}
      - {person: dee, from: 2006-01-01, to: unknown}
      - {person: cy, to: 2001-01-01}
organisations:
  - id: league
    name: Northern League
    type: bloc
    exists: {from: 1980-01-01, to: 2020-12-31}
    membersCompleteFrom: 1985-01-01
    members:
      - {states: [norland], from: 1980-01-01}
      - {states: [sudland], from: 1982-01-01, to: 1990-10-03}
      - {states: [westland], from: 1999-03-12, to: 2005-05-05}
      - {states: [westland], status: suspended, from: 2005-05-05, to: 2008-01-01}
      - {states: [westland], status: candidate, from: 2012-01-01}
      - {states: [sudland], status: observer, from: 2000-01-01}
  - {id: club, name: Club, type: bloc, members: [{states: [norland], from: 1980-01-01, to: 1981-01-01}]}
events:
  - {id: frost-war, name: Frost War, type: war, start: 1991-02-01, end: 1991-05-10}
  - {id: long-crisis, name: Long Crisis, type: crisis, start: '2019', ongoing: true}
  - {id: oldtown-summit, name: Oldtown Summit, type: summit, start: 2001-05-05}
`);
const PM = 'norland.prime-minister';
const FM = 'norland.foreign-minister';

describe('held', () => {
  it.each([
    ['a day within the term', 'ada', PM, '1992-05-05', 'yes'],
    ['the first day', 'ada', PM, '1990-01-01', 'yes'],
    ['the day before', 'ada', PM, '1989-12-31', 'no'],
    ['the day of the handover, who leaves', 'bo', PM, '2002-03-10', 'yes'],
    ['the day of the handover, who comes', 'ada', PM, '2002-03-10', 'yes'],
    ['between two terms', 'ada', PM, '1999', 'no'],
    ['the second term', 'ada', PM, '2005-07', 'yes'],
    ['after the last term', 'ada', PM, '2010-09-10', 'no'],
    ['a year in which the term began', 'ada', PM, '2002', 'unknown'],
    ['acting and then in full, over the join', 'bo', PM, '1997/1999', 'yes'],
    ['a stretch longer than the terms', 'bo', PM, '1993/1999', 'unknown'],
    ['still in office', 'cy', PM, '2020-01-01', 'yes'],
    ['still in office, on the as-of day', 'cy', PM, '2026-02-01', 'yes'],
    ['the day after the as-of day', 'cy', PM, '2026-02-02', 'unknown'],
    ['before an open term', 'cy', PM, '2010-09-08', 'no'],
    ['long ended, after the as-of day', 'ada', PM, '2027-01-01', 'no'],
    ['never in an office that is complete', 'dee', PM, '2000-01-01', 'no'],
    ['before it is complete', 'dee', PM, '1989-06-01', 'unknown'],
    ['after the as-of day', 'dee', PM, '2026-06-01', 'unknown'],
    ['never in an office that is not complete', 'eve', FM, '2004-06-01', 'unknown'],
    ['a vague term, in the middle', 'bo', FM, '2004', 'yes'],
    ['a vague term, in its first year', 'bo', FM, '2003-06-01', 'unknown'],
    ['before a vague term', 'bo', FM, '2002-12-31', 'no'],
    ['an unknown end, soon after the start', 'dee', FM, '2006-01-02', 'unknown'],
    ['an unknown end, the first day', 'dee', FM, '2006-01-01', 'yes'],
    ['an unknown end, before the start', 'dee', FM, '2005-12-31', 'no'],
    ['an unknown end, after the as-of day', 'dee', FM, '2026-03-01', 'no'],
    ['an unknown start, the last day', 'cy', FM, '2001-01-01', 'yes'],
    ['an unknown start, earlier', 'cy', FM, '1995', 'unknown'],
    ['an unknown start, after the end', 'cy', FM, '2001-01-02', 'no'],
    ['an unknown office', 'cy', 'norland.dentist', '2001', 'unknown'],
    ['an unknown person', 'nobody', FM, '2001', 'unknown'],
  ])('%s: %s %s %s: %s', (_, person, office, date, expected) => {
    expect(knowledge.held(person, office, when(date))).toBe(expected);
  });

  it('knows nothing of a moment that may be at any time', () => {
    expect(knowledge.held('ada', PM, { first: -Infinity, last: Infinity })).toBe('unknown');
    expect(knowledge.held('dee', PM, { first: -Infinity, last: Infinity })).toBe('unknown');
  });
});

describe('terms', () => {
  const show = (terms: readonly { readonly person: string; readonly holds: string }[]) => terms.map(({ person, holds }) => `${person} ${holds}`);

  it('are listed oldest first, of an office and of a person', () => {
    expect(knowledge.holders(PM).map(({ person }) => person)).toEqual(['ada', 'bo', 'bo', 'ada', 'cy']);
    expect(knowledge.holders(FM).map(({ person }) => person)).toEqual(['cy', 'bo', 'dee']);
    expect(knowledge.terms('bo').map(({ office }) => office)).toEqual([PM, PM, FM]);
    expect(knowledge.holders('nothing')).toEqual([]);
    expect(knowledge.holders(PM)).toBe(knowledge.holders(PM));
  });

  it('are found by day', () => {
    expect(show(knowledge.holdersAt(PM, when('1996-01-01')))).toEqual(['bo yes']);
    expect(knowledge.holdersAt(PM, when('1996-01-01'))[0]).toMatchObject({ acting: true, source: 'own' });
    expect(show(knowledge.holdersAt(PM, when('2002-03-10')))).toEqual(['bo yes', 'ada yes']);
    expect(show(knowledge.holdersAt(PM, when('2002')))).toEqual(['bo unknown', 'ada unknown']);
    expect(show(knowledge.holdersAt(PM, when('2027')))).toEqual(['cy unknown']);
    expect(show(knowledge.holdersAt(FM, when('2008')))).toEqual(['dee unknown']);
    expect(knowledge.termsAt('cy', when('2015')).map(({ office, holds }) => `${office} ${holds}`)).toEqual([`${PM} yes`]);
  });

  it('lead from the body to its offices', () => {
    expect(knowledge.officesOf('norland').map(({ id }) => id)).toEqual([FM, PM]);
    expect(knowledge.officesOf('sudland')).toEqual([]);
  });
});

describe('membership', () => {
  it.each([
    ['norland', '1990', 'yes'], ['norland', '1979', 'no'], ['norland', '2026-02-02', 'unknown'],
    ['sudland', '1990-10-03', 'yes'], ['sudland', '1990-10-04', 'no'], ['sudland', '2001', 'no'],
    ['westland', '1999-03-11', 'no'], ['westland', '1999', 'unknown'], ['westland', '2007', 'yes'], ['westland', '2004/2006', 'yes'],
    ['westland', '2013', 'no'], ['elsewhere', '2000', 'no'], ['elsewhere', '1984', 'unknown'], ['elsewhere', '2027', 'unknown'],
  ])('%s in %s: %s', (state, date, expected) => {
    expect(knowledge.isMember('league', state, when(date))).toBe(expected);
  });

  it('of a list that is not whole is denied only to former members', () => {
    expect(knowledge.isMember('club', 'norland', when('1990'))).toBe('no');
    expect(knowledge.isMember('club', 'sudland', when('1990'))).toBe('unknown');
    expect(knowledge.isMember('nothing', 'sudland', when('1990'))).toBe('unknown');
  });

  it.each([
    ['1984-12-31', undefined], ['1985-01-01', [2, 2]], ['1990-10-03', [2, 2]], ['1990-10-04', [1, 1]], ['1990', [1, 2]], ['1999-03-12', [2, 2]],
    ['1999', [1, 2]], ['2004/2006', [2, 2]], ['2010', [1, 1]], ['2026-02-01', [1, 1]], ['2026-02-02', undefined], ['1980/2000', undefined],
  ])('count at %s: %j', (date, expected) => {
    expect(knowledge.memberCount('league', when(date))).toEqual(expected && { min: expected[0], max: expected[1] });
  });

  it('is not counted where the list is not whole', () => {
    expect(knowledge.memberCount('club', when('1980'))).toBeUndefined();
    expect(knowledge.memberCount('norland', when('1980'))).toBeUndefined();
  });

  it('is listed by organisation, by member and by day', () => {
    expect(knowledge.memberships('league')).toHaveLength(6);
    expect(knowledge.membershipsOf('norland').map(({ organisation }) => organisation)).toEqual(['club', 'league']);
    expect(knowledge.membersAt('league', when('2013')).map(({ member, status }) => `${member} ${status}`)).toEqual([
      'norland member', 'sudland observer', 'westland candidate',
    ]);
  });
});

describe('places, lives and names', () => {
  it.each([
    ['norland', '1950', 'oldtown'], ['norland', '1970', 'newtown'], ['norland', '1900', undefined], ['norland', '2030', 'newtown'],
    ['norland', '1960', undefined], ['sudland', '1970', 'southport'], ['westland', '2000', undefined], ['ada', '2000', undefined],
  ])('the capital of %s in %s is %s', (state, date, expected) => {
    expect(knowledge.capitalAt(state, when(date))).toBe(expected);
  });

  it('tells whose capital a place is or was', () => {
    expect(knowledge.capitalOf('oldtown')).toEqual(['norland']);
    expect(knowledge.capitalOf('newtown')).toEqual(['norland', 'westland']);
    expect(knowledge.capitalOf('ada')).toEqual([]);
  });

  it.each([
    ['ada', '1950-03-01', 'no'], ['ada', '1950-03-02', 'yes'], ['ada', '2015-07-31', 'yes'], ['ada', '2015-08-15', 'unknown'], ['ada', '2015-09-01', 'no'],
    ['bo', '1950', 'no'], ['bo', '1958', 'unknown'], ['bo', '1960', 'unknown'], ['bo', '1970', 'yes'], ['bo', '2026-02-01', 'yes'], ['bo', '2030', 'unknown'],
    ['cy', '1990', 'unknown'], ['norland', '1990', 'unknown'],
  ])('%s was alive in %s: %s', (person, date, expected) => {
    expect(knowledge.alive(person, when(date))).toBe(expected);
  });

  it.each([
    ['norland', '1900', 'no'], ['norland', '2000', 'yes'], ['sudland', '1990-10-04', 'no'], ['sudland', '1950', 'unknown'], ['league', '2021', 'no'],
    ['frost-war', '1991-03', 'yes'], ['frost-war', '1991', 'unknown'], ['frost-war', '1992', 'no'], ['long-crisis', '2022', 'yes'], ['long-crisis', '2030', 'unknown'],
    ['oldtown-summit', '2001-05-05', 'yes'], ['oldtown-summit', '2001-05-06', 'no'], ['oldtown', '2000', 'unknown'], ['nothing', '2000', 'unknown'],
  ])('%s existed in %s: %s', (id, date, expected) => {
    expect(knowledge.exists(id, when(date))).toBe(expected);
  });

  it('tells when a name was used', () => {
    const [house, former] = knowledge.entity('norland')!.names;
    expect(knowledge.nameUsed(former!, when('1950'))).toBe('no');
    expect(knowledge.nameUsed(former!, when('1900'))).toBe('unknown');
    expect(knowledge.nameUsed(house!, when('1900'))).toBe('unknown');
  });
});

describe('the facade', () => {
  it('has the newest as-of day, entities by id and kind, and roles', () => {
    const two = knowledgeFromYaml('asOf: 2020-01-01\nstates: [{id: x, name: X}]', 'asOf: 2024-01-01\nstates: [{id: y, name: Y, wikidata: Q5, note: A line.}]');
    expect(two.asOf).toBe(when('2024-01-01').first);
    expect(two.entity('x')).toMatchObject({ kind: 'state', asOf: when('2020-01-01').first, source: 'own' });
    expect(two.entity('y')).toMatchObject({ wikidata: 'Q5', note: 'A line.' });
    expect(two.entity('z')).toBeUndefined();
    expect(two.role('defence-minister')!.titles).toContain('minister of defence');
    expect(Object.isFrozen(two)).toBe(true);
  });

  it('takes the as-of day and the source of a fact before those of the record and the file', () => {
    const one = knowledgeFromYaml(`
asOf: 2020-01-01
source: own
people: [{id: ada, name: Ada Vale}]
states: [{id: x, name: X}]
offices:
  - {id: x.president, role: president, of: x, asOf: 2021-01-01, source: gazette, holders: [
      {person: ada, from: 2000-01-01, to: 2001-01-01, source: archive}, {person: ada, from: 2010-01-01, asOf: 2022-01-01}]}`);
    expect(one.holders('x.president').map(({ source, asOf }) => [source, asOf])).toEqual([['archive', when('2021-01-01').first], ['gazette', when('2022-01-01').first]]);
    expect(one.held('ada', 'x.president', when('2021-06-01'))).toBe('yes');
  });
});
