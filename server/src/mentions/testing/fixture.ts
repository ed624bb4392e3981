import { knowledgeFromYaml } from '../../knowledge/testing/fromYaml';

/** A small world for the tests of this layer: real states and cities, invented people. */
export const fixture = knowledgeFromYaml(`
source: own
states:
  - {id: russia, name: Russia, names: [{text: Russian Federation, kind: formal}], adjectives: [Russian], demonyms: [Russian, Russians], exists: {from: 1991-12-25}, capitals: [{place: moscow}]}
  - {id: ukraine, name: Ukraine, adjectives: [Ukrainian], demonyms: [Ukrainian, Ukrainians], capitals: [{place: kyiv}]}
  - {id: china, name: China, adjectives: [Chinese], demonyms: [Chinese], capitals: [{place: beijing}]}
  - {id: united-states, name: United States, names: [{text: US, kind: acronym}, {text: U.S., kind: acronym}, {text: America, kind: alias}], adjectives: [American], demonyms: [American, Americans], capitals: [{place: washington}]}
  - {id: united-kingdom, name: United Kingdom, names: [{text: UK, kind: acronym}, {text: Britain, kind: alias}], adjectives: [British], demonyms: [Briton, Britons], capitals: [{place: london}]}
  - {id: turkey, name: Turkey, adjectives: [Turkish], demonyms: [Turk, Turks], capitals: [{place: ankara}]}
  - {id: jordan, name: Jordan, adjectives: [Jordanian], demonyms: [Jordanians], capitals: [{place: amman}]}
  - {id: chad, name: Chad, adjectives: [Chadian], demonyms: [Chadians]}
  - {id: georgia, name: Georgia, adjectives: [Georgian], demonyms: [Georgians], capitals: [{place: tbilisi}]}
  - {id: armenia, name: Armenia, adjectives: [Armenian], demonyms: [Armenians]}
  - {id: kuwait, name: Kuwait, adjectives: [Kuwaiti], demonyms: [Kuwaitis]}
  - {id: iraq, name: Iraq, adjectives: [Iraqi], demonyms: [Iraqis]}
  - {id: france, name: France, adjectives: [French], demonyms: [French], capitals: [{place: paris}]}
  - {id: germany, name: Germany, adjectives: [German], demonyms: [German, Germans], capitals: [{place: berlin}]}
  - {id: libya, name: Libya, adjectives: [Libyan], demonyms: [Libyans], capitals: [{place: tripoli-libya}]}
  - {id: lebanon, name: Lebanon, adjectives: [Lebanese], demonyms: [Lebanese]}
  - {id: ireland, name: Ireland, adjectives: [Irish], demonyms: [Irish], capitals: [{place: dublin}]}
  - {id: slovakia, name: Slovakia, adjectives: [Slovak], demonyms: [Slovaks]}
  - {id: nigeria, name: Nigeria, adjectives: [Nigerian], demonyms: [Nigerians]}
places:
  - {id: moscow, name: Moscow, type: city, in: [russia]}
  - {id: kyiv, name: Kyiv, type: city, in: [ukraine], names: [{text: Kiev, kind: alias}]}
  - {id: beijing, name: Beijing, type: city, in: [china]}
  - {id: washington, name: Washington, type: city, in: [united-states]}
  - {id: london, name: London, type: city, in: [united-kingdom]}
  - {id: ankara, name: Ankara, type: city, in: [turkey]}
  - {id: amman, name: Amman, type: city, in: [jordan]}
  - {id: tbilisi, name: Tbilisi, type: city, in: [georgia]}
  - {id: paris, name: Paris, type: city, in: [france]}
  - {id: berlin, name: Berlin, type: city, in: [germany]}
  - {id: dublin, name: Dublin, type: city, in: [ireland]}
  - {id: lagos, name: Lagos, type: city, in: [nigeria]}
  - {id: tripoli-libya, name: Tripoli, type: city, in: [libya]}
  - {id: tripoli-lebanon, name: Tripoli, type: city, in: [lebanon]}
  - {id: valencia, name: Valencia, type: city, in: [germany]}
  - {id: kremlin, name: Kremlin, type: building, in: [russia], metonymOf: russia}
people:
  - {id: viktor-dalenko, name: Viktor Dalenko, nationality: [russia], sex: male, names: [{text: Victor Dalenko, kind: variant}]}
  - {id: pavel-dalenko, name: Pavel Dalenko, nationality: [russia], sex: male}
  - {id: olga-maretska, name: Olga Maretska, nationality: [ukraine], sex: female}
  - {id: chen-guowei, name: Chen Guowei, order: family-first, nationality: [china], sex: male}
  - {id: chen-meilin, name: Chen Meilin, order: family-first, nationality: [china], sex: female}
  - {id: harold-pike, name: Harold R. Pike, names: [{text: Harold Pike, kind: alias}], nationality: [united-states], sex: male, born: 1930-01-01}
  - {id: harold-pike-junior, name: Harold T. Pike, names: [{text: Harold Pike, kind: alias}], nationality: [united-states], sex: male, born: 1960-01-01}
  - {id: edith-may, name: Edith May, nationality: [united-kingdom], sex: female}
  - {id: jana-capkova, name: Jana Čapková, nationality: [slovakia], sex: female}
  - {id: tariq-al-haddad, name: Tariq al-Haddad, family: Haddad, nationality: [iraq], sex: male, names: [{text: al-Haddad, kind: family}]}
  - {id: leopold, name: Leopold II, family: Leopold, order: single, nationality: [france], sex: male}
organisations:
  - {id: nato, name: NATO, type: alliance, names: [{text: North Atlantic Treaty Organization, kind: formal}, {text: Nato, kind: acronym}]}
  - {id: sco, name: Shanghai Cooperation Organisation, type: bloc, names: [{text: SCO, kind: acronym}]}
  - {id: european-commission, name: European Commission, type: other}
  - {id: who, name: World Health Organization, type: un, names: [{text: WHO, kind: acronym}]}
  - {id: unsc, name: UN Security Council, type: un, names: [{text: Security Council, kind: alias}]}
offices:
  - {id: russia.president, role: president, of: russia, holders: [{person: viktor-dalenko, from: 2010-05-07, to: 2018-05-07}, {person: pavel-dalenko, from: 2018-05-07}]}
  - {id: russia.defence-minister, role: defence-minister, of: russia, holders: [{person: pavel-dalenko, from: 2012-01-01, to: 2016-01-01}]}
  - {id: russia.security-council-secretary, role: security-council-secretary, of: russia, holders: []}
  - {id: ukraine.president, role: president, of: ukraine, holders: [{person: olga-maretska, from: 2019-05-20}]}
  - {id: china.foreign-minister, role: foreign-minister, of: china, holders: [{person: chen-guowei, from: 2013-03-16}]}
  - {id: united-states.president, role: president, of: united-states, holders: [{person: harold-pike, from: 1981-01-20, to: 1989-01-20}, {person: harold-pike-junior, from: 2001-01-20, to: 2009-01-20}]}
  - {id: united-states.secretary-of-state, role: secretary-of-state, of: united-states, holders: []}
  - {id: united-kingdom.prime-minister, role: prime-minister, of: united-kingdom, holders: [{person: edith-may, from: 2016-07-13, to: 2019-07-24}]}
  - {id: nato.secretary-general, role: secretary-general, of: nato, holders: []}
  - {id: european-commission.president, role: commission-president, of: european-commission, holders: []}
events:
  - {id: kuwait-invasion, name: Iraqi invasion of Kuwait, type: invasion, start: 1990-08-02, end: 1990-08-04, parties: [iraq, kuwait], places: [kuwait], phrases: ['{iraq} invasion of {kuwait}', 'invasion of {kuwait}', '{iraq} (invaded|occupied) {kuwait}']}
  - {id: ukraine-war, name: Russian invasion of Ukraine, type: war, start: 2022-02-24, ongoing: true, parties: [russia, ukraine], phrases: ['{russia} invasion of {ukraine}', '{russia} {ukraine} war', 'war in {ukraine}', 'war between {russia} and {ukraine}', '{russia} invaded {ukraine}']}
  - {id: libya-revolution, name: Libyan revolution, type: revolution, start: 2011-02-15, parties: [libya], phrases: ['{libya} revolution']}
  - {id: dublin-accord, name: Dublin Accord, type: treaty, start: 2010-05-01, phrases: ['dublin accord']}
`);
