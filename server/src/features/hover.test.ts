import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../dates/edtf';
import { knowledgeFromYaml } from '../knowledge/testing/fromYaml';
import { cardAt, cardText } from './card';
import { hover } from './hover';
import { finding, fixture, SMALL_WORLD, type FixtureParts } from './testing/fixture';

const knowledge = knowledgeFromYaml(SMALL_WORLD);

function card(marked: string, parts: FixtureParts = {}): string {
  const { analysis, cursor } = fixture(marked, { knowledge, date: '2026-01-10', ...parts });
  const found = cardAt(analysis, cursor);
  return found ? cardText(found) : '';
}

describe('card of a person', () => {
  const text = `Anna$0 Berg spoke.\n^^^^^^^^^ person:anna-berg\n\nThen Berg left.\n     ^^^^ person:anna-berg`;

  it('gives the office at the date of the text, earlier ones, life, spellings, mentions and source', () => {
    expect(card(text)).toMatchInlineSnapshot(`
      "Anna Berg — person, Norland
      President of Norland since 1 June 2024 (on 10 January 2026)
      Earlier: defence minister of Norland (6 November 2012 – 14 May 2024)
      Born 21 May 1960
      Also: Ana Berg
      Mentioned twice in this text: lines 1 and 3
      Foreign Desk, as of 1 February 2026
      Wikidata: https://www.wikidata.org/wiki/Q1"
    `);
  });

  it('answers for the date of an older text', () => {
    expect(card(text, { date: '2016-03' })).toMatchInlineSnapshot(`
      "Anna Berg — person, Norland
      Defence minister of Norland from 6 November 2012 until 14 May 2024 (in March 2016)
      Later: president of Norland (since 1 June 2024)
      Born 21 May 1960
      Also: Ana Berg
      Mentioned twice in this text: lines 1 and 3
      Foreign Desk, as of 1 February 2026
      Wikidata: https://www.wikidata.org/wiki/Q1"
    `);
  });

  it('answers for the as-of date where the text has no date', () => {
    expect(card(text, { date: undefined })).toContain('President of Norland since 1 June 2024 (now, as of 1 February 2026)');
  });

  it('does not claim that an office still holds after the as-of date', () => {
    expect(card(text, { date: '2030-01-01' })).toContain('President of Norland since 1 June 2024 (as of 1 February 2026)');
  });

  it('tells the office at the time of the sentence where that is another', () => {
    const range = parseEdtf('2014-03')!.from!.range;
    const claim = {
      type: 'holds-office', person: 0, office: 1, roles: ['defence-minister'], of: 'norland', ofExplicit: true, tense: 'current',
      time: { ranges: [range], basis: 'sentence' }, modality: 'asserted', block: 0, sentence: 0, start: 0, end: 9,
    } as const;
    expect(card(text, { claims: [claim] })).toContain('When this sentence plays (March 2014): defence minister of Norland\nPresident of Norland');
  });

  it('lists earlier offices of the dead, latest first', () => {
    const dead = card('Bo$0 Dahl\n^^^^^^^ person:bo-dahl');
    expect(dead).toMatchInlineSnapshot(`
      "Bo Dahl — person, Norland
      Earlier: secretary-general of the League (1 January 2013 – 31 December 2020); defence minister of Norland (1 January 2004 – 6 November 2012)
      Born about 1950, died 4 March 2022
      Foreign Desk, as of 1 February 2026 · Wikidata, 2022; as of 1 February 2026"
    `);
  });
});

describe('card of other kinds', () => {
  it('state', () => {
    expect(card('Norland$0\n^^^^^^^ state:norland')).toMatchInlineSnapshot(`
      "Norland — state
      Republic of Norland
      Capital: Vik (on 10 January 2026)
      President: Anna Berg since 1 June 2024
      Member of League
      Foreign Desk, as of 1 February 2026"
    `);
  });
  it('state that is no more', () => {
    expect(card('Sudland$0\n^^^^^^^ state:sudland')).toContain('Existed 1 January 1950 – 30 June 1990');
  });
  it('capital at an earlier date', () => {
    expect(card('Norland$0\n^^^^^^^ state:norland', { date: '1995' })).toContain('Capital: Oldby (in 1995)');
  });
  it('place that stands for the government', () => {
    expect(card('Vik$0 said\n^^^ place:vik stands=norland')).toMatchInlineSnapshot(`
      "Vik — city in Norland
      Here it stands for the Norlandic government
      Capital of Norland (on 10 January 2026)
      Formerly Karlsvik (until 1951)
      Foreign Desk, as of 1 February 2026"
    `);
  });
  it('organisation', () => {
    expect(card('the League$0\n    ^^^^^^ organisation:league', { date: '1980-01-01' })).toMatchInlineSnapshot(`
      "League — alliance
      League of Lands
      Founded 4 April 1949
      Seat: Vik
      2 members (on 1 January 1980)
      Also: LoL
      Foreign Desk, as of 1 February 2026"
    `);
  });
  it('office with predecessor', () => {
    expect(card('defence minister$0\n^^^^^^^^^^^^^^^^ office:norland.defence-minister')).toMatchInlineSnapshot(`
      "Defence minister of Norland — office
      Held by Carl Ek since 14 May 2024 (on 10 January 2026)
      Before: Anna Berg (6 November 2012 – 14 May 2024)
      Foreign Desk, as of 1 February 2026"
    `);
  });
  it('office with successor in an older text', () => {
    const text = card('defence minister$0\n^^^^^^^^^^^^^^^^ office role=defence-minister of=norland', { date: '2010-01-01' });
    expect(text).toContain('Held by Bo Dahl from 1 January 2004 until 6 November 2012 (on 1 January 2010)');
    expect(text).toContain('Next: Anna Berg (6 November 2012 – 14 May 2024)');
  });
  it('office whose body only the claim knows', () => {
    const claim = {
      type: 'holds-office', person: 0, office: 0, roles: ['defence-minister'], of: 'norland', ofExplicit: false, tense: 'current',
      time: { ranges: [], basis: 'none' }, modality: 'asserted', block: 0, sentence: 0, start: 0, end: 16,
    } as const;
    expect(card('defence minister$0\n^^^^^^^^^^^^^^^^ office role=defence-minister', { claims: [claim] })).toContain('Held by Carl Ek');
  });
  it('office whose body only the person tells', () => {
    const claim = {
      type: 'holds-office', person: 1, office: 0, roles: ['defence-minister'], ofExplicit: false, tense: 'current',
      time: { ranges: [], basis: 'none' }, modality: 'asserted', block: 0, sentence: 0, start: 0, end: 16,
    } as const;
    const text = 'defence minister$0 Carl Ek\n^^^^^^^^^^^^^^^^ office role=defence-minister\n                 ^^^^^^^ person:carl-ek';
    expect(card(text, { claims: [claim] })).toContain('Defence minister of Norland — office\nHeld by Carl Ek');
  });
  it('office of nobody', () => {
    expect(card('defence minister$0\n^^^^^^^^^^^^^^^^ office role=defence-minister')).toContain('The text does not say whose office it is');
  });
  it('event', () => {
    expect(card('the Fjord War$0\n    ^^^^^^^^^ event:fjord-war')).toMatchInlineSnapshot(`
      "Fjord War — war
      2 April 1982 – 14 June 1982
      First landing: 1 May 1982
      Parties: Norland and Sudland
      Where: Norland
      Foreign Desk, as of 1 February 2026"
    `);
  });
  it('ambiguous name', () => {
    expect(card('Vik$0\n^^^ place perhaps=vik perhaps=oldby')).toMatchInlineSnapshot(`
      "Vik — not clear which one is meant
      Perhaps Vik (place) – same name
      Perhaps Oldby (place) – same name
      Foreign Desk, as of 1 February 2026"
    `);
  });
  it('unknown name', () => {
    expect(card('Xyz$0\n^^^ person')).toContain('Xyz — person that is not known here');
  });
});

describe('card of a time', () => {
  it('says the weekday and what it was reckoned from', () => {
    expect(card('on Saturday$0\n   ^^^^^^^^ date:2026-01-10 document')).toMatchInlineSnapshot(`
      "10 January 2026 — date
      Saturday
      Reckoned from the dateline, 10 January 2026"
    `);
  });
  it('says why it has no value', () => {
    expect(card('on Wednesday$0\n   ^^^^^^^^^ date ?no-document-date')).toContain('the text has no date from which to reckon');
  });
  it('gives both readings of an ambiguous date', () => {
    const { analysis } = fixture('3/4/2022\n^^^^^^^^ date ?ambiguous', { knowledge });
    const time = { ...analysis.times[0]!, readings: ['2022-04-03', '2022-03-04'] };
    expect(cardText(cardAt({ ...analysis, times: [time] }, 2)!)).toContain('it can be 3 April 2022 or 4 March 2022');
  });
});

describe('values in words', () => {
  it.each([
    ['2012', '2012/2012-04', 'START', 'early 2012'],
    ['204', '204X', 'START', 'the early 2040s'],
    ['2021-SP', '2021-21', undefined, 'spring 2021'],
    ['2021-Q3', '2021-35', undefined, 'the third quarter of 2021'],
    ['2014-03', '2014-03', 'APPROX', 'about March 2014'],
    ['2014-02-20/2014-03-26', '2014-02-20/2014-03-26', undefined, '20 February 2014 to 26 March 2014'],
  ] as const)('%s', (value, edtf, mod, title) => {
    const { analysis } = fixture('then\n^^^^ date:2012', { knowledge });
    const time = { ...analysis.times[0]!, value, edtf, ...(mod && { mod }) };
    expect(cardAt({ ...analysis, times: [time] }, 1)?.title).toBe(title);
  });
});

describe('hover', () => {
  const context = (format: 'markdown' | 'plaintext', { document, uri }: ReturnType<typeof fixture>) => ({ uri, positions: document, format });

  it('is null where nothing is named', () => {
    const made = fixture('No$0body here', { knowledge });
    expect(hover(made.analysis, made.cursor, context('markdown', made))).toBeNull();
  });

  it('links to Wikidata and to the first mention', () => {
    const made = fixture('Anna Berg spoke.\n^^^^^^^^^ person:anna-berg\n\nThen Berg$0 left.\n     ^^^^ person:anna-berg', { knowledge });
    const result = hover(made.analysis, made.cursor, context('markdown', made))!;
    expect(result.range).toEqual({ start: { line: 2, character: 5 }, end: { line: 2, character: 9 } });
    const { value } = result.contents as { value: string };
    expect(value).toContain('[Wikidata](https://www.wikidata.org/wiki/Q1) · [First mention](file:///texts/article.md#L1,1)');
  });

  it('escapes what could be markup', () => {
    const text = '[x](command:bad) <b> *y* `z`';
    const made = fixture(`${text}\n${'^'.repeat(text.length)} person`, { knowledge });
    const { value } = hover(made.analysis, 3, context('markdown', made))!.contents as { value: string };
    expect(value).toContain('**\\[x\\](command:bad) \\<b\\> \\*y\\* \\`z\\`**');
  });

  it('gives plain text to editors that want it', () => {
    const made = fixture('Anna$0 Berg\n^^^^^^^^^ person:anna-berg', { knowledge });
    expect(hover(made.analysis, made.cursor, context('plaintext', made))!.contents).toMatchObject({ kind: 'plaintext' });
  });

  it('says first what contradicts here, and keeps to a dozen lines', () => {
    const wrong = (message: string) => finding('Anna Berg', 'Anna', { message, fact: { source: 'factbook-2026', asOf: '2026-02-01' } });
    const made = fixture('Anna$0 Berg\n^^^^^^^^^ person:anna-berg', { knowledge, findings: ['a', 'b', 'c'].map(wrong) });
    const { value } = hover(made.analysis, made.cursor, context('markdown', made))!.contents as { value: string };
    const lines = value.split('\n');
    expect(lines[1]).toContain('⚠ a (World Factbook, February 2026; as of 1 February 2026)');
    expect(lines.filter((line) => line.startsWith('⚠'))).toHaveLength(2);
    expect(lines.length).toBeLessThanOrEqual(12);
    const beside = hover(made.analysis, made.cursor, { ...context('markdown', made), findingsShown: true })!.contents as { value: string };
    expect(beside.value).not.toContain('⚠');
  });
});
