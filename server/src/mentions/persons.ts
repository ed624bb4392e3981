import type { NameEntry, NameIndex } from '../knowledge/nameIndex';
import type { Knowledge } from '../knowledge/api';
import { keysOf } from '../knowledge/nameKeys';
import type { EntityId, Person } from '../knowledge/types';
import { daysOf, entitiesOf, recentDaysOf, settle, type Draft, type DraftBlock, type DraftDocument } from './drafts';
import type { Evidence } from './ambiguity';
import type { Candidate } from './types';
import { CALENDAR, FEMALE, HONORIFICS, MALE, OPENERS } from './vocabulary';
import { Gap, Shape } from './words';

/** Family names that are also plain words: never shown as unresolved persons. */
const PLAIN_WORDS = new Set(['may', 'rice', 'ban', 'bush', 'long', 'brown', 'white', 'black', 'major', 'church', 'park', 'moon', 'gates', 'power', 'price', 'hill', 'lake', 'forest', 'castle', 'page', 'state', 'general', 'justice', 'love', 'best', 'english', 'parts', 'key', 'roman', 'islam', 'power', 'french', 'german', 'holland', 'west', 'north', 'east', 'south', 'peace', 'chambers',
  'king', 'wood', 'field', 'young', 'bell', 'bishop', 'cook', 'cooper', 'marsh', 'ford', 'grant', 'hunt', 'lord', 'short', 'straw', 'chance', 'wise', 'kim', 'lee',
  'can', 'son', 'sun', 'do', 'an', 'le', 'to', 'so', 'an', 'mark', 'stone', 'banks', 'rose', 'lamb', 'day', 'he', 'she', 'you', 'her', 'un', 'bin']);
const NEEDED_LEAD = 0.25;
const JUNIOR = /,? (?:Jr\.?|Junior|II|III)$/;
/** In front of a family name they tell one bearer from another, by ages that the text takes for known. */
const COMPARISONS = new Set(['younger', 'elder', 'older', 'senior', 'junior', 'other', 'first', 'second', 'new']);

/**
 * Resolves persons: those named in full first, then family names under a title or an honorific, then family names alone, which mean whoever was
 * introduced last. Names that nobody of the text was introduced by stay open, with candidates.
 */
export function resolvePersons(document: DraftDocument, evidence: Evidence, index: NameIndex): void {
  new PersonResolver(document, evidence, index).run();
}

class PersonResolver {
  private readonly introduced = new Map<EntityId, Draft[]>();
  private readonly strangers = new Map<string, number[]>();
  private readonly knowledge: Knowledge;

  constructor(private readonly document: DraftDocument, private readonly evidence: Evidence, private readonly index: NameIndex) {
    this.knowledge = document.knowledge;
    for (const { matches, number } of document.blocks) {
      for (const { key, word } of matches.strangers) {
        const place = number * 1e5 + word;
        const list = this.strangers.get(key);
        if (list) list.push(place);
        else this.strangers.set(key, [place]);
      }
    }
  }

  run(): void {
    const later: Draft[] = [];
    for (const draft of this.document.drafts) {
      if (draft.source !== 'name' || draft.dropped) continue;
      const persons = draft.name!.entries.filter((entry) => entry.entity.kind === 'person');
      if (persons.length === 0) continue;
      this.readHonorific(draft);
      const full = persons.filter((entry) => entry.name.kind !== 'family' && entry.name.kind !== 'given');
      if (full.length > 0) this.resolveFull(draft, full, draft.name!.entries.length > persons.length);
      else later.push(draft);
    }
    const alone = later.filter((draft) => !this.resolveTitled(draft));
    for (const draft of alone) this.resolveAlone(draft);
  }

  private introduce(draft: Draft, person: Person): void {
    const list = this.introduced.get(person.id);
    if (list) list.push(draft);
    else this.introduced.set(person.id, [draft]);
  }

  /** "Juan Perez" may also mean a known Juan Perez Jr. */
  private withNamesakes(draft: Draft, entries: readonly NameEntry[]): readonly NameEntry[] {
    const person = entries[0]!.entity as Person;
    const written = this.keyOf(draft);
    const juniors = this.index.family(keysOf(person.family)).filter((other) => other !== person
      && other.names.some((name) => JUNIOR.test(name.text) && keysOf(name.text.replace(JUNIOR, '')) === written));
    return juniors.length === 0 ? entries : [...entries, ...juniors.map((entity) => ({ name: entity.names[0]!, entity, demands: '' }))];
  }

  private resolveFull(draft: Draft, found: readonly NameEntry[], mixed: boolean): void {
    if (mixed && draft.entity) return;
    const entries = this.withNamesakes(draft, found);
    const persons = entitiesOf(entries) as Person[];
    if (persons.length === 1) {
      const [person] = persons as [Person];
      settle(draft, entries[0]!, draft.name!.loose ? 0.85 : 0.97, draft.name!.loose ? 'full name with a middle part' : 'full name');
      this.introduce(draft, person);
      return;
    }
    const scored = this.rank(draft, entries);
    draft.candidates = scored.map(({ candidate }) => candidate);
    const [best, second] = scored;
    if (best!.candidate.score - second!.candidate.score >= NEEDED_LEAD) {
      draft.entry = best!.entry;
      draft.entity = best!.entry.entity;
      this.introduce(draft, best!.entry.entity as Person);
    }
  }

  /** Bearers of one name by how well they fit the title in front and the days the sentence speaks of. */
  private rank(draft: Draft, entries: readonly NameEntry[]): { entry: NameEntry; candidate: Candidate }[] {
    const title = this.titleBefore(draft);
    const days = recentDaysOf(this.document, draft);
    return (entitiesOf(entries) as Person[]).map((person) => {
      const entry = entries.find((candidate) => candidate.entity === person)!;
      let score = 0.35;
      let why = 'bears the name';
      if (title && this.heldSuch(person, title)) {
        score += 0.2;
        why = 'held the office named in front';
      }
      if (days.some((day) => this.knowledge.termsAt(person.id, day).some((term) => term.holds === 'yes'))) {
        score += 0.3;
        why = 'in office at the time';
      }
      if (days.length > 0 && days.every((day) => this.knowledge.alive(person.id, day) === 'no')) score -= 0.1;
      return { entry, candidate: { entity: person.id, score: Math.max(0, Math.min(1, score)), why } };
    }).sort((a, b) => b.candidate.score - a.candidate.score);
  }

  /** "President Putin", "Mr Modi": a family name that title or honorific pin on one person. */
  private resolveTitled(draft: Draft): boolean {
    const entries = draft.name!.entries.filter((entry) => entry.entity.kind === 'person');
    const others = draft.name!.entries.length > entries.length;
    const named = entries.filter((entry) => this.introduced.has(entry.entity.id));
    const title = this.titleBefore(draft);
    if (!title && !draft.honorific) return false;
    if (named.length > 0) {
      const fitting = title && named.length > 1 ? named.filter((entry) => this.heldSuch(entry.entity as Person, title)) : named;
      const sexed = this.bySex(draft, fitting.length > 0 ? fitting : named);
      if (entitiesOf(sexed).length !== 1 || (!title && this.strangerNearer(draft, sexed[0]!.entity.id))) return false;
      settle(draft, sexed[0]!, 0.9, 'named in full in the text');
      return true;
    }
    if (this.strangers.has(this.keyOf(draft))) return false;
    if (title) {
      const holders = entries.filter((entry) => this.heldSuch(entry.entity as Person, title));
      const one = this.oneInOffice(draft, holders, title);
      if (!one) return false;
      settle(draft, one, 0.85, 'held the office named in front');
      this.introduce(draft, one.entity as Person);
      return true;
    }
    const sexed = this.bySex(draft, entries);
    const persons = entitiesOf(sexed) as Person[];
    if (others || persons.length !== 1 || !persons[0]!.nationality.some((state) => this.evidence.of(state) > 0)) return false;
    settle(draft, sexed[0]!, 0.75, 'honorific, and only bearer of the name from a country of the text');
    this.introduce(draft, persons[0]!);
    return true;
  }

  private oneInOffice(draft: Draft, holders: readonly NameEntry[], title: Draft): NameEntry | undefined {
    const persons = entitiesOf(holders) as Person[];
    if (persons.length <= 1) return holders[0];
    const former = title.office!.modifiers.includes('former') || title.office!.modifiers.includes('then');
    const days = daysOf(this.document, draft);
    const sitting = persons.filter((person) => days.some((day) => this.knowledge.termsAt(person.id, day)
      .some((term) => term.holds === 'yes' && this.fitsTitle(term.office, title))));
    return !former && sitting.length === 1 ? holders.find((entry) => entry.entity === sitting[0]) : undefined;
  }

  /** A family name alone: the person of that name introduced nearest before, or the only one of the text. */
  private resolveAlone(draft: Draft): void {
    const block = this.document.blocks[draft.block]!;
    const entries = draft.name!.entries.filter((entry) => entry.entity.kind === 'person');
    const named = this.bySex(draft, entries.filter((entry) => this.introduced.has(entry.entity.id)));
    const persons = entitiesOf(named) as Person[];
    const others = draft.name!.entries.length > entries.length;
    if (others) {
      if (persons.length === 0 || (draft.entity && !this.hasEvidenceOnlyOfPerson(draft))) return;
      if (!draft.entity && draft.candidates.length === 0) return;
      draft.entity = undefined;
      draft.entry = undefined;
      draft.candidates = [...draft.candidates, ...persons.map((person) => ({ entity: person.id, score: 0.4, why: 'named in full in the text' }))];
      return;
    }
    if (persons.length === 1) {
      const compared = entries.length > named.length && COMPARISONS.has(block.words.key[draft.first - 1] ?? '');
      if (compared) this.leaveOpen(draft, entries, block, 'the text tells two bearers of the name apart');
      else if (this.strangerNearer(draft, persons[0]!.id)) this.leaveOpen(draft, entries, block, 'another bearer of the name is nearer');
      else settle(draft, named[0]!, 0.9, 'named in full in the text');
      return;
    }
    if (persons.length > 1) {
      const best = COMPARISONS.has(block.words.key[draft.first - 1] ?? '') ? undefined : this.nearest(draft, persons);
      if (best) settle(draft, named.find((entry) => entry.entity === best)!, 0.7, 'named in full shortly before');
      else this.leaveOpen(draft, named, block, 'several persons of the text bear the name');
      return;
    }
    this.leaveOpen(draft, entries, block, 'not named in full in the text');
  }

  private hasEvidenceOnlyOfPerson(draft: Draft): boolean {
    return draft.entity?.kind === 'place' && this.evidence.supports(draft.entity) === 0;
  }

  private leaveOpen(draft: Draft, entries: readonly NameEntry[], { words }: DraftBlock, why: string): void {
    if (this.strangers.has(this.keyOf(draft)) && entries.every((entry) => !this.introduced.has(entry.entity.id))) {
      draft.dropped = true;
      return;
    }
    const persons = entitiesOf(entries) as Person[];
    if (!persons.some((person) => this.introduced.has(person.id) || person.nationality.some((state) => this.evidence.of(state) > 0))
      && !draft.honorific && !this.titleBefore(draft)) {
      draft.dropped = true;
      return;
    }
    const word = words.key[draft.first]!;
    const starts = words.gap[draft.first]! >= Gap.Bracket;
    const plain = PLAIN_WORDS.has(word) || OPENERS.has(word) || CALENDAR.has(word);
    if (draft.last - draft.first === 1 && (PLAIN_WORDS.has(word) || (plain && (starts || words.shape[draft.first] === Shape.Upper)))) {
      draft.dropped = true;
      return;
    }
    draft.candidates = persons.slice(0, 5).map((person) => ({ entity: person.id, score: 0.4, why }));
  }

  /** Of several persons of one family name: the one whose full name stands in the same paragraph before, alone there. */
  private nearest(draft: Draft, persons: readonly Person[]): Person | undefined {
    const here = persons.filter((person) => this.introduced.get(person.id)!.some((other) => other.block === draft.block && other.index < draft.index));
    return here.length === 1 ? here[0] : undefined;
  }

  /** Whether somebody else of that family name was named more recently than the person. */
  private strangerNearer(draft: Draft, person: EntityId): boolean {
    const places = this.strangers.get(this.keyOf(draft));
    if (!places) return false;
    const here = draft.block * 1e5 + draft.first;
    const before = Math.max(-1, ...places.filter((place) => place < here));
    const own = Math.max(-1, ...this.introduced.get(person)!.map((other) => other.block * 1e5 + other.first).filter((place) => place < here));
    return before > own;
  }

  private keyOf(draft: Draft): string {
    return this.document.blocks[draft.block]!.words.key.slice(draft.first, draft.last).join(' ');
  }

  /** The title right in front, honorifics between allowed. */
  private titleBefore(draft: Draft): Draft | undefined {
    const { words, byLast } = this.document.blocks[draft.block]!;
    let at = draft.first;
    for (let steps = 0; steps < 3; steps++) {
      if (at <= 0 || words.gap[at]! > Gap.Joined) return undefined;
      const title = byLast.get(at);
      if (title) return title.source === 'title' && title.office && !title.office.plural ? title : undefined;
      if (!HONORIFICS.has(words.key[at - 1]!)) {
        // "president-elect Smith": the modifier stands between.
        const joined = at >= 2 && words.gap[at - 1] === Gap.Joined ? byLast.get(at - 1) : undefined;
        return joined?.source === 'title' && joined.office ? joined : undefined;
      }
      at--;
    }
    return undefined;
  }

  private heldSuch(person: Person, title: Draft): boolean {
    return this.knowledge.terms(person.id).some((term) => this.fitsTitle(term.office, title));
  }

  private fitsTitle(officeId: EntityId, title: Draft): boolean {
    const office = this.knowledge.entity(officeId);
    const reading = title.office!;
    if (office?.kind !== 'office') return false;
    if (title.entity?.id === officeId) return true;
    return reading.roles.includes(office.role) && (reading.of === undefined || reading.of === office.of);
  }

  private bySex(draft: Draft, entries: readonly NameEntry[]): readonly NameEntry[] {
    if (!draft.honorific || entitiesOf(entries).length < 2) return entries;
    const { words, block } = this.document.blocks[draft.block]!;
    const word = words.start.findIndex((start) => block.start + start === draft.honorific!.start);
    const sex = MALE.has(words.key[word] ?? '') ? 'male' : FEMALE.has(words.key[word] ?? '') ? 'female' : undefined;
    return sex ? entries.filter((entry) => (entry.entity as Person).sex === sex) : entries;
  }

  private readHonorific(draft: Draft): void {
    const { words, block, byLast } = this.document.blocks[draft.block]!;
    let first = draft.first;
    while (first > 0 && words.gap[first] === Gap.Space && words.shape[first - 1] !== Shape.Lower && HONORIFICS.has(words.key[first - 1]!) && !byLast.has(first)) first--;
    if (first < draft.first) draft.honorific = { start: block.start + words.start[first]!, end: block.start + words.end[draft.first - 1]! };
  }
}
