import { describe, expect, it } from 'vitest';
import { analyze } from '../analysis/analyze';
import { knowledgeFromYaml } from '../knowledge/testing/fromYaml';
import type { Claim } from './types';

const KNOWLEDGE = knowledgeFromYaml(`
asOf: 2026-02-01
source: own
roles:
  - {id: prime-minister, name: prime minister, titles: [prime minister, premier]}
  - {id: defence-minister, name: defence minister, titles: [defence minister, defense minister]}
  - {id: foreign-minister, name: foreign minister, titles: [foreign minister]}
states:
  - {id: ruritania, name: Ruritania, adjectives: [Ruritanian], demonyms: [Ruritanian, Ruritanians]}
  - {id: graustark, name: Graustark, adjectives: [Graustarkian]}
  - {id: syldavia, name: Syldavia, adjectives: [Syldavian]}
people:
  - {id: anna-vorel, name: Anna Vorel, nationality: [ruritania], sex: female}
  - {id: otto-brandis, name: Otto Brandis, nationality: [ruritania]}
offices:
  - {id: ruritania.prime-minister, role: prime-minister, of: ruritania, holders: [{person: anna-vorel, from: 2020-01-01}]}
  - {id: ruritania.defence-minister, role: defence-minister, of: ruritania, holders: [{person: otto-brandis, from: 2020-01-01}]}
organisations:
  - id: carpathian-league
    name: Carpathian League
    type: alliance
    membersCompleteFrom: 1990-01-01
    members: [{states: [ruritania, graustark], from: 1990-01-01}]
events:
  - {id: strelsau-coup, name: Strelsau coup, type: coup, start: 2011-05-03, parties: [ruritania, graustark], phrases: ['coup in {ruritania}']}
`);

function claims(text: string): readonly Claim[] {
  return analyze({ text: `---\ndate: 2024-06-01\n---\n\n${text}`, format: 'markdown' }, KNOWLEDGE).claims;
}

describe('holds-office', () => {
  const said = (text: string) => claims(text).flatMap((claim) => (claim.type === 'holds-office' ? [`${claim.tense}${claim.ofExplicit ? ` ${claim.of}` : ''}`] : []));
  it.each<[string, string[]]>([
    ['Ruritanian Prime Minister Anna Vorel spoke.', ['current ruritania']],
    ['Prime Minister Anna Vorel spoke.', ['current']],
    ['Anna Vorel, the prime minister of Ruritania, spoke.', ['current ruritania']],
    ["Anna Vorel, Ruritania's prime minister, spoke.", ['current ruritania']],
    ['The Ruritanian prime minister, Anna Vorel, spoke.', ['current ruritania']],
    ['Anna Vorel is the new prime minister.', ['current']],
    ['Anna Vorel, who was prime minister when it rained, spoke.', ['former']],
    ['Former prime minister Anna Vorel spoke.', ['former']],
    ['The defence minister was Otto Brandis.', ['former']],
    ['Otto Brandis is prime minister and the defence minister.', ['current', 'current']],
    // Nothing is said of the plain office.
    ['Deputy defence minister Otto Brandis spoke.', []],
    ['Anna Vorel met the defence minister.', []],
    ['Anna Vorel, Otto Brandis and the prime minister of Graustark met.', []],
    ['The prime minister met Otto Brandis.', []],
    ['Anna Vorel, Ruritanian Defence Minister Otto Brandis and others met.', ['current ruritania']],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('member-count', () => {
  const counts = (text: string) => claims(text).flatMap((claim) => (claim.type === 'member-count' ? [claim.count] : []));
  it.each<[string, number[]]>([
    ['The three-member Carpathian League met.', [3]],
    ['The Carpathian League has 12 members.', [12]],
    ["The Carpathian League's 12 member states met.", [12]],
    ['The Carpathian League met in May. It now has twelve members.', [12]],
    ['The 12 members of the Carpathian League met.', [12]],
    ['The Carpathian League has about 12 members.', []],
    ['The Carpathian League and two other members left.', []],
    ['Two of the members of the Carpathian League left.', []],
    ['The Carpathian League counts 12 countries among its friends.', []],
  ])('%s', (text, expected) => {
    expect(counts(text)).toEqual(expected);
  });
});

describe('member-of', () => {
  const members = (text: string) => claims(text).flatMap((claim) => (claim.type === 'member-of' ? [`${claim.polarity ? '' : 'not '}${claim.member}`] : []));
  it.each<[string, string[]]>([
    ['Syldavia, a member of the Carpathian League, agreed.', ['syldavia']],
    ['Syldavia is a member of the Carpathian League.', ['syldavia']],
    ['Syldavia is not a member of the Carpathian League.', ['not syldavia']],
    ['Carpathian League members Ruritania, Graustark and Syldavia agreed.', ['ruritania', 'graustark', 'syldavia']],
    ['Carpathian League member Syldavia agreed.', ['syldavia']],
    ['Syldavia was a founding member of the Carpathian League.', []],
    ['Syldavia, a member of the Carpathian League until last year, agreed.', []],
    ['Members of the Carpathian League met in Syldavia.', []],
    ['Syldavia warned members of the Carpathian League.', []],
  ])('%s', (text, expected) => {
    expect(members(text)).toEqual(expected);
  });
});

describe('event-at', () => {
  const dated = (text: string) => claims(text).flatMap((claim) => (claim.type === 'event-at' ? [claim.aspect] : []));
  it.each<[string, string[]]>([
    ['The coup in Ruritania took place in 2012.', ['whole']],
    ['In May 2011, a coup in Ruritania failed.', []],
    ['The coup in Ruritania on 3 May 2011 failed.', ['whole']],
    ['The coup in Ruritania was discussed before 2012.', []],
  ])('%s', (text, expected) => {
    expect(dated(text)).toEqual(expected);
  });
});
