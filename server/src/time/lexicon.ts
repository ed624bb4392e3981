import type { Weekday } from '../dates/calendar';
import type { DayPart, Reference, SeasonCode, Unit } from './form';

/** What a word means to the grammar of time. */
export type Entry =
  | { readonly type: 'month'; readonly month: number; readonly abbreviated: boolean; readonly ambiguous: boolean }
  | { readonly type: 'weekday'; readonly weekday: Weekday; readonly abbreviated: boolean; readonly plural: boolean }
  | { readonly type: 'unit'; readonly unit: Unit; readonly plural: boolean }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'ordinal'; readonly value: number }
  | { readonly type: 'season'; readonly season: SeasonCode }
  | { readonly type: 'part'; readonly part: DayPart }
  | { readonly type: 'reference'; readonly reference: Reference }
  | { readonly type: 'mod'; readonly mod: 'START' | 'MID' | 'END' }
  | { readonly type: 'deictic'; readonly offset: number; readonly part?: DayPart }
  | { readonly type: 'constant'; readonly value: string }
  | { readonly type: 'set'; readonly value: string }
  | { readonly type: 'decadeName'; readonly decade: number }
  | { readonly type: 'approximate'; readonly approximate: 'about' | 'more' | 'less' }
  | { readonly type: 'word' };

const entries = new Map<string, Entry>();

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
MONTHS.forEach((name, index) => {
  entries.set(name, { type: 'month', month: index + 1, abbreviated: false, ambiguous: name === 'may' || name === 'march' });
  if (name.length > 4) {
    for (const short of name === 'september' ? ['sep', 'sept'] : [name.slice(0, 3)]) {
      for (const dot of ['', '.']) {
        const ambiguous = short === 'mar' || short === 'dec';
        entries.set(short + dot, { type: 'month', month: index + 1, abbreviated: true, ambiguous });
      }
    }
  }
});
for (const [short, month] of [['jun', 6], ['jul', 7], ['jun.', 6], ['jul.', 7]] as const) {
  entries.set(short, { type: 'month', month, abbreviated: true, ambiguous: false });
}

const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
WEEKDAYS.forEach((name, index) => {
  const weekday = index as Weekday;
  entries.set(name, { type: 'weekday', weekday, abbreviated: false, plural: false });
  entries.set(`${name}s`, { type: 'weekday', weekday, abbreviated: false, plural: true });
  const shorts = [name.slice(0, 3), ...(index === 2 ? ['tues'] : index === 4 ? ['thur', 'thurs'] : [])];
  for (const short of shorts) {
    for (const dot of ['', '.']) entries.set(short + dot, { type: 'weekday', weekday, abbreviated: true, plural: false });
  }
});

const UNITS: readonly Unit[] = ['second', 'minute', 'hour', 'day', 'week', 'weekend', 'month', 'quarter', 'year', 'decade'];
for (const unit of UNITS) {
  entries.set(unit, { type: 'unit', unit, plural: false });
  entries.set(`${unit}s`, { type: 'unit', unit, plural: true });
}
entries.set('century', { type: 'unit', unit: 'century', plural: false });
entries.set('centuries', { type: 'unit', unit: 'century', plural: true });

const CARDINALS = ('zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'
  + ' sixteen seventeen '
  + 'eighteen nineteen').split(' ');
CARDINALS.forEach((name, value) => entries.set(name, { type: 'number', value }));
'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').forEach((name, index) => {
  entries.set(name, { type: 'number', value: (index + 2) * 10 });
  entries.set(`${name.slice(0, -1)}ieth`, { type: 'ordinal', value: (index + 2) * 10 });
  entries.set(`${name.slice(0, -1)}ies`, { type: 'decadeName', decade: (index + 2) * 10 });
});
const ORDINALS = ('first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth'
  + ' fourteenth fifteenth '
  + 'sixteenth seventeenth eighteenth nineteenth').split(' ');
ORDINALS.forEach((name, index) => {
  if (name !== 'second') entries.set(name, { type: 'ordinal', value: index + 1 });
});

for (const [name, season] of [['spring', 'SP'], ['summer', 'SU'], ['autumn', 'FA'], ['fall', 'FA'], ['winter', 'WI']] as const) {
  entries.set(name, { type: 'season', season });
}

const PARTS: readonly (readonly [string, DayPart])[] = [
  ['morning', 'MO'], ['mornings', 'MO'], ['dawn', 'MO'], ['noon', 'MI'], ['midday', 'MI'], ['afternoon', 'AF'], ['evening', 'EV'],
  ['dusk', 'EV'], ['night', 'NI'], ['midnight', 'NI'], ['nights', 'NI'],
];
for (const [name, part] of PARTS) entries.set(name, { type: 'part', part });

const REFERENCES: readonly (readonly [string, Reference])[] = [
  ['this', 'this'], ['current', 'this'], ['last', 'last'], ['past', 'last'], ['next', 'next'], ['coming', 'next'],
  ['that', 'that'],
  ['same', 'same'], ['following', 'following'], ['previous', 'previous'], ['preceding', 'previous'], ['the', 'the'],
  ['upcoming', 'next'], ['succeeding', 'following'], ['ensuing', 'following'], ['prior', 'previous'],
];
for (const [name, reference] of REFERENCES) entries.set(name, { type: 'reference', reference });

for (const [name, mod] of [
  ['early', 'START'], ['late', 'END'], ['mid', 'MID'], ['middle', 'MID'], ['end', 'END'], ['beginning', 'START'],
  ['start', 'START'],
  ['close', 'END'], ['earlier', 'START'], ['later', 'END'], ['midway', 'MID'],
] as const) entries.set(name, { type: 'mod', mod });

entries.set('today', { type: 'deictic', offset: 0 });
entries.set('tonight', { type: 'deictic', offset: 0, part: 'NI' });
entries.set('yesterday', { type: 'deictic', offset: -1 });
entries.set('tomorrow', { type: 'deictic', offset: 1 });
entries.set('overnight', { type: 'deictic', offset: 0, part: 'NI' });

for (const name of ['now', 'currently', 'nowadays', 'presently']) entries.set(name, { type: 'constant', value: 'PRESENT_REF' });
for (const name of ['recently', 'recent']) entries.set(name, { type: 'constant', value: 'PAST_REF' });
for (const name of ['future']) entries.set(name, { type: 'constant', value: 'FUTURE_REF' });

const SETS: readonly (readonly [string, string])[] = [
  ['daily', 'P1D'], ['nightly', 'XXXX-XX-XXTNI'], ['weekly', 'P1W'], ['fortnightly', 'P2W'], ['monthly', 'P1M'],
  ['quarterly', 'P1Q'],
  ['yearly', 'P1Y'], ['annual', 'P1Y'], ['annually', 'P1Y'], ['biennial', 'P2Y'], ['hourly', 'PT1H'],
];
for (const [name, value] of SETS) entries.set(name, { type: 'set', value });

for (const [name, approximate] of [
  ['about', 'about'], ['around', 'about'], ['some', 'about'], ['roughly', 'about'], ['approximately', 'about'],
  ['nearly', 'less'], ['almost', 'less'], ['under', 'less'], ['over', 'more'],
] as const) entries.set(name, { type: 'approximate', approximate });

/** Words that begin or build expressions and are told apart by the grammar itself. */
for (const name of [
  'a.m.', 'p.m.', 'a.m', 'p.m', 'b.c.', 'b.c', 'b.c.e.', 'a.d.', 'a.d', 'a', 'an', 'half', 'few', 'several', 'couple',
  'dozen', 'many', 'hundred', 'thousand', 'every', 'each', 'per',
  'more', 'less', 'at', 'just', 'well', 'christmas', 'easter', 'ramadan', 'thanksgiving', 'q', 'h', 'fortnight',
  'good', 'boxing', 'new', 'these', 'nowruz', 'diwali',
  'halloween', 'bastille', 'anzac', 'final',
]) {
  if (!entries.has(name)) entries.set(name, { type: 'word' });
}

export const LEXICON: ReadonlyMap<string, Entry> = entries;

/** Prepositions and conjunctions that say how a date is used. */
export const PREPOSITIONS: ReadonlySet<string> = new Set([
  'in', 'on', 'since', 'until', 'till', 'before', 'after', 'by', 'from', 'to', 'during', 'between', 'throughout', 'of',
  'at', 'for', 'within',
  'through', 'around', 'about', 'into', 'and', 'than', 'towards', 'toward', 'circa', 'over', 'or',
]);
