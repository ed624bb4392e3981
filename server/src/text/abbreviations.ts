/**
 * Words that news writes with a full stop which does not end the sentence. Listed as written, because case tells "Sat." from
 * "sat.".
 */

/** Always followed by the name or number they belong to: no sentence ends after them. */
const BEFORE_NAMES = [
  'Mr', 'Mrs', 'Ms', 'Dr', 'Prof', 'Gen', 'Lt', 'Col', 'Maj', 'Capt', 'Cmdr', 'Cpt', 'Sgt', 'Adm', 'Brig', 'Cpl', 'Pvt', 'Pfc',
  'Spc', 'Ens', 'Sen', 'Rep',
  'Gov', 'Pres', 'Rev', 'Hon', 'Fr', 'Msgr', 'Amb', 'Sec', 'Supt', 'Insp', 'Del', 'Mme', 'Mlle', 'Messrs', 'Sens', 'Reps',
  'Gens', 'Drs', 'Profs',
  'St', 'Ste', 'Mt', 'Ft', 'Pt', 'Art', 'art', 'Arts', 'Sect', 'Fig', 'fig', 'Vol', 'vol', 'pp', 'para', 'paras', 'Ch', 'ch',
  'Nos', 'nos',
  'vs', 'cf', 'ca', 'approx', 'viz', 'Op', 'Res', 'Doc', 'ed', 'eds', 'trans', 'est', 'esp', 'dept', 'Dept', 'Univ', 'Assn',
  'Bros', 'Ph', 'Atty',
];
/** These may also be the last word of a sentence. */
const ANYWHERE = [
  'Jr', 'Sr', 'Esq', 'Inc', 'Ltd', 'Corp', 'Co', 'Cos', 'Cie', 'Bhd', 'Pty', 'Plc', 'etc', 'al', 'Ave', 'Blvd', 'Rd', 'Sq',
  'Ct', 'Govt', 'govt',
  'Ala', 'Ariz', 'Ark', 'Calif', 'Colo', 'Conn', 'Fla', 'Ga', 'Ill', 'Ind', 'Kan', 'Ky', 'La', 'Md', 'Mich', 'Minn', 'Miss', 'Mo',
  'Mont', 'Neb', 'Nev', 'Okla', 'Ont', 'Ore', 'Pa', 'Penn', 'Que', 'Tenn', 'Tex', 'Va', 'Vt', 'Wash', 'Wis', 'Wyo',
  'Mon', 'Tue', 'Tues', 'Wed', 'Thu', 'Thur', 'Thurs', 'Fri', 'Sat',
];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'Jun', 'Jul', 'Aug', 'Sep', 'Sept', 'Oct', 'Nov', 'Dec'];

/** Only when a number follows: "No. 5", "no. 10", "p. 3". */
export const BEFORE_NUMBERS: ReadonlySet<string> = new Set(['No', 'no', 'p', 'P', 'c']);

/** Value: whether a sentence can end with it. */
export const ABBREVIATIONS: ReadonlyMap<string, boolean> = new Map<string, boolean>([
  ...BEFORE_NAMES.map((word) => [word, false] as const),
  ...ANYWHERE.map((word) => [word, true] as const),
  ...MONTHS.flatMap((word) => [[word, true] as const, [word.toUpperCase(), true] as const]),
]);

/**
 * Words, in lower case, that hardly ever follow an abbreviation or an initial inside a name: written with a capital after a
 * full stop they begin a sentence.
 */
export const SENTENCE_STARTERS: ReadonlySet<string> = new Set([
  'the', 'a', 'an', 'this', 'that', 'these', 'those', 'there', 'it', 'its', 'he', 'she', 'they', 'we', 'i', 'you', 'his',
  'her', 'their', 'our', 'my',
  'in', 'on', 'at', 'by', 'for', 'from', 'with', 'after', 'before', 'since', 'during', 'until', 'while', 'when', 'where',
  'why', 'how', 'what', 'who',
  'but', 'and', 'or', 'so', 'yet', 'if', 'as', 'although', 'though', 'because', 'however', 'meanwhile', 'moreover',
  'nevertheless', 'instead', 'also',
  'then', 'now', 'today', 'yesterday', 'last', 'next', 'earlier', 'later', 'both', 'some', 'many', 'most', 'several', 'all',
  'each', 'few', 'no', 'not',
  'one', 'two', 'three', 'more', 'under', 'over', 'despite', 'according', 'analysts', 'officials', 'critics', 'even', 'once',
  'only', 'still', 'such', 'to',
]);
