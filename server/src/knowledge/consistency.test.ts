import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../dates/edtf';
import type { DayRange } from '../dates/interval';
import { fold } from '../text/fold';
import { formatProblem } from './problem';
import { shippedCompilation, shippedKnowledge } from './testing/shipped';

// Well-known facts, written down apart from the knowledge files, against which the shipped knowledge is held.
const knowledge = shippedKnowledge();

function when(text: string): DayRange {
  const { from, to } = parseEdtf(text)!;
  return { first: from!.range.first, last: to!.range.last };
}

/** Ids of persons who have the name, spelt with or without diacritics. */
function personsNamed(name: string): readonly string[] {
  return knowledge.entities
    .filter((entity) => entity.kind === 'person' && entity.names.some(({ text }) => fold(text) === fold(name))).map(({ id }) => id);
}

describe('the shipped files', () => {
  it('have no errors', () => {
    expect(shippedCompilation().problems.filter(({ severity }) => severity === 'error').map(formatProblem)).toEqual([]);
  });

  it('give each office a holder and each organisation with a whole list its members', () => {
    for (const entity of knowledge.entities) {
      if (entity.kind === 'office') expect([entity.id, knowledge.holders(entity.id).length > 0]).toEqual([entity.id, true]);
      if (entity.kind === 'organisation' && entity.membersCompleteFrom) {
        expect([entity.id, knowledge.memberships(entity.id).length > 0]).toEqual([entity.id, true]);
      }
    }
  });

  it('decide who is a member on their as-of day, but for one disputed member at most', () => {
    for (const entity of knowledge.entities) {
      if (entity.kind !== 'organisation' || !entity.membersCompleteFrom) continue;
      const count = knowledge.memberCount(entity.id, { first: entity.asOf, last: entity.asOf })!;
      expect([entity.id, count.max - count.min <= 1]).toEqual([entity.id, true]);
    }
  });
});

describe('members', () => {
  it.each([
    ['un', '2001', 189], ['un', '2003', 191], ['un', '2007', 192], ['un', '2012', 193], ['un', '2024', 193],
    ['nato', '1950', 12], ['nato', '1953', 14], ['nato', '1960', 15], ['nato', '1990', 16], ['nato', '2000', 19], ['nato', '2005', 26], ['nato', '2010', 28],
    ['nato', '2018', 29], ['nato', '2021', 30], ['nato', '2023-06-01', 31], ['nato', '2024-06-01', 32],
    ['eu', '1960', 6], ['eu', '1975', 9], ['eu', '1982', 10], ['eu', '1990', 12], ['eu', '2000', 15], ['eu', '2005', 25], ['eu', '2008', 27], ['eu', '2015', 28], ['eu', '2021', 27],
    ['brics', '2010-06', 4], ['brics', '2015', 5],
    ['sco', '2010', 6], ['sco', '2018', 8], ['sco', '2023-08', 9], ['sco', '2024-08', 10],
    ['g7', '1990', 7], ['g7', '2020', 7],
    ['opec', '2012', 12], ['opec', '2017-09', 14], ['opec', '2019-06', 14], ['opec', '2022', 13], ['opec', '2024-06', 12],
    ['csto', '2003', 6], ['csto', '2010', 7], ['csto', '2015', 6],
    ['asean', '1970', 5], ['asean', '1990', 6], ['asean', '1996', 7], ['asean', '1998', 9], ['asean', '2000', 10], ['asean', '2024', 10], ['asean', '2025-12', 11],
    ['african-union', '2005', 53], ['african-union', '2012', 54], ['african-union', '2018', 55],
    ['gcc', '1990', 6], ['ecowas', '2010', 15], ['ecowas', '2025-06', 12], ['arab-league', '2010', 22],
  ] as const)('%s had in %s: %i', (organisation, date, count) => {
    expect(knowledge.memberCount(organisation, when(date))).toEqual({ min: count, max: count });
  });

  // "19 countries", "20 members" and "21 members" are all said of the G20.
  it('of the G20 are known and not counted', () => {
    expect(knowledge.memberCount('g20', when('2024'))).toBeUndefined();
    expect(knowledge.isMember('g20', 'argentina', when('2010'))).toBe('yes');
  });

  // Saudi Arabia is listed as a member by the bloc and has not confirmed it.
  it('of BRICS in June 2025: 10 or 11', () => {
    expect(knowledge.memberCount('brics', when('2025-06'))).toEqual({ min: 10, max: 11 });
    expect(knowledge.isMember('brics', 'saudi-arabia', when('2025-06'))).toBe('unknown');
  });

  it.each([
    ['nato', 'finland', '2022-12', 'no'], ['nato', 'finland', '2023-05', 'yes'], ['nato', 'sweden', '2024-03-06', 'no'], ['nato', 'sweden', '2024-04', 'yes'],
    ['nato', 'ukraine', '2024', 'no'], ['nato', 'turkey', '1960', 'yes'], ['eu', 'united-kingdom', '2019', 'yes'], ['eu', 'united-kingdom', '2021', 'no'],
    ['eu', 'croatia', '2012', 'no'], ['eu', 'croatia', '2014', 'yes'], ['eu', 'norway', '2020', 'no'], ['eu', 'turkey', '2015', 'no'],
    ['un', 'switzerland', '2001', 'no'], ['un', 'switzerland', '2003', 'yes'], ['sco', 'iran', '2022', 'no'], ['sco', 'iran', '2024', 'yes'],
    ['brics', 'south-africa', '2010-06', 'no'], ['brics', 'south-africa', '2012', 'yes'], ['african-union', 'morocco', '2010', 'no'], ['csto', 'uzbekistan', '2015', 'no'],
    ['opec', 'qatar', '2020', 'no'], ['arab-league', 'egypt', '2010', 'yes'],
  ] as const)('%s, %s in %s: %s', (organisation, state, date, expected) => {
    expect(knowledge.isMember(organisation, state, when(date))).toBe(expected);
  });
});

describe('who held an office', () => {
  it.each([
    ['united-states.president', '1985', 'Ronald Reagan'], ['united-states.president', '1999', 'Bill Clinton'], ['united-states.president', '2005', 'George W. Bush'],
    ['united-states.president', '2012', 'Barack Obama'], ['united-states.president', '2018', 'Donald Trump'], ['united-states.president', '2023', 'Joe Biden'],
    ['united-states.president', '2025-03', 'Donald Trump'], ['united-states.secretary-of-state', '2003', 'Colin Powell'],
    ['united-states.secretary-of-state', '2010', 'Hillary Clinton'], ['united-states.secretary-of-state', '2014', 'John Kerry'],
    ['united-states.secretary-of-state', '2022', 'Antony Blinken'], ['united-states.secretary-of-state', '2025-03', 'Marco Rubio'],
    ['united-states.defence-secretary', '2003', 'Donald Rumsfeld'], ['united-states.defence-secretary', '2022', 'Lloyd Austin'],
    ['united-kingdom.prime-minister', '1985', 'Margaret Thatcher'], ['united-kingdom.prime-minister', '2003', 'Tony Blair'],
    ['united-kingdom.prime-minister', '2013', 'David Cameron'], ['united-kingdom.prime-minister', '2017', 'Theresa May'],
    ['united-kingdom.prime-minister', '2020', 'Boris Johnson'], ['united-kingdom.prime-minister', '2022-10-01', 'Liz Truss'],
    ['united-kingdom.prime-minister', '2023-06', 'Rishi Sunak'], ['united-kingdom.prime-minister', '2024-09', 'Keir Starmer'],
    ['russia.president', '1995', 'Boris Yeltsin'], ['russia.president', '2005', 'Vladimir Putin'], ['russia.president', '2010', 'Dmitry Medvedev'],
    ['russia.president', '2015', 'Vladimir Putin'], ['russia.prime-minister', '2010', 'Vladimir Putin'], ['russia.prime-minister', '2022', 'Mikhail Mishustin'],
    ['russia.defence-minister', '2010', 'Anatoly Serdyukov'], ['russia.defence-minister', '2015', 'Sergei Shoigu'], ['russia.defence-minister', '2024-06', 'Andrei Belousov'],
    ['russia.security-council-secretary', '2010', 'Nikolai Patrushev'], ['russia.security-council-secretary', '2024-06', 'Sergei Shoigu'],
    ['russia.foreign-minister', '2014', 'Sergei Lavrov'], ['soviet-union.party-leader', '1970', 'Leonid Brezhnev'], ['soviet-union.party-leader', '1987', 'Mikhail Gorbachev'],
    ['ukraine.president', '2008', 'Viktor Yushchenko'], ['ukraine.president', '2012', 'Viktor Yanukovych'], ['ukraine.president', '2016', 'Petro Poroshenko'],
    ['ukraine.foreign-minister', '2021', 'Dmytro Kuleba'],
    ['germany.chancellor', '1990', 'Helmut Kohl'], ['germany.chancellor', '2000', 'Gerhard Schröder'], ['germany.chancellor', '2010', 'Angela Merkel'],
    ['germany.chancellor', '2022', 'Olaf Scholz'], ['germany.chancellor', '2025-06', 'Friedrich Merz'], ['germany.defence-minister', '2023-06', 'Boris Pistorius'],
    ['france.president', '1985', 'François Mitterrand'], ['france.president', '2000', 'Jacques Chirac'], ['france.president', '2010', 'Nicolas Sarkozy'],
    ['france.president', '2014', 'François Hollande'], ['france.president', '2020', 'Emmanuel Macron'],
    ['china.president', '2008', 'Hu Jintao'], ['china.president', '2015', 'Xi Jinping'], ['china.prime-minister', '2016', 'Li Keqiang'],
    ['china.foreign-minister', '2016', 'Wang Yi'], ['china.foreign-minister', '2023-03', 'Qin Gang'], ['china.foreign-minister', '2024', 'Wang Yi'],
    ['japan.prime-minister', '2015', 'Shinzo Abe'], ['japan.prime-minister', '2022', 'Fumio Kishida'], ['japan.prime-minister', '2025-12', 'Sanae Takaichi'],
    ['india.prime-minister', '2010', 'Manmohan Singh'], ['india.prime-minister', '2020', 'Narendra Modi'], ['iran.president', '2016', 'Hassan Rouhani'],
    ['iran.supreme-leader', '2000', 'Ali Khamenei'], ['israel.prime-minister', '2021-10', 'Naftali Bennett'], ['israel.prime-minister', '2022-09', 'Yair Lapid'],
    ['turkey.president', '2010', 'Abdullah Gül'], ['turkey.president', '2018', 'Recep Tayyip Erdogan'], ['south-korea.president', '2015', 'Park Geun-hye'],
    ['south-korea.president', '2023', 'Yoon Suk Yeol'], ['pakistan.prime-minister', '2020', 'Imran Khan'],
    ['nato.secretary-general', '2006', 'Jaap de Hoop Scheffer'], ['nato.secretary-general', '2018', 'Jens Stoltenberg'], ['nato.secretary-general', '2025-02', 'Mark Rutte'],
    ['un.secretary-general', '2000', 'Kofi Annan'], ['un.secretary-general', '2010', 'Ban Ki-moon'], ['un.secretary-general', '2020', 'António Guterres'],
  ] as const)('%s in %s: %s', (office, date, name) => {
    expect(knowledge.holdersAt(office, when(date)).filter(({ holds }) => holds === 'yes').some(({ person }) => personsNamed(name).includes(person))).toBe(true);
  });

  it.each([
    ['Barack Obama', 'united-states.president', '2018'], ['Joe Biden', 'united-states.president', '2012'], ['Rex Tillerson', 'united-states.secretary-of-state', '2019'],
    ['Boris Johnson', 'united-kingdom.prime-minister', '2023'], ['Theresa May', 'united-kingdom.prime-minister', '2013'], ['Sergei Shoigu', 'russia.defence-minister', '2024-06'],
    ['Dmitry Medvedev', 'russia.president', '2015'], ['Angela Merkel', 'germany.chancellor', '2022'], ['Nicolas Sarkozy', 'france.president', '2014'],
    ['Qin Gang', 'china.foreign-minister', '2024'], ['Shinzo Abe', 'japan.prime-minister', '2022'], ['Jens Stoltenberg', 'nato.secretary-general', '2025-02'],
  ] as const)('%s was not %s in %s', (name, office, date) => {
    const persons = personsNamed(name);
    expect(persons).toHaveLength(1);
    expect(knowledge.held(persons[0]!, office, when(date))).toBe('no');
  });
});

describe('capitals', () => {
  it.each([
    ['france', '2010', 'Paris'], ['ukraine', '2020', 'Kyiv'], ['kazakhstan', '1995', 'Almaty'], ['kazakhstan', '2010', 'Astana'], ['myanmar', '2000', 'Yangon'],
    ['myanmar', '2010', 'Naypyidaw'], ['brazil', '1950', 'Rio de Janeiro'], ['brazil', '1970', 'Brasilia'], ['nigeria', '1980', 'Lagos'], ['nigeria', '2000', 'Abuja'],
    ['pakistan', '1955', 'Karachi'], ['pakistan', '1975', 'Islamabad'], ['germany', '2005', 'Berlin'], ['japan', '2000', 'Tokyo'], ['australia', '2000', 'Canberra'],
    ['turkey', '2000', 'Ankara'], ['switzerland', '2000', 'Bern'], ['united-states', '2000', 'Washington'],
  ] as const)('of %s in %s: %s', (state, date, name) => {
    const place = knowledge.entity(knowledge.capitalAt(state, when(date)) ?? '');
    expect(place?.names.map(({ text }) => fold(text))).toContain(name);
    expect(knowledge.capitalOf(place!.id)).toContain(state);
  });
});
