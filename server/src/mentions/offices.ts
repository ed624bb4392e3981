import type { Knowledge } from '../knowledge/api';
import type { NameIndex } from '../knowledge/nameIndex';
import { nameWords } from '../knowledge/nameKeys';
import type { TitleEntry } from '../knowledge/titleIndex';
import type { EntityId, Office, RoleId } from '../knowledge/types';
import type { Evidence } from './ambiguity';
import { isNationalityDraft, type Draft, type DraftBlock, type DraftDocument } from './drafts';
import type { OfficeModifier } from './types';
import { HONORIFICS, MODIFIERS, NEUTRAL, OWN_BODY } from './vocabulary';
import { Gap, Shape, type BlockWords } from './words';

/** Titles that ordinary prose is full of: a mention only with a body, a person or a capital. */
const WEAK_TITLES = new Set(['leader', 'ruler', 'minister', 'secretary', 'king', 'queen', 'prince', 'emperor', 'sultan', 'speaker', 'head', 'premier', 'strongman',
  'envoy', 'ambassador', 'spokesman', 'spokeswoman', 'spokesperson', 'monarch', 'warlord', 'emir', 'amir', 'pope', 'pontiff', 'head of state', 'managing director',
  'executive director', 'chief prosecutor', 'special envoy', 'top diplomat', 'military ruler', 'military leader', 'party leader', 'party chief']);
/** Titles of one word that other nouns make into other titles: "transport minister", "press secretary", "club president". */
const GENERIC = new Set(['minister', 'secretary']);
const OTHER_HEADS = new Set(['party', 'company', 'club', 'university', 'college', 'bank', 'foundation', 'assembly', 'union', 'council', 'court', 'senate',
  'parliament', 'house', 'regional', 'provincial', 'state', 'city', 'student', 'league', 'federation', 'association', 'chamber', 'team', 'gang', 'cult',
  'spiritual', 'religious', 'market', 'world', 'business', 'community', 'church', 'group', 'faction', 'tribal', 'local', 'village', 'band', 'youth', 'protest',
  'strike', 'class', 'school', 'institute', 'congress', 'bar', 'football', 'olympic', 'commission', 'board', 'division', 'national', 'guerrilla', 'militia',
  'resistance', 'independence', 'industry', 'thought', 'majority', 'minority', 'whip', 'clan', 'squadron', 'deputies', 'lower', 'upper', 'diocese', 'society']);
const BEFORE_GENERIC = new Set(['the', 'a', 'an', 'his', 'her', 'its', 'their', 'our', 'my', 'your', 'this', 'that', 'another', 'one', 'each', 'every', 'any', 'some', 'no', 'as', 'by', 'of',
  'to', 'for', 'with', 'from', 'and', 'or', 'but', 'said', 'told', 'was', 'is', 'became', 'been', 'senior', 'government', 'cabinet', 'named', 'which', 'what', 'same']);
const DETERMINERS = new Set(['the', 'a', 'an', 'his', 'her', 'its', 'their', 'our', 'that', 'this', 'any', 'which', 'one', 'each', 'every', 'another', 'both', 'all', 'either', 'two', 'three', 'many', 'some', 'most']);
const AFTER: ReadonlyMap<string, OfficeModifier> = new Map([
  ['elect', 'elect'], ['designate', 'designate'], ['candidate', 'candidate'], ['hopeful', 'candidate'], ['contender', 'candidate'], ['nominee', 'designate'],
  ['aspirant', 'candidate'],
]);
const LEANING = new Set(['pro', 'anti', 'non', 'un', 'post', 'pre']);
const COMPASS = new Set(['north', 'south', 'east', 'west', 'northern', 'southern', 'eastern', 'western']);
const TIME_BEHIND_OF = new Set(['time', 'day', 'hour', 'moment', 'year', 'period', 'era']);

interface Body {
  readonly draft?: Draft;
  readonly id?: EntityId;
}

/** Reads every title of the document: whose office it is, what changes it, which roles it can mean. Titles that mean another office are dropped. */
export function resolveOffices(document: DraftDocument, index: NameIndex, evidence: Evidence): void {
  for (const block of document.blocks) {
    for (const draft of block.drafts) {
      if (draft.source === 'title') new OfficeReader(document.knowledge, index, evidence, block, draft).read();
    }
  }
}

class OfficeReader {
  private readonly words: BlockWords;
  private readonly modifiers: OfficeModifier[] = [];
  private body: Body | undefined;
  private from: number;
  private to: number;
  private readonly entry: TitleEntry;

  constructor(
    private readonly knowledge: Knowledge, private readonly index: NameIndex, private readonly evidence: Evidence,
    private readonly block: DraftBlock, private readonly draft: Draft,
  ) {
    this.words = block.words;
    this.from = draft.first;
    this.to = draft.last;
    this.entry = draft.title!.entry;
  }

  read(): void {
    if (!this.readBefore() || !this.readBehind()) {
      this.draft.dropped = true;
      return;
    }
    const { knowledge, block, draft, entry, words } = this;
    const own = bodyInTitle(this.index, entry);
    const of = own ?? this.body?.id;
    const named = this.namedOffices(of);
    // What only some offices are called ("Reserve Bank governor", "Congress leader") is no title of others.
    if (!this.hasRoleTitle() && new Set(named.map((office) => office.of)).size !== 1) {
      draft.dropped = true;
      return;
    }
    const direct = [...new Set([...(this.hasRoleTitle() ? entry.roles : []), ...(of === undefined && this.hasRoleTitle() ? [] : named.map((office) => office.role))])];
    const covered = direct.flatMap((role) => knowledge.role(role)?.covers ?? []);
    let roles: RoleId[] = [...new Set([...direct, ...covered])];
    const offices = of === undefined ? [] : knowledge.officesOf(of).filter((office) => roles.includes(office.role));
    if (offices.length > 0) {
      const exact = offices.some((office) => direct.includes(office.role));
      roles = roles.filter((role) => offices.some((office) => office.role === role) || (!exact && direct.includes(role)));
    }
    const one = entry.plural ? undefined : of === undefined ? this.ownOffice() : theOffice(knowledge, entry, of, offices, direct);
    if (!of && !one && (this.isWeak() || this.isForeign())) {
      draft.dropped = true;
      return;
    }
    const base = block.block.start;
    draft.office = {
      roles,
      ...((of ?? one?.of) !== undefined && { of: of ?? one!.of }),
      ...(this.body?.draft && { ofDraft: this.body.draft }),
      modifiers: this.modifiers,
      titleSpan: { start: base + words.start[draft.first]!, end: base + words.end[draft.last - 1]! },
      wholeSpan: { start: base + words.start[this.from]!, end: base + words.end[this.to - 1]! },
      ...(entry.plural && { plural: true }),
    };
    if (one) {
      draft.entity = one;
      draft.candidates = [{ entity: one.id, score: 0.9, why: 'title and body' }];
    } else {
      draft.candidates = offices.map((office) => ({ entity: office.id, score: 0.4, why: 'the title can mean this office' }));
    }
  }

  /** Modifiers and body in front. False: the title belongs to some other office. */
  private readBefore(): boolean {
    const { words, block, draft } = this;
    let at = draft.first;
    let neutral = false;
    for (;;) {
      const before = at - 1;
      if (before < 0 || words.gap[at]! > Gap.Joined) break;
      const name = block.byLast.get(at);
      if (name && !name.dropped) {
        const leaning = this.leaning(name);
        if (leaning !== undefined) {
          neutral = true;
          at = this.from = leaning;
          continue;
        }
        if (this.body || !this.takeBody(name, at)) break;
        at = this.from = name.first;
        continue;
      }
      const key = words.key[before]!;
      const modifier = MODIFIERS.get(key);
      if (modifier && !(words.gap[at] === Gap.Space && words.shape[before] === Shape.Capital && modifier === 'then' && words.gap[before]! < Gap.Bracket)) {
        this.modifiers.unshift(modifier);
        at = this.from = before;
      } else if (NEUTRAL.has(key) || words.shape[before] === Shape.Other || key === 'year' || key === 'old') {
        neutral = true;
        at = before;
      } else {
        if (!this.body && !this.takeDistantOwner(at) && at === draft.first && !neutral && this.isOtherTitle(before)) return false;
        break;
      }
    }
    const key = words.key[at - 1];
    return !(key === 'mr' || key === 'madam' || key === 'mme');
  }

  /** "pro-Russian", "anti-Western", "southern Sudan": no body of a title. Gives the word with which the description begins. */
  private leaning(name: Draft): number | undefined {
    const { words } = this;
    const before = name.first - 1;
    if (before < 0) return undefined;
    const gap = words.gap[name.first]!;
    const key = words.key[before]!;
    if (gap === Gap.Joined ? LEANING.has(key) : gap < Gap.Joined && COMPASS.has(key) && words.shape[before] === Shape.Lower) return before;
    return undefined;
  }

  /** "Russian", "Russia's", "US", "NATO", "the Kremlin's". */
  private takeBody(name: Draft, at: number): boolean {
    const id = bodyOf(name);
    if (id === undefined) return false;
    const { words, block } = this;
    if (words.gap[at] === Gap.Joined) return false;
    const partner = words.gap[name.first] === Gap.Joined ? block.byLast.get(name.first) : undefined;
    if (partner && isNationalityDraft(partner)) return false;
    if (this.entry.plural && words.key[name.first - 1] === 'and') return false;
    this.body = { draft: name, id };
    return true;
  }

  /** "Russia's hugely powerful defence minister": an owner up to three words of description away. */
  private takeDistantOwner(at: number): boolean {
    const { words, block } = this;
    for (let steps = 0; steps < 3; steps++) {
      const before = at - 1;
      if (before < 0 || words.gap[at]! > Gap.Joined || words.shape[before] !== Shape.Lower || words.possessive[before]) return false;
      if (DETERMINERS.has(words.key[before]!) || FUNCTION_WORDS.has(words.key[before]!)) return false;
      at = before;
      const owner = block.byLast.get(at);
      if (owner && !owner.dropped) {
        if (!words.possessive[at - 1] || GENERIC.has(this.entry.text) || words.gap[at] !== Gap.Space) return false;
        const id = bodyOf(owner);
        if (id === undefined) return false;
        if (OTHER_HEADS.has(words.key[this.draft.first - 1]!)) return false;
        this.body = { draft: owner, id };
        this.from = owner.first;
        return true;
      }
    }
    return false;
  }

  /** Whether the word in front makes it another title: "transport minister", "Health Secretary", "club president". */
  private isOtherTitle(before: number): boolean {
    const { words, entry, draft } = this;
    if (draft.last - draft.first > 1 || words.gap[draft.first]! > Gap.Joined) return false;
    const key = words.key[before]!;
    if (words.possessive[before]) return false;
    const capital = words.shape[before] !== Shape.Lower && words.gap[before]! < Gap.Bracket;
    if (capital && !HONORIFICS.has(key) && !this.block.byLast.has(draft.first)) return true;
    return GENERIC.has(entry.text) || entry.plural && GENERIC.has(entry.text.replace(/(?:ie)?s$/, ''))
      ? (words.shape[before] === Shape.Lower || words.shape[draft.first] === Shape.Capital) && !BEFORE_GENERIC.has(key)
      : OTHER_HEADS.has(key);
  }

  /** What follows: "-elect", "of Russia". False: the title belongs to some other office. */
  private readBehind(): boolean {
    const { words, draft } = this;
    let at = draft.last;
    if (at >= words.count || words.gap[at]! > Gap.Joined || words.possessive[at - 1]) return true;
    const modifier = AFTER.get(words.key[at]!);
    if (modifier) {
      this.modifiers.push(modifier);
      this.to = ++at;
    } else if (words.key[at] === 'in' && words.key[at + 1] === 'waiting') {
      this.modifiers.push('candidate');
      at += 2;
      this.to = at;
    }
    if (at >= words.count || words.gap[at]! > Gap.Joined) return true;
    const key = words.key[at]!;
    if (words.shape[at] === Shape.Capital && TITLE_TAILS.has(key)) return false;
    if (key === 'of') return this.readOf(at + 1);
    if (key === 'for') return this.readFor(at + 1);
    return !(key === 'without' && GENERIC.has(this.entry.text));
  }

  private readOf(start: number): boolean {
    const { words, block } = this;
    let at = start;
    const passes = (key: string) => !TIME_BEHIND_OF.has(key) && (DETERMINERS.has(key) || NEUTRAL.has(key) || MODIFIERS.has(key));
    while (at < words.count && words.gap[at]! <= Gap.Joined && passes(words.key[at]!)) at++;
    if (at >= words.count || words.gap[at]! > Gap.Joined) return false;
    const name = block.byFirst.get(at);
    if (name && !name.dropped && name.source === 'name') {
      const id = isNationalityDraft(name) || words.possessive[name.last - 1] ? undefined : bodyOf(name);
      if (id === undefined) return false;
      if (words.gap[name.last] === Gap.Space && words.key[name.last] === 'and' && this.entry.plural) return true;
      this.body = { draft: name, id };
      this.to = name.last;
      return true;
    }
    return OWN_BODY.has(words.key[at]!) || TIME_BEHIND_OF.has(words.key[at]!);
  }

  private readFor(start: number): boolean {
    const { words } = this;
    if (start >= words.count) return true;
    if (words.shape[start] === Shape.Capital || words.shape[start] === Shape.Upper) return false;
    return !GENERIC.has(this.entry.text) || words.shape[start] === Shape.Other || DETERMINERS.has(words.key[start]!) || TERM_WORDS.has(words.key[start]!);
  }

  /** Offices that have the title for themselves: those of the body; of no body named, those whose body the text speaks of. */
  private namedOffices(of: EntityId | undefined): Office[] {
    return officesOf(this.knowledge, this.entry).filter((office) => (of === undefined ? this.evidence.of(office.of) > 0 : office.of === of));
  }

  /** A title that one office has for itself, in a text that speaks of its body: "the Shah", "the FSB director". */
  private ownOffice(): Office | undefined {
    const { knowledge, entry, words, draft } = this;
    const [only, ...more] = officesOf(knowledge, entry);
    if (!only || more.length > 0 || this.hasRoleTitle() || this.evidence.of(only.of) === 0) return undefined;
    return words.shape[draft.first] !== Shape.Lower ? only : undefined;
  }

  /** A title of single offices only, in a text that speaks of none of their bodies: "chief executive". */
  private isForeign(): boolean {
    if (this.hasRoleTitle()) return false;
    return officesOf(this.knowledge, this.entry).every((office) => this.evidence.of(office.of) === 0);
  }

  private hasRoleTitle(): boolean {
    return this.entry.roles.some((role) => this.knowledge.role(role)?.titles.includes(this.entry.text)) || this.entry.plural;
  }

  private isWeak(): boolean {
    const { words, draft, entry, block } = this;
    const text = entry.plural ? undefined : entry.text;
    if (entry.plural) return draft.last - draft.first === 1;
    if (!WEAK_TITLES.has(text!)) return false;
    const next = block.byFirst.get(draft.last);
    if (next?.source === 'name' && words.gap[draft.last] === Gap.Space && next.name!.entries.some((candidate) => candidate.entity.kind === 'person')) return false;
    if (this.modifiers.length > 0 && this.modifiers.some((modifier) => modifier !== 'first' && modifier !== 'other' && modifier !== 'next')) return false;
    return words.shape[draft.first] !== Shape.Capital || words.gap[draft.first]! >= Gap.Bracket || draft.last < words.count
      && words.gap[draft.last] === Gap.Space && words.shape[draft.last] === Shape.Capital;
  }
}

/** The body that a name can stand for in front of or behind a title. */
function bodyOf(draft: Draft): EntityId | undefined {
  const { entity } = draft;
  if (!entity) return undefined;
  if (entity.kind === 'state' || entity.kind === 'organisation') return entity.id;
  return entity.kind === 'place' ? entity.metonymOf : undefined;
}

function officesOf(knowledge: Knowledge, entry: TitleEntry): Office[] {
  return entry.offices.map((id) => knowledge.entity(id)).filter((entity): entity is Office => entity?.kind === 'office');
}

function theOffice(knowledge: Knowledge, entry: TitleEntry, of: EntityId, offices: readonly Office[], direct: readonly RoleId[]): Office | undefined {
  const own = officesOf(knowledge, entry);
  const named = own.filter((office) => office.of === of);
  if (named.length === 1) return named[0];
  const plain = offices.filter((office) => direct.includes(office.role));
  return plain.length === 1 ? plain[0] : undefined;
}

const bodies = new WeakMap<TitleEntry, { readonly id: EntityId | undefined }>();

/** The body that a title names itself: "UN chief", "president of the European Commission". */
function bodyInTitle(index: NameIndex, entry: TitleEntry): EntityId | undefined {
  let known = bodies.get(entry);
  if (!known) {
    known = { id: findBody(index, entry) };
    bodies.set(entry, known);
  }
  return known.id;
}

function findBody(index: NameIndex, entry: TitleEntry): EntityId | undefined {
  const { knowledge } = index;
  const named = organisationIn(index, entry.text);
  if (named !== undefined && knowledge.officesOf(named).some((office) => entry.roles.includes(office.role))) return named;
  if (named === undefined) return undefined;
  const offices = knowledge.ofKind('office').filter((office) => entry.roles.includes(office.role));
  return entry.roles.length === 1 && offices.length === 1 ? offices[0]!.of : undefined;
}

function organisationIn(index: NameIndex, text: string): EntityId | undefined {
  const keys = nameWords(text).map((word) => word.key);
  for (let first = 0; first < keys.length; first++) {
    let node = index.bucket(keys[first]!);
    for (let at = first + 1; node; at++) {
      const entry = node.entries.find(({ entity, name }) => entity.kind === 'organisation' && (at - first > 1 || name.kind === 'acronym'));
      if (entry && (at === keys.length || !node.children?.has(keys[at]!))) return entry.entity.id;
      node = at < keys.length ? node.children?.get(keys[at]!) : undefined;
    }
  }
  return undefined;
}

/** Capitalised, they make a title into the name of something else. */
const TITLE_TAILS = new Set(['hotel', 'street', 'avenue', 'road', 'square', 'palace', 'university', 'airport', 'park', 'bridge', 'cup', 'island', 'islands', 'hall', 'house',
  'building', 'general']);
const TERM_WORDS = new Set(['more', 'most', 'much', 'nearly', 'almost', 'about', 'only', 'just', 'life', 'years', 'several', 'over', 'less', 'decades', 'months', 'now', 'ever',
  'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'long']);
const FUNCTION_WORDS = new Set(['of', 'in', 'on', 'at', 'by', 'to', 'for', 'with', 'from', 'and', 'or', 'but', 'as', 'said', 'was', 'is', 'were', 'are', 'has', 'had', 'that', 'who',
  'when', 'than', 'into', 'under', 'over']);
