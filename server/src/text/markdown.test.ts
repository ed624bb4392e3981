import { describe, expect, it } from 'vitest';
import { parseDocument } from './document';
import type { Block } from './types';

function parse(text: string): readonly Block[] {
  return parseDocument({ text, format: 'markdown' }).blocks;
}

/** Kind and prose, with joiners as `_` and objects as one `#`. */
function show(text: string): [string, string][] {
  return parse(text).map((block) => [block.kind, block.prose.replaceAll('\u2060', '_').replace(/\ufffc+/g, '#')]);
}

describe('blocks', () => {
  it.each<[string, string, [string, string][]]>([
    ['headings', '# One #\n\nTwo\n===\n\n### Three', [['heading', 'One'], ['heading', 'Two'], ['heading', 'Three']]],
    ['paragraphs', 'One\ntwo\n\nThree', [['paragraph', 'One\ntwo'], ['paragraph', 'Three']]],
    ['lists', '- One\n  two\n- [x] Three\n  1. Four', [['listItem', 'One\n  two'], ['listItem', 'Three'], ['listItem', 'Four']]],
    ['quotations', '> One\n> two\n>\n> - Three', [['quotation', 'One\n  two'], ['quotation', 'Three']]],
    ['alerts', '> [!NOTE]\n> Mind this.', [['paragraph', '_______\n  Mind this.']]],
    ['code and rules', '```\ncode\n```\n\n    more\n\n---\n\nText', [['paragraph', 'Text']]],
    ['HTML blocks', '<div>\nOslo\n</div>\n\nText', [['paragraph', 'Text']]],
    ['link references', '[a]: http://x.test "Title"\n\nText', [['paragraph', 'Text']]],
  ])('%s', (_, text, expected) => expect(show(text)).toEqual(expected));

  it('has heading levels', () => expect(parse('# A\n\n## B\n\nC\n---').map((block) => block.level)).toEqual([1, 2, 2]));

  it('numbers tables, rows and columns, empty cells included', () => {
    const cells = parse('| A | B | C |\n|---|---|---|\n| 1 |   | 3 |\n\n\nX | Y\n--|--\nd | e').map(({ prose, cell }) => [prose, cell!.table, cell!.row, cell!.column]);
    expect(cells).toEqual([
      ['A', 0, 0, 0], ['B', 0, 0, 1], ['C', 0, 0, 2], ['1', 0, 1, 0], ['3', 0, 1, 2],
      ['X', 1, 0, 0], ['Y', 1, 0, 1], ['d', 1, 1, 0], ['e', 1, 1, 1],
    ]);
  });
});

describe('inline markup', () => {
  it.each([
    ['**Os**lo', '__Os__lo'],
    ['~~Oslo~~ and *Bergen*', '__Oslo__ and _Bergen_'],
    ['[Oslo](http://x.test "T")’s fjord', '_Oslo____________________’s fjord'],
    ['[*Oslo*][ref] now\n\n[ref]: http://x.test', '__Oslo_______ now'],
    ['“the [former] minister”', '“the _former_ minister”'],
    ['Oslo[^1] is', 'Oslo____ is'],
    ['a `code` b', 'a # b'],
    ['see https://x.test/a_b. Then', 'see #. Then'],
    ['<https://x.test> or a@b.test', '# or #'],
    ['<b>Oslo</b>’s <br> fjord', '___Oslo____’s # fjord'],
    ['Oslo <!-- note --> sleeps', 'Oslo # sleeps'],
    ['A \\*star\\*', 'A _*star_*'],
    ['Troms&oslash; &amp; Bod&#248; &bogus;', 'Tromsø_______ &____ Bodø_____ #'],
    ['One  \ntwo\\\nthree', 'One  \ntwo \nthree'],
  ])('%s', (text, expected) => expect(show(text)[0]![1]).toBe(expected));

  it('reads a table whose lines end in spaces', () => {
    expect(show('| A | B |  \n|---|---|  \n| c | d | ').map(([kind]) => kind)).toEqual(Array(4).fill('tableCell'));
  });

  it('gives the words of an image as a caption', () => {
    const text = 'Before ![The *port* of Oslo](a.png) after';
    expect(show(text)).toEqual([['paragraph', 'Before # after'], ['caption', 'The _port_ of Oslo']]);
    const caption = parse(text)[1]!;
    expect(text.slice(caption.start, caption.end)).toBe('The *port* of Oslo');
  });

  it('has emphasis relative to the block', () => {
    const text = '\n\nIn *Oslo* and **Bergen**';
    const [block] = parse(text);
    expect(block!.emphasis.map(({ start, end, strong }) => [text.slice(block!.start + start, block!.start + end), strong])).toEqual([
      ['*Oslo*', false], ['**Bergen**', true],
    ]);
  });
});

describe('comments', () => {
  it('collects them with offsets, inline and as blocks', () => {
    const text = '<!-- one -->\n\nText <!-- two\nlines --> more\n\n<div><!--three--></div>\n';
    const { comments } = parseDocument({ text, format: 'markdown' });
    expect(comments.map((comment) => comment.text)).toEqual(['one', 'two\nlines', 'three']);
    for (const { start, end } of comments) expect(text.slice(start, end)).toMatch(/^<!--[^]*-->$/);
  });
  it('leaves code alone', () => expect(parseDocument({ text: '`<!-- x -->`', format: 'markdown' }).comments).toEqual([]));
});

describe('line breaks and front matter', () => {
  it.each(['\n', '\r\n', '\r'])('has the same blocks with %j', (eol) => {
    const source = '---\ndate: 2022-02-24\n---\n# One\n\nTwo *three*\nfour\n\n> Five\n\n```\ncode\n```\n\n| A | B |\n|---|---|\n| c | d |\n';
    const text = source.replaceAll('\n', eol);
    const blocks = parse(text);
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'quotation', 'tableCell', 'tableCell', 'tableCell', 'tableCell']);
    expect(text.slice(blocks[0]!.start, blocks[0]!.end)).toBe('One');
    expect(text.slice(blocks[6]!.start, blocks[6]!.end)).toBe('d');
    expect(blocks[1]!.prose).not.toContain('\r');
    for (const block of blocks) expect(block.prose).toHaveLength(block.end - block.start);
  });
});
