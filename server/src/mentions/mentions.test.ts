import { describe, expect, it } from 'vitest';
import { fixture } from './testing/fixture';
import { compareUnderlined, labelOf, mentionsOf } from './testing/underlines';

function check(source: string): void {
  const { found, expected } = compareUnderlined(source.replace(/^\n/, ''), fixture);
  expect(found).toEqual(expected);
}

const labels = (text: string) => mentionsOf(text, fixture).map((mention) => `${mention.text}=${labelOf(mention)}`);

describe('names', () => {
  it('finds states, cities, people and organisations', () => check(`
Olga Maretska flew from Kyiv to London to meet NATO and the Shanghai Cooperation Organisation (SCO).
^^^^^^^^^^^^^           ^^^^    ^^^^^^         ^^^^         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  ^^^ person:olga-maretska place:kyiv place:london organisation:nato organisation:sco organisation:sco
`));

  it('folds diacritics both ways and reads through capitals', () => check(`
KYIV, 3 May 2021 - Jana Capkova greeted Jana Čapková in the UK.
^^^^               ^^^^^^^^^^^^         ^^^^^^^^^^^^        ^^ place:kyiv person:jana-capkova person:jana-capkova state:united-kingdom
`));

  it('keeps possessives outside and cuts compounds', () => check(`
Ukraine's army watched the Russian-Ukrainian border and US-China trade, and a Sino-American pact.
^^^^^^^                    ^^^^^^^ ^^^^^^^^^            ^^ ^^^^^              ^^^^ ^^^^^^^^ state:ukraine nationality:russia nationality:ukraine state:united-states state:china nationality:china nationality:united-states
`));

  it('reads U.S. as a name and us as a word', () => {
    expect(labels('The U.S. told us that US-led forces had left us.')).toEqual(['U.S.=state:united-states', 'US=state:united-states']);
    expect(labels('WHO TOLD US THAT THEY LEFT')).toEqual([]);
  });

  it('tells adjectives from demonyms', () => {
    const [first, second] = mentionsOf('A Chadian lawyer met two Britons.', fixture);
    expect([first!.by, second!.by]).toEqual(['adjective', 'demonym']);
  });

  it('reads patronymics, middle initials and initials', () => {
    expect(labels('Viktor Sergeyevich Dalenko spoke.')).toEqual(['Viktor Sergeyevich Dalenko=person:viktor-dalenko']);
    expect(labels('Olga P. Maretska spoke.')).toEqual(['Olga P. Maretska=person:olga-maretska']);
    expect(labels('O. Maretska spoke.')).toEqual(['O. Maretska=person:olga-maretska']);
  });

  it('goes on across markup', () => {
    const text = 'Talks with **Olga** Maretska and *Chen* Guowei.';
    const found = mentionsOf(text, fixture, 'markdown');
    expect(found.map((mention) => [mention.text, mention.entity])).toEqual([['Olga Maretska', 'olga-maretska'], ['Chen Guowei', 'chen-guowei']]);
    expect(text.slice(found[0]!.start, found[0]!.end)).toBe('Olga** Maretska');
  });
});

describe('unknown names around known ones', () => {
  it.each([
    'He reads law at George Washington University.', 'Chad Smith and Jordan Peterson came.', 'Paris Hilton sang.', 'She banks with the Bank of France.',
    'The Moscow Times wrote it.', 'Lagos State has a governor.', 'They met at the University of Dublin.', 'We drove to Paris, Texas.', 'Denzel Washington laughed.',
    'Saif al-Haddad-Mora sang.', 'A turkey and a china cup lay there.', 'They may come in May.',
  ])('leaves "%s" alone', (text) => expect(labels(text)).toEqual([]));

  it('knows no stranger by the family name of somebody else', () => {
    expect(labels('Viktor Dalenko came. Ludmila Dalenko did not. Dalenko sighed.')).toEqual(['Viktor Dalenko=person:viktor-dalenko', 'Dalenko=person:?']);
  });
});

describe('later mentions', () => {
  it('resolves family names once the person is introduced, headline included', () => check(`
Chen meets Maretska
^^^^       ^^^^^^^^ person:chen-guowei person:olga-maretska

Chen Guowei received Olga Maretska in Beijing. Chen smiled; Ms Maretska did not.
^^^^^^^^^^^          ^^^^^^^^^^^^^    ^^^^^^^  ^^^^            ^^^^^^^^ person:chen-guowei person:olga-maretska place:beijing person:chen-guowei person:olga-maretska
`));

  it('leaves a family name open that nobody introduced', () => {
    const [, mention] = mentionsOf('In Ukraine we spoke to Maretska by telephone.', fixture);
    expect(mention).toMatchObject({ kind: 'person', candidates: [{ entity: 'olga-maretska' }] });
    expect(mention!.entity).toBeUndefined();
    expect(labels('We spoke to Maretska by telephone.')).toEqual([]);
  });

  it('keeps titles of honour and numbers of kings apart from names', () => {
    expect(labels('Mr. Haddad of Iraq came.')).toEqual(['Haddad=person:tariq-al-haddad', 'Iraq=state:iraq']);
    expect(labels('France honoured Leopold II, not Leopold III.')).toEqual(['France=state:france', 'Leopold II=person:leopold']);
  });

  it('lets title, body and date choose', () => {
    expect(labels('Moscow, 4 June 2015 - President Dalenko rested.')).toContain('Dalenko=person:viktor-dalenko');
    expect(labels('Moscow, 4 June 2020 - Russian President Dalenko rested.')).toContain('Dalenko=person:pavel-dalenko');
    expect(labels('Foreign Minister Chen arrived.')).toContain('Chen=person:chen-guowei');
    expect(labels('Foreign Minister Maretska arrived.')).toContain('Maretska=person:?');
  });

  it('lets the honorific choose between two bearers', () => {
    expect(labels('Chen Guowei and Chen Meilin came. Ms Chen spoke.')).toContain('Chen=person:chen-meilin');
    expect(labels('Chen Guowei and Chen Meilin came. Chen spoke.')).toContain('Chen=person:?');
    const honoured = mentionsOf('Olga Maretska spoke. Mrs Maretska left.', fixture)[1]!;
    expect(honoured.honorific).toEqual({ start: 21, end: 24 });
  });

  it('takes "the younger" for a riddle and looks for a junior of the name', () => {
    expect(labels('Chen Guowei spoke. So did Chen Meilin, and the younger Chen left.').at(-1)).toBe('Chen=person:?');
    expect(labels('In Iraq lives Haddad al-Marri.')).toEqual(['Iraq=state:iraq']);
  });

  it('tells father and son by the days of the sentence', () => {
    expect(labels('On 3 March 1985 Harold Pike signed it.')).toEqual(['Harold Pike=person:harold-pike']);
    expect(labels('On 3 March 2004 Harold Pike signed it.')).toEqual(['Harold Pike=person:harold-pike-junior']);
    expect(labels('Harold Pike signed it.')).toEqual(['Harold Pike=person:?']);
  });
});

describe('offices', () => {
  const offices = (text: string) => mentionsOf(text, fixture).filter((mention) => mention.kind === 'office');
  const office = (text: string) => offices(text)[0];

  it.each([
    ['Russian Security Council Secretary Ivan Brod spoke.', 'russia.security-council-secretary'],
    ['The president of Russia spoke.', 'russia.president'], ["Ukraine's president spoke.", 'ukraine.president'],
    ['US Secretary of State Ann Bell spoke.', 'united-states.secretary-of-state'], ['NATO Secretary-General Ole Berg spoke.', 'nato.secretary-general'],
    ['the prime minister of the United Kingdom', 'united-kingdom.prime-minister'], ["Russia's hugely powerful defence minister", 'russia.defence-minister'],
    ["the Kremlin's defence minister", 'russia.defence-minister'], ['the president of the European Commission', 'european-commission.president'],
  ])('reads "%s"', (text, entity) => expect(office(text)?.entity).toBe(entity));

  it('gives the spans of title and whole, and the body', () => {
    const text = 'Then the then British Prime Minister Edith May left.';
    const found = mentionsOf(text, fixture);
    const at = found.findIndex((mention) => mention.kind === 'office');
    const reading = found[at]!.office!;
    expect(reading).toMatchObject({ roles: ['prime-minister'], of: 'united-kingdom', modifiers: ['then'], ofMention: at - 1 });
    expect(text.slice(reading.titleSpan.start, reading.titleSpan.end)).toBe('Prime Minister');
    expect(text.slice(reading.wholeSpan.start, reading.wholeSpan.end)).toBe('then British Prime Minister');
  });

  it.each([
    ['former Russian president Viktor Dalenko', ['former']], ['ex-President Dalenko', ['former']], ['the Russian then-president', ['then']], ['acting president Anna Low', ['acting']],
    ['the deputy foreign minister', ['deputy']], ['the president-elect', ['elect']], ['the outgoing prime minister', ['outgoing']], ["the country's first president", ['first']],
    ['the former acting president', ['former', 'acting']], ['self-proclaimed president Ilya Rok', ['other', 'other']],
  ])('reads the modifiers of "%s"', (text, modifiers) => expect(office(text)?.office?.modifiers).toEqual(modifiers));

  it.each([
    'the minister of mines', 'the health minister', 'the Minister of Sport', 'Secretary of State for Health Ann Bell', 'the president of the club', 'the press secretary',
    'the leader of the band', 'a secretary in the office', 'Mr President, we thank you', 'stayed at the President Hotel',
  ])('takes "%s" for no office', (text) => expect(offices(text)).toEqual([]));

  it('marks plurals and resolves none of them', () => {
    expect(office('The foreign ministers of Russia and Ukraine met.')).toMatchObject({ office: { plural: true } });
    expect(office('The foreign ministers of Russia and Ukraine met.')!.entity).toBeUndefined();
  });
});

describe('ambiguity', () => {
  it('resolves by what else the text names, and stays open otherwise', () => {
    expect(labels('Georgia and Armenia agreed.')).toContain('Georgia=state:georgia');
    expect(labels('Voters in Georgia and Alabama queued.')).toEqual(['Georgia=state:?']);
    expect(labels('Libya has a port at Tripoli.')).toContain('Tripoli=place:tripoli-libya');
    expect(labels('A ship left Tripoli.')).toEqual(['Tripoli=place:?']);
    expect(labels('Tripoli in Lebanon is not Tripoli in Libya.')).toEqual([
      'Tripoli=place:tripoli-lebanon', 'Lebanon=state:lebanon', 'Tripoli=place:tripoli-libya', 'Libya=state:libya']);
    expect(labels('A bus went to Valencia.')).toEqual(['Valencia=place:?']);
  });
});

describe('metonymy', () => {
  it.each([
    ['Moscow said it would wait.', 'moscow', 'russia'], ["Beijing's readiness pleased them.", 'beijing', 'china'], ['Ties with Ankara are good.', 'ankara', 'turkey'],
    ['The Kremlin denied it.', 'kremlin', 'russia'], ['That gave Moscow a lifeline.', 'moscow', 'russia'],
  ])('reads "%s"', (text, entity, stands) => expect(mentionsOf(text, fixture)[0]).toMatchObject({ entity, stands }));

  it('reads both of a pair', () => {
    expect(mentionsOf('Washington and Moscow agreed on it.', fixture).map((mention) => mention.stands)).toEqual(['united-states', 'russia']);
    expect(mentionsOf('talks between Paris and Berlin', fixture).map((mention) => mention.stands)).toEqual(['france', 'germany']);
  });

  it.each(['They met in Moscow.', 'He flew to Beijing.', "Moscow's streets were empty.", 'They met in Paris and Berlin.', 'A guard stood outside the Kremlin.'])(
    'takes the places of "%s" for places', (text) => expect(mentionsOf(text, fixture).every((mention) => mention.stands === undefined)).toBe(true),
  );
});

describe('events', () => {
  it('shows the head of a phrase and keeps the names in it', () => {
    const text = "Since the end of Iraq's invasion of Kuwait little has changed.";
    const found = mentionsOf(text, fixture);
    expect(found.map((mention) => `${mention.text}=${labelOf(mention)}`)).toEqual(['Iraq=state:iraq', 'invasion=event:kuwait-invasion', 'Kuwait=state:kuwait']);
    expect(found[1]!.aspect).toBe('end');
    expect(text.slice(found[1]!.phraseSpan!.start, found[1]!.phraseSpan!.end)).toBe("Iraq's invasion of Kuwait");
  });

  it.each([
    ['The outbreak of the Russian-Ukrainian war shocked them.', 'ukraine-war', 'start'], ['Since the war in Ukraine began', 'ukraine-war', 'start'],
    ["Moscow's full-scale invasion of Ukraine", 'ukraine-war', 'whole'], ['Iraq invaded Kuwait.', 'kuwait-invasion', 'whole'], ['the eve of the Libyan revolution', 'libya-revolution', 'start'],
  ])('reads "%s"', (text, entity, aspect) => expect(mentionsOf(text, fixture).find((mention) => mention.kind === 'event')).toMatchObject({ entity, aspect }));

  it('shows a name of its own whole', () => check(`
The Dublin Accord was signed in Dublin.
    ^^^^^^^^^^^^^               ^^^^^^ event:dublin-accord place:dublin
`));

  it('means no event that lies after the date of the text', () => {
    expect(labels('KYIV, 4 March 2015 - They fear a Russian invasion of Ukraine.').filter((label) => label.includes('event:'))).toEqual([]);
  });

  it('takes "the invasion" up again if there is one', () => {
    expect(labels('Iraq invaded Kuwait. The invasion was over in two days.')).toContain('invasion=event:kuwait-invasion');
    expect(labels('The invasion of the market was over in two days.')).toEqual([]);
    expect(labels('Iraq invaded Kuwait. Before the invasion of 1991 it was rich.')).toContain('invasion=event:kuwait-invasion');
  });
});

describe('prose without names', () => {
  it.each([
    'When it rains, the road to the mill floods, and nobody who lives there can leave for a day or two. In the evening they play cards.',
    'Our president of the chess club may turn polish into a party; the secretary will read the minutes, and the leader of the band will march.',
    'Before the war my father kept a shop. The war took it. After the war he kept bees.',
    'THE END OF THE WORLD IS NOT IN SIGHT. WHO CAN TELL US WHEN IT IS?',
  ])('has no mentions: %s', (text) => expect(labels(text)).toEqual([]));
});
