/** Named characters that prose uses; what is not here is treated as an object, not as prose. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', shy: '\u2060',
  zwnj: '\u200c', zwj: '\u200d',
  ndash: '–', mdash: '—', hellip: '…', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', laquo: '«',
  raquo: '»', lsaquo: '‹', rsaquo: '›',
  bull: '•', middot: '·', sect: '§', para: '¶', deg: '°', plusmn: '±', times: '×', frac12: '½', frac14: '¼', frac34: '¾',
  euro: '€', pound: '£', yen: '¥', cent: '¢',
  copy: '©', reg: '®', trade: '™', iexcl: '¡', iquest: '¿', ordf: 'ª', ordm: 'º', szlig: 'ß', AElig: 'Æ', aelig: 'æ',
  OElig: 'Œ', oelig: 'œ', Oslash: 'Ø', oslash: 'ø',
  ETH: 'Ð', eth: 'ð', THORN: 'Þ', thorn: 'þ', inodot: 'ı', Lstrok: 'Ł', lstrok: 'ł', Dstrok: 'Đ', dstrok: 'đ',
};
/** HTML names letters with a mark by letter and mark: "eacute", "Scaron". */
const MARKS: Readonly<Record<string, string>> = {
  grave: '\u0300', acute: '\u0301', circ: '\u0302', tilde: '\u0303', uml: '\u0308', ring: '\u030a', cedil: '\u0327',
  caron: '\u030c', breve: '\u0306', macr: '\u0304',
  dot: '\u0307', ogon: '\u0328', dblac: '\u030b',
};

/**
 * The character that an HTML entity (`&eacute;`, `&#233;`, `&#xe9;`) stands for, never longer than the entity; undefined for
 * an unknown one.
 */
export function decodeEntity(entity: string): string | undefined {
  const name = entity.slice(1, entity.endsWith(';') ? -1 : undefined);
  if (name[0] === '#') {
    const hex = name[1] === 'x' || name[1] === 'X';
    const point = hex ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
    if (!(point > 0x1f && point <= 0x10ffff) || (point >= 0xd800 && point <= 0xdfff)) return undefined;
    return String.fromCodePoint(point);
  }
  if (Object.hasOwn(NAMED, name)) return NAMED[name];
  const mark = MARKS[name.slice(1)];
  if (!mark) return undefined;
  const letter = (name[0]! + mark).normalize('NFC');
  return letter.length === 1 ? letter : undefined;
}
