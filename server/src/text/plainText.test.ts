import { describe, expect, it } from 'vitest';
import { parseDocument } from './document';

function show(text: string): [string, string][] {
  return parseDocument({ text, format: 'plaintext' }).blocks.map(({ kind, prose }) => [kind, prose.replace(/\ufffc+/g, '#')]);
}
const kinds = (text: string) => show(text).map(([kind]) => kind);

const LONG = 'The ministers of the two countries met in the old harbour of the town on a cold day and spoke of fish, of cables and of the ferry that had not run since the spring.';

describe('paragraphs', () => {
  it('stand between blank lines', () => expect(show('One came.\n\n \t\nTwo left.')).toEqual([['paragraph', 'One came.'], ['paragraph', 'Two left.']]));
  it('join hard-wrapped lines', () => {
    const text = 'The ministers of the two countries met in the old harbour of the\ntown on a cold day and spoke of fish, of cables and of the ferry\nthat had not run since the spring.\n\nNobody came to the press room, and the coffee was cold by noon.';
    expect(kinds(text)).toEqual(['paragraph', 'paragraph']);
  });
  it('are the lines where lines are long', () => {
    expect(kinds(`${LONG}\nWhat came of it\n${LONG}\n${LONG}`)).toEqual(['paragraph', 'heading', 'paragraph', 'paragraph']);
  });
  it('are the lines where lines end sentences', () => {
    expect(kinds('The ferry came at noon.\nNobody left it.\nThe mayor went home.\nIt rained.')).toHaveLength(4);
  });
  it('break after a short line in wrapped text', () => {
    const text = 'By Jon Ruiz\nOSLO, March 3 — The ministers of the two countries met in the old harbour\nof the town and spoke of fish.';
    expect(show(text)[0]).toEqual(['paragraph', 'By Jon Ruiz']);
    expect(show(text)).toHaveLength(2);
  });
  it('end at rules, which are nothing', () => expect(show('One came.\n-----\nTwo left.')).toHaveLength(2));
  it('end at a form feed line', () => expect(show('One came.\n\f\nTwo left.')).toHaveLength(2));
});

describe('headings', () => {
  it('stand in front of a paragraph', () => {
    const { blocks } = parseDocument({ text: `A harbour in winter\n\n${LONG}\n\nThe second day\n\n${LONG}`, format: 'plaintext' });
    expect(blocks.map(({ kind, level }) => [kind, level])).toEqual([['heading', 1], ['paragraph', undefined], ['heading', 2], ['paragraph', undefined]]);
  });
  it.each(['3 March 2022', 'Thursday 3 March 2022', 'March 3, 2022', '2022-03-03', 'By Jon Ruiz', 'It rained.', 'however it went', '“Yes, we know”'])('not %s', (line) => {
    expect(kinds(`Title\n\n${line}\n\n${LONG}`)).toEqual(['heading', 'paragraph', 'paragraph']);
  });
  it('stand above a short date or by-line', () => {
    expect(kinds(`The harbour in a very long winter\n\n3 March 2022\n\nBy Jon Ruiz\n\n${LONG}`)).toEqual(['heading', 'paragraph', 'paragraph', 'paragraph']);
  });
  it('need a paragraph behind them', () => expect(kinds(`${LONG}\n\nThe end`)).toEqual(['paragraph', 'paragraph']));
  it('are no list of many short lines', () => expect(kinds(`Oslo\n\nBergen\n\nBodø\n\nHamar\n\n${LONG}`)).not.toContain('heading'));
});

describe('lists and quoted lines', () => {
  it('blank the marker', () => expect(show('Three came:\n- Oslo\n- Bergen\n2. Bodø')).toEqual([
    ['paragraph', 'Three came:'], ['listItem', 'Oslo'], ['listItem', 'Bergen'], ['listItem', 'Bodø'],
  ]));
  it('read quoted lines as a quotation', () => expect(show('> One came\n> and left')).toEqual([['quotation', 'One came\n  and left']]));
});

describe('what is not prose', () => {
  it.each([
    ['See https://x.test/a?b=c. Then', 'See #. Then'],
    ['See (www.x.test) or a.b@c.test, now', 'See (#) or #, now'],
    ['One <!-- two --> three', 'One # three'],
    ['One <!-- two', 'One <!-- two'],
  ])('%s', (text, expected) => expect(show(text)).toEqual([['paragraph', expected]]));
  it('collects comments', () => {
    const { comments, blocks } = parseDocument({ text: 'One.\n<!-- note:\n\nmore -->\nTwo.', format: 'plaintext' });
    expect(comments.map((comment) => comment.text)).toEqual(['note:\n\nmore']);
    expect(blocks.map((block) => block.prose)).toEqual(['One.', 'Two.']);
  });
});

describe('odd texts', () => {
  it('skips binary data', () => {
    const { blocks, skipped } = parseDocument({ text: 'PK\x03\x04' + '\0\x01ab'.repeat(500), format: 'plaintext' });
    expect(blocks).toEqual([]);
    expect(skipped).toEqual([{ start: 0, end: 2004, reason: 'binary data' }]);
  });
  it.each(['plaintext', 'markdown'] as const)('skips a line over 100,000 characters only (%s)', (format) => {
    const text = `One came.\n\n${'word '.repeat(25_000)}\n\nTwo left.`;
    const { blocks, skipped } = parseDocument({ text, format });
    expect(blocks.map((block) => block.prose)).toEqual(['One came.', 'Two left.']);
    expect(skipped).toEqual([{ start: 11, end: 125_011, reason: 'line over 100,000 characters' }]);
  });
  it('takes a few NULs as white space', () => expect(show('One\0came')).toEqual([['paragraph', 'One came']]));
  it('passes over a byte-order mark', () => expect(parseDocument({ text: '\ufeffOne came.', format: 'plaintext' }).blocks[0]).toMatchObject({ start: 1, end: 10 }));
  it('reads front matter when a key stands in it', () => {
    const parsed = parseDocument({ text: '---\ndate: 2022-03-03\n---\nOne came.', format: 'plaintext' });
    expect(parsed.frontMatter!.entries).toHaveLength(1);
    expect(parsed.blocks.map((block) => block.prose)).toEqual(['One came.']);
  });
  it('reads nothing from nothing', () => expect(show('')).toEqual([]));
});
