// Which share of what references have is in the knowledge. Absences are no conflicts; these figures say how far there is to go.
import { bodyFinder } from './verifyFacts.mjs';
import { isPerson, sameName } from './verifyModel.mjs';
import { roleClass } from './verifyReferences.mjs';
import { HEADS, indexModel, isReference, MAIN } from './verifyTerms.mjs';

/** Wikidata's people whom we have in an office: {class: {had, of}} for terms that began in 2000 or later. */
export function coverage(model, { terms }, stateOf) {
  const index = indexModel(model);
  const counts = {};
  const seen = new Set();
  for (const term of terms) {
    if (!MAIN.has(term.class) || !(term.start >= '2000')) continue;
    const state = stateOf(term.place);
    const key = `${state} ${term.class} ${term.qid}`;
    if (!state || seen.has(key)) continue;
    seen.add(key);
    const count = (counts[term.class] ??= { had: 0, of: 0 });
    count.of++;
    const has = index.byClass(state, term.class).some((office) => (office.holders ?? []).some((holder) => {
      const person = index.people.get(holder.person);
      return isReference(person, term) || (person !== undefined && !person.wikidata && sameName(person.name, term.person));
    }));
    if (has) count.had++;
  }
  return counts;
}

/** Leaders of Archigos and REIGN whose rule began in `since` (a year as text) or later and whom we have in an office at the head of the state: {had, of}. */
export function leaderCoverage(model, leaders, finder, since) {
  const index = indexModel(model);
  const holders = new Map();
  for (const { of, role, holders: own } of model.offices) {
    if (HEADS.has(roleClass(role)) || /leader$/.test(role)) holders.set(of, [...(holders.get(of) ?? []), ...(own ?? []).map(({ person }) => index.people.get(person)).filter(Boolean)]);
  }
  const seen = new Set();
  let had = 0;
  for (const { country, leader, start } of leaders) {
    const state = finder.find(country);
    const key = `${state} ${leader.split(' ').at(-1)}`;
    if (!state || !(start >= since) || seen.has(key)) continue;
    seen.add(key);
    if ((holders.get(state) ?? []).some((person) => isPerson(person, leader))) had++;
  }
  return { had, of: seen.size };
}

/** The Factbook's participations in organisations that we have, as members or otherwise: {had, of} for the UN and for all others. */
export function memberCoverage(model, countries, finder) {
  const find = bodyFinder(model);
  const counts = { un: { had: 0, of: 0 }, blocs: { had: 0, of: 0 }, organisations: new Set() };
  const seen = new Set();
  for (const { names, organisations } of countries) {
    const state = names.map((name) => finder.find(name)).find(Boolean);
    if (!state || seen.has(state)) continue;
    seen.add(state);
    for (const entry of organisations) {
      const body = find(entry.replace(/ \(.*$/, ''));
      if (!body?.members) continue;
      counts.organisations.add(body.id);
      const count = body.id === 'un' ? counts.un : counts.blocs;
      count.of++;
      if (body.members.some(({ states }) => states.includes(state))) count.had++;
    }
  }
  return { un: counts.un, blocs: counts.blocs, organisations: counts.organisations.size };
}
