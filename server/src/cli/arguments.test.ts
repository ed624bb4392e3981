import { describe, expect, it } from 'vitest';
import { parseArguments } from './arguments';

const RULE_IDS = ['weekday-mismatch', 'name-misspelt'];
const parse = (line: string) => parseArguments(line === '' ? [] : line.split(' '), RULE_IDS);

describe('check', () => {
  it('has defaults', () => {
    expect(parse('check a.md')).toEqual({
      name: 'check', files: ['a.md'], format: 'human', jsonl: false, assumeToday: false, severity: 'hint', rules: {}, quotations: false, mentions: false, times: false,
    });
  });
  it('takes all options, in any place and with either spelling of values', () => {
    expect(parse('check --date=2026-02 a.md -f json --severity warning --rule weekday-mismatch=off --rule name-misspelt=hint --mentions --times --quotations '
      + '--stdin-format markdown --config c.yaml --ignore-file i.yaml --assume-today --no-color -')).toEqual({
      name: 'check', files: ['a.md', '-'], format: 'json', jsonl: false, assumeToday: true, severity: 'warning',
      rules: { 'weekday-mismatch': 'off', 'name-misspelt': 'hint' }, quotations: true, mentions: true, times: true, date: '2026-02', stdinFormat: 'markdown',
      config: 'c.yaml', ignoreFile: 'i.yaml', color: false,
    });
  });
  it('switches everything on for --jsonl', () => expect(parse('check --jsonl')).toMatchObject({ jsonl: true, mentions: true, times: true }));
  it('takes words behind --', () => expect(parse('check -- --odd.md')).toMatchObject({ files: ['--odd.md'] }));
  it('knows no ignore file', () => expect(parse('check a --no-ignore-file')).toMatchObject({ ignoreFile: null }));
});

describe('other commands', () => {
  it.each([
    ['--help', { name: 'help' }],
    ['help check', { name: 'help', topic: 'check' }],
    ['explain -h', { name: 'help', topic: 'explain' }],
    ['-V', { name: 'version' }],
    ['explain Jon Ruizen --date 2014', { name: 'explain', subject: 'Jon Ruizen', date: '2014' }],
  ])('%s', (line, expected) => expect(parse(line)).toEqual(expected));
});

describe('says what is wrong', () => {
  it.each([
    ['', /no command/],
    ['chek a.md', /'chek' is no command/],
    ['check', /no files/],
    ['check --fromat json a', /no option --fromat/],
    ['check -x a', /no option -x/],
    ['check --format xml a', /--format: 'xml' is not one of human, json, sarif/],
    ['check --date 2026-13-01 a', /--date: '2026-13-01' is no date/],
    ['check --date ../2026 a', /is no date/],
    ['check a --date', /--date needs a value/],
    ['check --mentions=yes a', /--mentions takes no value/],
    ['check --severity loud a', /'loud' is not one of error, warning/],
    ['check --rule weekday-mismatch a', /has no severity/],
    ['check --rule no-such=off a', /no rule 'no-such'; there are weekday-mismatch, name-misspelt/],
    ['check --rule weekday-mismatch=never a', /'never' is not one of/],
    ['check --stdin-format html -', /'html' is not one of markdown, plaintext/],
    ['check --jsonl a.md', /leave out the files/],
    ['check --jsonl --format json', /leave out --format/],
    ['check a --ignore-file b --no-ignore-file', /contradict/],
    ['explain', /no name given/],
    ['explain --mentions Oslo', /does not know --mentions/],
  ])('%s', (line, message) => expect(() => parse(line)).toThrow(message));
});
