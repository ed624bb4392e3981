import { isDash } from './lexemes';
import { glued, lowerAt, standsAlone, type Lexemes } from './walk';

/** A year as written, with its end, and whether it counts backwards. */
export interface YearNumber {
  readonly year: number;
  readonly bc: boolean;
  readonly first: number;
  readonly last: number;
}

const ERA_BC: ReadonlySet<string> = new Set([
  'bc', 'bce', 'b.c.', 'b.c', 'b.c.e.',
]);
const ERA_AD: ReadonlySet<string> = new Set([
  'ad', 'ce', 'a.d.', 'a.d',
]);

/** Words before a number that make it a name or a count and not a year. */
const NOT_YEAR_BEFORE: ReadonlySet<string> = new Set([
  'resolution', 'resolutions', 'no', 'nos', 'number', 'numbers', 'unscr', 'res', 'flight', 'article', 'section', 'page',
  'pages', 'room', 'boeing', 'airbus', 'route', 'highway', 'unit', 'order', 'decree', 'law', 'paragraph', 'some', 'nearly',
  'almost', 'over', 'than', 'least', 'most', 'approximately', 'roughly', 'only', 'another', 'additional', 'extra', 'exactly',
  'up', 'hundred', 'thousand', 'times', 'model', 'least', 'estimated', 'channel', 'extension', 'box', 'line', 'chapter',
  'serial', 'height', 'km', 'rs',
]);
/** Nouns that are counted: a number in front of them is a number. */
const COUNTED: ReadonlySet<string> = new Set(
  (
    'soldiers troops people men women civilians children dead killed wounded injured tanks km kilometres kilometers miles '
    + 'metres meters feet tonnes tons dollars euros pounds roubles rubles yen yuan barrels prisoners refugees houses homes '
    + 'deaths casualties seats votes aircraft ships guns years days hours months weeks minutes employees workers jobs '
    + 'delegates members police officers fighters militants guests vehicles rockets missiles drones shells islands villages '
    + 'residents inhabitants families students protesters demonstrators hectares acres megawatts mw gmt utc local words '
    + 'copies cases points percent per kg pounds planes horses cavalry infantry infantrymen sailors marines personnel others '
    + 'million billion trillion migrants pages times square cubic hostages passengers buildings schools hospitals rounds '
    + 'vessels boats volunteers reservists conscripts rebels insurgents men-at-arms artillery pieces settlers peacekeepers '
    + 'observers candidates am pm a.m. p.m. metric short-range long-range nuclear warheads strong'
  ).split(' '),
);

const YEAR_PREPOSITIONS: ReadonlySet<string> = new Set([
  'in', 'since', 'until', 'till', 'before', 'after', 'by', 'from', 'during', 'between', 'throughout', 'early', 'late', 'mid',
  'year', 'years', '(', 'circa', 'c', 'summer', 'spring', 'autumn', 'winter', 'fall', 'end', 'of', 'to', 'and', '[', 'about',
  'around', 'through', 'into',
]);

/**
 * A year of four digits (1000 to 2199) that a date may end with: "24 February 2022". With `bare`, one that stands without a date,
 * which asks more of its neighbours: no count, no name, no price.
 */
export function yearAt(lexemes: Lexemes, index: number, bare = false): YearNumber | undefined {
  const lexeme = lexemes[index];
  if (!lexeme || lexeme.digits < 0) return undefined;
  const era = lowerAt(lexemes, index + 1);
  if (ERA_BC.has(era) && lexeme.width <= 4 && lexeme.digits > 0) {
    return { year: lexeme.digits, bc: true, first: index, last: index + 2 };
  }
  if (
    ERA_AD.has(era) &&
    lexemes[index + 1]!.end - lexemes[index + 1]!.start <= 4 &&
    lexeme.width <= 4 &&
    lexeme.digits > 0 &&
    era !== 'ce'
  ) {
    return { year: lexeme.digits, bc: false, first: index, last: index + 2 };
  }
  if (lexeme.width !== 4 || lexeme.digits < 1000 || lexeme.digits > 2199) return undefined;
  if (bare && !isBareYear(lexemes, index)) return undefined;
  if (!bare && glued(lexemes, index + 1) && !standsAlone(lexemes, index) && lowerAt(lexemes, index + 1) !== ',') return undefined;
  return { year: lexeme.digits, bc: false, first: index, last: index + 1 };
}

function isBareYear(lexemes: Lexemes, index: number): boolean {
  if (!standsAlone(lexemes, index)) return false;
  const lexeme = lexemes[index]!;
  const before = lowerAt(lexemes, index - 1);
  const after = lexemes[index + 1];
  if (after && COUNTED.has(after.lower) && !glued(lexemes, index + 1)) return false;
  if (
    isDash(after) &&
    glued(lexemes, index + 1) &&
    glued(lexemes, index + 2) &&
    lexemes[index + 2]!.digits < 0 &&
    COUNTED.has(lowerAt(lexemes, index + 2))
  )
    return false;
  if (NOT_YEAR_BEFORE.has(before)) return false;
  if (before === '.' && NOT_YEAR_BEFORE.has(lowerAt(lexemes, index - 2)) && lowerAt(lexemes, index - 2).length <= 3) return false;
  // "resolutions 1979 (2011) and 2044 (2012)": the year is in the brackets.
  if (
    (before === 'and' || before === ',') &&
    after?.lower === '(' &&
    lexemes[index + 2]?.width === 4 &&
    lowerAt(lexemes, index + 3) === ')'
  )
    return false;
  const prepositional = YEAR_PREPOSITIONS.has(before);
  // "MH 1712", "SQL 2019": a code.
  if (!prepositional && lexemes[index - 1]?.capital && lexemes[index - 1]!.entry === undefined && /^\p{L}{1,3}$/u.test(before))
    return false;
  if (before === 'at' || (before === 'to' && lexemes[index - 2]?.entry === undefined && lexeme.digits % 100 === 0)) return false;
  if (lexeme.digits < 1400 || lexeme.digits > 2099) {
    if (!prepositional || before === 'and' || before === 'of' || before === 'to' || before === 'about' || before === 'around')
      return false;
  }
  // "1,200 to 1,500" is written with commas; "between 1500 and 2000 men" has its noun after the second number.
  if (
    (lowerAt(lexemes, index + 1) === 'and' || lowerAt(lexemes, index + 1) === 'to' || isDash(after)) &&
    lexemes[index + 2] &&
    lexemes[index + 2]!.digits >= 0 &&
    COUNTED.has(lowerAt(lexemes, index + 3))
  )
    return false;
  if (before === 'about' || before === 'around' || before === 'to' || before === 'and' || before === 'of') {
    const next = after?.lower ?? '';
    if (lexeme.digits % 100 === 0 && /^\p{Ll}{3,}s$/u.test(next) && !NOT_PLURAL.has(next)) return false;
  }
  if (
    !prepositional &&
    lexeme.digits % 100 === 0 &&
    after &&
    !glued(lexemes, index + 1) &&
    /^\p{Ll}{3,}s$/u.test(after.lower) &&
    !after.capital &&
    !NOT_PLURAL.has(after.lower) &&
    !DETERMINERS.has(before)
  )
    return false;
  return true;
}

const NOT_PLURAL: ReadonlySet<string> = new Set([
  'was', 'has', 'its', 'his', 'this', 'does', 'as', 'is', 'thus', 'perhaps', 'less', 'unless',
]);
const DETERMINERS: ReadonlySet<string> = new Set([
  'the', 'a', 'an', 'its', 'his', 'her', 'their', 'that', 'this', 'our', 's', '’s', "'s",
]);

/** The second, short year of "1990–91" and "2017/18", completed; undefined when it is no later year. */
export function shortYearAt(lexemes: Lexemes, index: number, first: number): YearNumber | undefined {
  const lexeme = lexemes[index];
  if (!lexeme || lexeme.width !== 2 || !standsAlone(lexemes, index)) return undefined;
  const century = first - (first % 100);
  const year =
    lexeme.digits > first % 100 ? century + lexeme.digits : first % 100 === 99 && lexeme.digits === 0 ? century + 100 : 0;
  return year > 0 ? { year, bc: false, first: index, last: index + 1 } : undefined;
}
