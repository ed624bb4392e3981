import { describe, expect, it } from 'vitest';
import { citiesFile } from './cities.mjs';

const file = (text: string) => ({ path: 'x.yaml', text: `asOf: 2026-02-01\n${text}` });
const WORLD = file(`states:
  - id: norland
    name: Norland
    iso: NOR
  - {id: sudland, name: Sudland, iso: SWE, adjectives: [Sudlander]}
places:
  - {id: oldtown, name: Øldtown, type: city, in: [norland], names: [{text: 'Staraya', kind: former}]}
people:
  - {id: ada, name: Ada Valemont, born: 1950}
`);
const city = (name: string, country: string, population = 200_000, featureCode = 'PPL') => ({ name, country, population, featureCode });
const places = (...cities: ReturnType<typeof city>[]) => (citiesFile([WORLD], cities)?.text.split('\n') ?? [])
  .flatMap((line) => (line.startsWith('  - ') ? [JSON.parse(line.slice(4)) as { id: string; name: string; in: string[] }] : []))
  .map(({ id, name, in: states }) => `${id} ${name} ${states.join()}`);

describe('citiesFile', () => {
  it('makes a place in its state of each city', () => {
    expect(places(city('Nyby Östra', 'SE'), city("L'Havn", 'NO'))).toEqual(['city-no-lhavn L\'Havn norland', 'city-se-nyby-ostra Nyby Östra sudland']);
    expect(citiesFile([WORLD], [city('Nyby Östra', 'SE')])!.text).toMatch(/^asOf: \d{4}-\d\d-\d\d\nsource: geonames-\d{4}\nplaces:\n/);
  });

  it('leaves out small ones, districts, abandoned ones and states unknown', () => {
    expect(places(city('Smalltown', 'NO', 99_999), city('Quarter', 'NO', 200_000, 'PPLX'), city('Ruined', 'NO', 200_000, 'PPLH'), city('Faraway', 'TR'))).toEqual([]);
    expect(citiesFile([WORLD], [])).toBeUndefined();
  });

  it('leaves out names that the files give to anything', () => {
    expect(places(city('Oldtown', 'NO'), city('Staraya', 'SE'), city('Sudlander', 'SE'), city('Valemont', 'NO'), city('Ada Valemont', 'NO'))).toEqual([]);
  });

  it('leaves out names that mean something else, are very short or have brackets', () => {
    expect(places(city('Reading', 'NO'), city('Florence', 'NO'), city('Little Rock', 'NO'), city('Åby', 'NO'), city('Halle (Norra)', 'NO'))).toEqual([]);
    expect(places(city('Kiel', 'NO'))).toHaveLength(1);
  });

  it('keeps namesakes of like size, one in a state', () => {
    expect(places(city('Twintown', 'NO', 300_000), city('Twintown', 'NO', 250_000), city('Twintown', 'SE', 900_000))).toEqual([
      'city-no-twintown Twintown norland', 'city-se-twintown Twintown sudland']);
    expect(places(city('Twintown', 'NO', 110_000), city('Twintown', 'SE', 900_000))).toEqual(['city-se-twintown Twintown sudland']);
  });

  it('prints names as newspapers do', () => {
    expect(places(city('Bhusāval', 'NO'), city('Malmöstad', 'SE')).map((line) => line.split(' ')[1])).toEqual(['Bhusaval', 'Malmöstad']);
  });

  it('takes the cities of the package', () => expect(citiesFile([WORLD])!.text).toContain('"name":"Stavanger"'));
});
