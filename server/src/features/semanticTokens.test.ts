import { describe, expect, it } from 'vitest';
import { knowledgeFromYaml } from '../knowledge/testing/fromYaml';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../protocol';
import { LEGEND, semanticTokens, semanticTokensDelta, tokens } from './semanticTokens';
import { fixture, SMALL_WORLD, underline, type FixtureParts } from './testing/fixture';

const knowledge = knowledgeFromYaml(SMALL_WORLD);

/** The text with each token underlined by its type and modifiers. */
function shown(marked: string, parts: FixtureParts = {}): string {
  const { analysis } = fixture(marked, { knowledge, ...parts });
  return underline(analysis.source.text, tokens(analysis).map(({ start, end, type, modifiers }) => ({ start, end, label: [type, ...modifiers].join(' ') })));
}

describe('tokens', () => {
  it('have a type per kind and modifiers for what is special', () => {
    expect(shown(`
Vik, 3 March: ex-minister Anna Berg of the Norlandic League
^^^ place:vik stands=norland
     ^^^^^^^ date:2026-03-03
              ^^^^^^^^^^^ office of=norland former
                          ^^^^^^^^^ person:anna-berg
                                       ^^^^^^^^^ nationality:norland
                                                 ^^^^^^ organisation:league quoted
On Friday Ek saw the Fjord War
   ^^^^^^ date ?no-document-date
          ^^ person
                     ^^^^^^^^^ event:fjord-war
`)).toBe(`
Vik, 3 March: ex-minister Anna Berg of the Norlandic League
^^^ fdPlace metonym
     ^^^^^^^ fdDate
              ^^^^^^^^^^^ fdOffice former
                          ^^^^^^^^^ fdPerson
                                       ^^^^^^^^^ fdState adjective
                                                 ^^^^^^ fdOrganisation quoted
On Friday Ek saw the Fjord War
   ^^^^^^ fdDate unresolved
          ^^ fdPerson unresolved
                     ^^^^^^^^^ fdEvent
`);
  });

  it('mark a state that is no more at the date of the text, and only then', () => {
    const text = 'Sudland\n^^^^^^^ state:sudland';
    expect(shown(text, { date: '2020-01-01' })).toBe('Sudland\n^^^^^^^ fdState former');
    expect(shown(text, { date: '1980-01-01' })).toBe('Sudland\n^^^^^^^ fdState');
    expect(shown(text)).toBe('Sudland\n^^^^^^^ fdState');
  });

  it('mark an office that the text calls a former one elsewhere in the sentence', () => {
    const claim = {
      type: 'holds-office', person: 0, office: 0, roles: [], ofExplicit: true, tense: 'former', time: { ranges: [], basis: 'none' },
      modality: 'past', block: 0, sentence: 0, start: 0, end: 8,
    } as const;
    expect(shown('minister\n^^^^^^^^ office of=norland', { claims: [claim] })).toBe('minister\n^^^^^^^^ fdOffice former');
  });

  it('give way to mentions where a time overlaps one', () => {
    expect(shown(`
the 1982 Fjord War of April 1982
    ^^^^^^^^^^^^^^ event:fjord-war
    ^^^^ date:1982
                      ^^^^^^^^^^ date:1982-04
`)).toBe(`
the 1982 Fjord War of April 1982
    ^^^^^^^^^^^^^^ fdEvent
                      ^^^^^^^^^^ fdDate
`);
  });
});

describe('encoding', () => {
  it('is relative to the token before, with indexes into the legend', () => {
    const { analysis, document } = fixture('Anna Berg, Vik\n^^^^^^^^^ person:anna-berg\n           ^^^ place:vik stands=norland\n\nVik\n^^^ place:vik', { knowledge });
    const place = TOKEN_TYPES.indexOf('fdPlace');
    expect(semanticTokens(analysis, document)).toEqual([
      0, 0, 9, TOKEN_TYPES.indexOf('fdPerson'), 0,
      0, 11, 3, place, 1 << TOKEN_MODIFIERS.indexOf('metonym'),
      2, 0, 3, place, 0,
    ]);
    expect(LEGEND).toEqual({ tokenTypes: TOKEN_TYPES, tokenModifiers: TOKEN_MODIFIERS });
  });

  it('splits a token at line breaks and counts UTF-16', () => {
    const { analysis, document } = fixture('x', { knowledge });
    const text = '😀 Anna\r\n  Berg';
    const mention = { start: 3, end: 15, kind: 'person', text: 'Anna Berg', by: 'full', candidates: [], provenance: 'knowledge', block: 0, sentence: 0, quoted: false } as const;
    const changed = { ...analysis, source: { ...analysis.source, text }, mentions: [mention] };
    const lines = { ...document, positionAt: (offset: number) => (offset < 9 ? { line: 0, character: offset } : { line: 1, character: offset - 9 }), offsetAt: () => 0 };
    expect(semanticTokens(changed, lines)).toEqual([0, 3, 4, 0, 1, 1, 2, 4, 0, 1]);
  });

  it('of a range holds only what touches it', () => {
    const { analysis, document } = fixture('Vik\n^^^ place:vik\n\nVik\n^^^ place:vik\n\nVik\n^^^ place:vik', { knowledge });
    const range = { start: { line: 1, character: 0 }, end: { line: 3, character: 0 } };
    expect(semanticTokens(analysis, document, range)).toEqual([2, 0, 3, 2, 0]);
  });
});

describe('delta', () => {
  const cases: readonly (readonly [string, readonly number[], readonly number[]])[] = [
    ['nothing changed', [1, 2, 3], [1, 2, 3]],
    ['insertion', [1, 2, 5], [1, 2, 3, 4, 5]],
    ['removal', [1, 2, 3, 4, 5], [1, 5]],
    ['change in the middle', [1, 2, 3], [1, 9, 3]],
    ['repeated numbers', [1, 1, 1], [1, 1, 1, 1]],
    ['from nothing', [], [1]],
    ['to nothing', [1], []],
  ];
  it.each(cases)('%s', (_, previous, next) => {
    const { edits, resultId } = semanticTokensDelta(previous, next, '7');
    expect(resultId).toBe('7');
    const data = [...previous];
    for (const edit of edits) data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    expect(data).toEqual(next);
    expect(edits.length).toBe(previous.join() === next.join() ? 0 : 1);
  });
});
