// Writes proposed holders into knowledge files as a person would: one line for a new holder or person, a `to` in the line of a term that has ended.
// Nothing else in the file is touched.
import { isMap, isSeq, parseDocument } from 'yaml';

/** A record as one line of flow YAML: {person: ilya-brot, from: 2026-06-15, source: wikidata-2026}. */
function flow(record) {
  const fields = Object.entries(record).filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${Array.isArray(value) ? `[${value.join(', ')}]` : /^\d+$/.test(value) ? `'${value}'` : /[:#,[\]{}]/.test(value) ? JSON.stringify(value) : value}`);
  return `{${fields.join(', ')}}`;
}

/** Where a list's new last item goes, and how far it is indented: behind the last item, at its line's end. */
function behind(text, list) {
  const last = list.items.at(-1);
  const end = text.slice(0, last.range[1]).trimEnd().length;
  const lineEnd = text.indexOf('\n', end);
  const dash = text.lastIndexOf('-', last.range[0]);
  return { at: lineEnd < 0 ? text.length : lineEnd, before: `\n${' '.repeat(dash - text.lastIndexOf('\n', dash) - 1)}- ` };
}

/**
 * Applies what is proposed for the offices of one file. In: the file's text, proposals ({people, terms}), the day (YYYY-MM-DD) of the answer and
 * the source key. Out: {text, left}: the new text, and the terms whose office or holder is not written in a way that can be added to, for hand work.
 */
export function applyProposals(text, { people, terms }, { today, source }) {
  const document = parseDocument(text);
  const offices = document.get('offices');
  const edits = [];
  const left = [];
  const wanted = new Set();
  for (const term of terms) {
    const office = isSeq(offices) ? offices.items.find((item) => isMap(item) && item.get('id') === term.office) : undefined;
    const holders = office?.get('holders');
    const item = isSeq(holders) ? holders.items.findLast((one) => isMap(one) && one.get('person') === term.person && !one.has('to')) : undefined;
    if (term.is === 'end' && item?.flow) {
      edits.push({ at: item.range[1] - 1, insert: `, to: ${/^\d+$/.test(term.to) ? `'${term.to}'` : term.to}` });
    } else if (term.is === 'holder' && isSeq(holders) && holders.items.length > 0 && !holders.flow) {
      const { at, before } = behind(text, holders);
      edits.push({ at, insert: `${before}${flow({ person: term.person, from: term.from, to: term.to, source, asOf: term.to === undefined ? today : undefined })}` });
      wanted.add(term.person);
    } else {
      left.push(term);
    }
  }
  const list = document.get('people');
  for (const { nationality, ...person } of people.filter(({ id }) => wanted.has(id))) {
    const record = flow({ ...person, nationality: nationality && [nationality] });
    if (isSeq(list) && list.items.length > 0 && !list.flow) {
      const { at, before } = behind(text, list);
      edits.push({ at, insert: `${before}${record}` });
    } else {
      edits.push({ at: text.length, insert: `${text.endsWith('\n') ? '' : '\n'}\npeople:\n  - ${record}\n` });
    }
  }
  edits.sort((a, b) => b.at - a.at || -1);
  let result = text;
  // Two insertions at one place keep their order: the later one is made first.
  for (const { at, insert } of edits) result = result.slice(0, at) + insert + result.slice(at);
  return { text: result, left };
}
