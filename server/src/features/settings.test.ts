import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../protocol';
import { isDate, readSettings } from './settings';

describe('readSettings', () => {
  it.each([[undefined], [null], [{}], [{ severity: null, houseNames: undefined, documentDate: '', other: 1 }]])('takes %j for the defaults', (value) => {
    expect(readSettings(value)).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
  });

  it('reads what is right', () => {
    const given = {
      severity: { 'office-expired': 'off', 'name-variant': 'hint' }, houseNames: { kyiv: 'Kiev' }, houseStyle: 'bbc', documentDate: ' 2026-02 ', assumeToday: true,
      checkQuotations: true, dateOrder: 'month-day-year',
    };
    expect(readSettings(given)).toEqual({ settings: { ...given, documentDate: '2026-02' }, problems: [] });
  });

  it('drops only what is wrong and tells each fault with its place', () => {
    const { settings, problems } = readSettings({
      severity: { a: 'error', b: 'loud' }, houseNames: ['x'], documentDate: '2026-13-01', assumeToday: 'yes', checkQuotations: 1, dateOrder: null,
    });
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, severity: { a: 'error' } });
    expect(problems).toEqual([
      "foreignDesk.severity.b: expected off, error, warning, information or hint, not 'loud'",
      'foreignDesk.houseNames: expected an object, not a list',
      "foreignDesk.documentDate: expected a date such as 2026-02-03, not '2026-13-01'",
      "foreignDesk.assumeToday: expected true or false, not 'yes'",
      'foreignDesk.checkQuotations: expected true or false, not 1',
    ]);
  });

  it.each([['loud'], [3], [[]]])('survives %j in the place of the section', (value) => {
    const { settings, problems } = readSettings(value);
    expect(settings).toEqual(DEFAULT_SETTINGS);
    expect(problems).toHaveLength(1);
  });
});

it('tells of severities for rules that there are not', () => {
  const { settings, problems } = readSettings({ severity: { known: 'off', unkown: 'off' } }, new Set(['known']));
  expect(settings.severity).toEqual({ known: 'off', unkown: 'off' });
  expect(problems).toEqual(["foreignDesk.severity: no rule is called 'unkown'"]);
});

it.each([['2026', true], ['2026-02-03', true], ['2026-02-01/2026-02-03', true], ['../2026', false], ['today', false], ['', false], [2026, false]])('date %j: %s', (value, expected) => {
  expect(isDate(value)).toBe(expected);
});

it('takes a news house by its short name, and says which there are', () => {
  expect(readSettings({ houseStyle: 'guardian' })).toMatchObject({ settings: { houseStyle: 'guardian' }, problems: [] });
  expect(readSettings({ houseStyle: 'times' })).toMatchObject({ settings: { houseStyle: '' }, problems: ["foreignDesk.houseStyle: expected ap, reuters, bbc or guardian, not 'times'"] });
});
