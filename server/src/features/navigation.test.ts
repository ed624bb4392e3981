import { describe, expect, it } from 'vitest';
import { knowledgeFromYaml } from '../knowledge/testing/fromYaml';
import type { Range } from 'vscode-languageserver-types';
import { definition, documentHighlights, mentionGroups, references } from './navigation';
import { documentSymbols } from './documentSymbols';
import { fixture, SMALL_WORLD, underline, type Fixture } from './testing/fixture';

const knowledge = knowledgeFromYaml(SMALL_WORLD);

function show({ analysis, document }: Fixture, ranges: readonly Range[]): string {
  return underline(analysis.source.text, ranges.map(({ start, end }) => ({ start: document.offsetAt(start), end: document.offsetAt(end), label: '' })));
}

const ARTICLE = `
Anna Berg met the Norlandic envoy in Vik.
^^^^^^^^^ person:anna-berg
                  ^^^^^^^^^ nationality:norland
                                     ^^^ place:vik

Norland wants peace, $0Berg said. Vik agreed, and so did Ek.
^^^^^^^ state:norland
                     ^^^^ person:anna-berg
                                ^^^ place:vik stands=norland
                                                       ^^ person
Ek left. Berg stayed.
^^ person
         ^^^^ person:anna-berg
`;

describe('highlights', () => {
  it('are all mentions of the same person, whatever the form', () => {
    const made = fixture(ARTICLE, { knowledge });
    expect(show(made, documentHighlights(made.analysis, made.document, made.cursor).map(({ range }) => range))).toBe(`
Anna Berg met the Norlandic envoy in Vik.
^^^^^^^^^

Norland wants peace, Berg said. Vik agreed, and so did Ek.
                     ^^^^
Ek left. Berg stayed.
         ^^^^
`);
  });

  it('of a name that is not resolved are the same name', () => {
    const made = fixture(ARTICLE, { knowledge });
    const ek = made.analysis.source.text.indexOf('Ek');
    expect(documentHighlights(made.analysis, made.document, ek)).toHaveLength(2);
  });

  it('are none where nothing is named', () => {
    const made = fixture(ARTICLE, { knowledge });
    expect(documentHighlights(made.analysis, made.document, made.analysis.source.text.indexOf('wants'))).toEqual([]);
  });
});

describe('references', () => {
  const made = fixture(ARTICLE, { knowledge });
  const at = made.analysis.source.text.indexOf('Norland wants');

  it('of a state include its people and the places that stand for it', () => {
    const ranges = references(made.analysis, made.document, made.uri, at).map(({ range }) => range);
    expect(show(made, ranges)).toBe(`
Anna Berg met the Norlandic envoy in Vik.
                  ^^^^^^^^^

Norland wants peace, Berg said. Vik agreed, and so did Ek.
^^^^^^^
                                ^^^
Ek left. Berg stayed.
`);
  });

  it('leave out the first mention when asked without the declaration', () => {
    expect(references(made.analysis, made.document, made.uri, at, false)).toHaveLength(2);
  });
});

it('definition is the first mention', () => {
  const made = fixture(ARTICLE, { knowledge });
  const place = definition(made.analysis, made.document, made.uri, made.cursor)!;
  expect(place.uri).toBe(made.uri);
  expect(show(made, [place.range]).split('\n').slice(1, 3)).toEqual(['Anna Berg met the Norlandic envoy in Vik.', '^^^^^^^^^']);
  expect(definition(made.analysis, made.document, made.uri, 0)).toBeNull();
});

it('groups mentions by what they name', () => {
  const made = fixture(ARTICLE, { knowledge });
  expect(mentionGroups(made.analysis, made.document).map(({ entity, kind, name, ranges }) => [entity, kind, name, ranges.length])).toEqual([
    ['anna-berg', 'person', 'Anna Berg', 3],
    ['norland', 'state', 'Norland', 2],
    ['vik', 'place', 'Vik', 2],
    [undefined, 'person', 'Ek', 2],
  ]);
  expect(mentionGroups(made.analysis, made.document, made.cursor)).toHaveLength(1);
  expect(mentionGroups(made.analysis, made.document, 0)).toEqual([]);
});

describe('outline', () => {
  interface Outline { readonly name: string; readonly detail?: string; readonly range: Range; readonly children?: readonly Outline[] }
  const tree = (items: readonly Outline[], indent = ''): string =>
    items.map(({ name, detail, children }) => `${indent}${name}${detail ? ` (${detail})` : ''}\n${tree(children ?? [], `${indent}  `)}`).join('');

  it('has headings by level and the actors of each section once', () => {
    const made = fixture(`Vik
^^^ place:vik

# The **war**

Anna Berg and Berg, minister.
^^^^^^^^^ person:anna-berg
              ^^^^ person:anna-berg
                    ^^^^^^^^ office:norland.defence-minister

### Deep

Norland
^^^^^^^ state:norland

## Next

Anna Berg, Xyz
^^^^^^^^^ person:anna-berg
           ^^^ person

# Last
`, { knowledge });
    const symbols = documentSymbols(made.analysis, made.document);
    expect(tree(symbols)).toBe(`Vik (place)
The war
  Anna Berg (person, 2 mentions)
  Deep
    Norland (state)
  Next
    Anna Berg (person)
Last
`);
    const inside = (outer: Range, inner: Range) => made.document.offsetAt(outer.start) <= made.document.offsetAt(inner.start)
      && made.document.offsetAt(inner.end) <= made.document.offsetAt(outer.end);
    const check = (items: readonly Outline[]): void => {
      for (const item of items) {
        for (const child of item.children ?? []) expect(inside(item.range, child.range)).toBe(true);
        check(item.children ?? []);
      }
    };
    check(symbols);
  });
});
