import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../dates/edtf';
import type { DayRange } from '../dates/interval';
import { fold } from '../text/fold';
import { shippedKnowledge } from './testing/shipped';
import type { Entity, Event, Person, State } from './types';

// Facts written down from general reading, apart from the knowledge files; with those of consistency.test.ts they are the ones that we would be ashamed to have wrong.
const knowledge = shippedKnowledge();

function when(text: string): DayRange {
  const { from, to } = parseEdtf(text)!;
  return { first: from!.range.first, last: to!.range.last };
}

function named<K extends Entity['kind']>(kind: K, name: string): readonly Extract<Entity, { kind: K }>[] {
  return knowledge.entities.filter((entity): entity is Extract<Entity, { kind: K }> =>
    entity.kind === kind && entity.names.some(({ text }) => fold(text) === fold(name)));
}

describe('heads of state and government', () => {
  it.each([
    // Africa
    ['zambia.president', '2012', 'Michael Sata'], ['zambia.president', '2022', 'Hakainde Hichilema'], ['malawi.president', '2013', 'Joyce Banda'], ['malawi.president', '2021', 'Lazarus Chakwera'],
    ['botswana.president', '2015', 'Ian Khama'], ['botswana.president', '2025', 'Duma Boko'], ['namibia.president', '2018', 'Hage Geingob'], ['namibia.president', '2000', 'Sam Nujoma'],
    ['kenya.president', '2005', 'Mwai Kibaki'], ['kenya.president', '2023', 'William Ruto'], ['tanzania.president', '2019', 'John Magufuli'], ['tanzania.president', '2022', 'Samia Suluhu Hassan'],
    ['south-africa.president', '1996', 'Nelson Mandela'], ['south-africa.president', '2003', 'Thabo Mbeki'], ['south-africa.president', '2012', 'Jacob Zuma'], ['south-africa.president', '2020', 'Cyril Ramaphosa'],
    ['nigeria.president', '2005', 'Olusegun Obasanjo'], ['nigeria.president', '2013', 'Goodluck Jonathan'], ['nigeria.president', '2018', 'Muhammadu Buhari'], ['nigeria.president', '2024', 'Bola Tinubu'],
    ['ghana.president', '2010', 'John Atta Mills'], ['ghana.president', '2020', 'Nana Akufo-Addo'], ['senegal.president', '2015', 'Macky Sall'], ['senegal.president', '2025', 'Bassirou Diomaye Faye'],
    ['liberia.president', '2010', 'Ellen Johnson Sirleaf'], ['liberia.president', '2020', 'George Weah'], ['sierra-leone.president', '2015', 'Ernest Bai Koroma'], ['benin.president', '2020', 'Patrice Talon'],
    ['togo.president', '2010', 'Faure Gnassingbe'], ['ivory-coast.president', '2015', 'Alassane Ouattara'], ['ivory-coast.president', '2005', 'Laurent Gbagbo'], ['rwanda.president', '2010', 'Paul Kagame'],
    ['zimbabwe.president', '2010', 'Robert Mugabe'], ['zimbabwe.president', '2020', 'Emmerson Mnangagwa'], ['ethiopia.prime-minister', '2008', 'Meles Zenawi'], ['ethiopia.prime-minister', '2020', 'Abiy Ahmed'],
    ['tunisia.president', '2000', 'Zine El Abidine Ben Ali'], ['tunisia.president', '2021', 'Kais Saied'], ['egypt.president', '1975', 'Anwar Sadat'], ['egypt.president', '2000', 'Hosni Mubarak'],
    ['egypt.president', '2012-10', 'Mohamed Morsi'], ['egypt.president', '2018', 'Abdel Fattah el-Sisi'], ['angola.president', '2010', 'Jose Eduardo dos Santos'], ['angola.president', '2020', 'Joao Lourenco'],
    ['mozambique.president', '2010', 'Armando Guebuza'], ['madagascar.president', '2020', 'Andry Rajoelina'], ['mauritania.president', '2015', 'Mohamed Ould Abdel Aziz'],
    // Americas
    ['brazil.president', '2000', 'Fernando Henrique Cardoso'], ['brazil.president', '2005', 'Luiz Inacio Lula da Silva'], ['brazil.president', '2014', 'Dilma Rousseff'], ['brazil.president', '2020', 'Jair Bolsonaro'],
    ['argentina.president', '2010', 'Cristina Fernandez de Kirchner'], ['argentina.president', '2017', 'Mauricio Macri'], ['argentina.president', '2021', 'Alberto Fernandez'], ['argentina.president', '2025', 'Javier Milei'],
    ['mexico.president', '2003', 'Vicente Fox'], ['mexico.president', '2010', 'Felipe Calderon'], ['mexico.president', '2015', 'Enrique Pena Nieto'], ['mexico.president', '2020', 'Andres Manuel Lopez Obrador'],
    ['mexico.president', '2025', 'Claudia Sheinbaum'], ['chile.president', '2008', 'Michelle Bachelet'], ['chile.president', '2012', 'Sebastian Pinera'], ['chile.president', '2023', 'Gabriel Boric'],
    ['colombia.president', '2005', 'Alvaro Uribe'], ['colombia.president', '2015', 'Juan Manuel Santos'], ['colombia.president', '2020', 'Ivan Duque'], ['colombia.president', '2024', 'Gustavo Petro'],
    ['peru.president', '2010', 'Alan Garcia'], ['peru.president', '2019', 'Martin Vizcarra'], ['peru.president', '2022-06', 'Pedro Castillo'], ['peru.president', '2024', 'Dina Boluarte'],
    ['venezuela.president', '2005', 'Hugo Chavez'], ['bolivia.president', '2010', 'Evo Morales'], ['bolivia.president', '2022', 'Luis Arce'], ['ecuador.president', '2010', 'Rafael Correa'],
    ['costa-rica.president', '2020', 'Carlos Alvarado'], ['dominican-republic.president', '2022', 'Luis Abinader'], ['jamaica.prime-minister', '2020', 'Andrew Holness'], ['canada.prime-minister', '2010', 'Stephen Harper'],
    ['canada.prime-minister', '1996', 'Jean Chretien'], ['cuba.president', '2012', 'Raul Castro'], ['honduras.president', '2018', 'Juan Orlando Hernandez'], ['el-salvador.president', '2022', 'Nayib Bukele'],
    // Asia, the Middle East and Oceania
    ['indonesia.president', '1990', 'Suharto'], ['indonesia.president', '2010', 'Susilo Bambang Yudhoyono'], ['indonesia.president', '2020', 'Joko Widodo'], ['philippines.president', '2005', 'Gloria Macapagal Arroyo'],
    ['philippines.president', '2018', 'Rodrigo Duterte'], ['malaysia.prime-minister', '2015', 'Najib Razak'], ['malaysia.prime-minister', '2024', 'Anwar Ibrahim'], ['singapore.prime-minister', '1980', 'Lee Kuan Yew'],
    ['singapore.prime-minister', '2015', 'Lee Hsien Loong'], ['thailand.prime-minister', '2013', 'Yingluck Shinawatra'], ['thailand.prime-minister', '2018', 'Prayuth Chan-ocha'], ['cambodia.prime-minister', '2015', 'Hun Sen'],
    ['bangladesh.prime-minister', '2018', 'Sheikh Hasina'], ['sri-lanka.president', '2010', 'Mahinda Rajapaksa'], ['sri-lanka.president', '2021', 'Gotabaya Rajapaksa'], ['pakistan.president', '2005', 'Pervez Musharraf'],
    ['afghanistan.president', '2010', 'Hamid Karzai'], ['afghanistan.president', '2018', 'Ashraf Ghani'], ['mongolia.president', '2015', 'Tsakhiagiin Elbegdorj'], ['kazakhstan.president', '2010', 'Nursultan Nazarbayev'],
    ['taiwan.president', '2010', 'Ma Ying-jeou'], ['taiwan.president', '2020', 'Tsai Ing-wen'], ['taiwan.president', '2025', 'Lai Ching-te'], ['syria.president', '2010', 'Bashar al-Assad'],
    ['iraq.prime-minister', '2010', 'Nouri al-Maliki'], ['iraq.prime-minister', '2016', 'Haider al-Abadi'], ['iran.president', '2010', 'Mahmoud Ahmadinejad'], ['iran.president', '2025', 'Masoud Pezeshkian'],
    ['israel.prime-minister', '1994', 'Yitzhak Rabin'], ['israel.prime-minister', '2003', 'Ariel Sharon'], ['israel.prime-minister', '2007', 'Ehud Olmert'], ['lebanon.president', '2018', 'Michel Aoun'],
    ['australia.prime-minister', '2000', 'John Howard'], ['australia.prime-minister', '2012', 'Julia Gillard'], ['australia.prime-minister', '2020', 'Scott Morrison'], ['new-zealand.prime-minister', '2019', 'Jacinda Ardern'],
    ['fiji.prime-minister', '2018', 'Frank Bainimarama'], ['papua-new-guinea.prime-minister', '2015', "Peter O'Neill"],
    // Europe
    ['italy.prime-minister', '2009', 'Silvio Berlusconi'], ['italy.prime-minister', '2015', 'Matteo Renzi'], ['italy.prime-minister', '2024', 'Giorgia Meloni'], ['spain.prime-minister', '2000', 'Jose Maria Aznar'],
    ['spain.prime-minister', '2014', 'Mariano Rajoy'], ['poland.prime-minister', '2012', 'Donald Tusk'], ['poland.president', '2009', 'Lech Kaczynski'], ['poland.president', '2019', 'Andrzej Duda'],
    ['hungary.prime-minister', '2015', 'Viktor Orban'], ['czech-republic.president', '1998', 'Vaclav Havel'], ['czech-republic.president', '2018', 'Milos Zeman'], ['slovakia.president', '2020', 'Zuzana Caputova'],
    ['greece.prime-minister', '2016', 'Alexis Tsipras'], ['greece.prime-minister', '2022', 'Kyriakos Mitsotakis'], ['netherlands.prime-minister', '2015', 'Mark Rutte'], ['sweden.prime-minister', '2016', 'Stefan Lofven'],
    ['finland.prime-minister', '2021', 'Sanna Marin'], ['denmark.prime-minister', '2023', 'Mette Frederiksen'], ['estonia.prime-minister', '2022', 'Kaja Kallas'], ['iceland.prime-minister', '2020', 'Katrin Jakobsdottir'],
    ['serbia.president', '2020', 'Aleksandar Vucic'], ['belarus.president', '2010', 'Alexander Lukashenko'], ['georgia.president', '2010', 'Mikheil Saakashvili'], ['armenia.prime-minister', '2021', 'Nikol Pashinyan'],
    ['luxembourg.prime-minister', '2010', 'Jean-Claude Juncker'], ['malta.prime-minister', '2015', 'Joseph Muscat'], ['albania.prime-minister', '2018', 'Edi Rama'], ['ireland.taoiseach', '2012', 'Enda Kenny'],
  ] as const)('%s in %s: %s', (office, date, name) => {
    const holders = knowledge.holdersAt(office, when(date)).filter(({ holds }) => holds === 'yes').map(({ person }) => person);
    expect(named('person', name).map(({ id }) => id).filter((id) => holders.includes(id))).toHaveLength(1);
  });
});

describe('ministers and others', () => {
  it.each([
    ['france.foreign-minister', '2015', 'Laurent Fabius'], ['germany.foreign-minister', '2003', 'Joschka Fischer'], ['germany.foreign-minister', '2023', 'Annalena Baerbock'], ['germany.defence-minister', '2016', 'Ursula von der Leyen'],
    ['italy.foreign-minister', '2018-02', 'Angelino Alfano'], ['poland.foreign-minister', '2010', 'Radoslaw Sikorski'], ['hungary.foreign-minister', '2020', 'Peter Szijjarto'], ['turkey.foreign-minister', '2018', 'Mevlut Cavusoglu'],
    ['turkey.foreign-minister', '2024', 'Hakan Fidan'], ['iran.foreign-minister', '2015', 'Mohammad Javad Zarif'], ['iran.foreign-minister', '2023', 'Hossein Amir-Abdollahian'], ['india.foreign-minister', '2022', 'S. Jaishankar'],
    ['japan.foreign-minister', '2015', 'Fumio Kishida'], ['brazil.foreign-minister', '2020', 'Ernesto Araujo'], ['ukraine.defence-minister', '2022', 'Oleksii Reznikov'], ['ukraine.defence-minister', '2024', 'Rustem Umerov'],
    ['israel.defence-minister', '2023', 'Yoav Gallant'], ['united-kingdom.foreign-secretary', '2017', 'Boris Johnson'], ['united-kingdom.defence-secretary', '2022', 'Ben Wallace'], ['united-states.defence-secretary', '2017-06', 'James Mattis'],
    ['australia.foreign-minister', '2023', 'Penny Wong'], ['canada.foreign-minister', '2022', 'Melanie Joly'], ['finland.foreign-minister', '2020', 'Pekka Haavisto'], ['lithuania.foreign-minister', '2022', 'Gabrielius Landsbergis'],
    ['eu.commission-president', '2016', 'Jean-Claude Juncker'], ['eu.commission-president', '2022', 'Ursula von der Leyen'], ['eu.council-president', '2017', 'Donald Tusk'], ['eu.high-representative', '2021', 'Josep Borrell'],
  ] as const)('%s in %s: %s', (office, date, name) => {
    const holders = knowledge.holdersAt(office, when(date)).filter(({ holds }) => holds === 'yes').map(({ person }) => person);
    expect(named('person', name).map(({ id }) => id).filter((id) => holders.includes(id))).toHaveLength(1);
  });
});

describe('lives', () => {
  it.each([
    ['Vladimir Putin', '1952-10-07', undefined], ['Angela Merkel', '1954-07-17', undefined], ['Barack Obama', '1961-08-04', undefined], ['Xi Jinping', '1953-06-15', undefined],
    ['Volodymyr Zelensky', '1978-01-25', undefined], ['Margaret Thatcher', '1925-10-13', '2013-04-08'], ['Mikhail Gorbachev', '1931-03-02', '2022-08-30'], ['Nelson Mandela', '1918-07-18', '2013-12-05'],
    ['Fidel Castro', '1926-08-13', '2016-11-25'], ['Yasser Arafat', '1929', '2004-11-11'], ['Shinzo Abe', '1954-09-21', '2022-07-08'], ['Kofi Annan', '1938-04-08', '2018-08-18'],
    ['Henry Kissinger', '1923-05-27', '2023-11-29'], ['Hugo Chavez', '1954-07-28', '2013-03-05'], ['Boris Yeltsin', '1931-02-01', '2007-04-23'], ['Robert Mugabe', '1924-02-21', '2019-09-06'],
    ['Jacques Chirac', '1932-11-29', '2019-09-26'], ['Alexei Navalny', '1976-06-04', '2024-02-16'], ['Ebrahim Raisi', '1960-12-14', '2024-05-19'], ['Indira Gandhi', '1917-11-19', '1984-10-31'],
  ] as const)('%s, born %s, died %s', (name, born, died) => {
    const [person, ...others] = named('person', name);
    expect(others).toEqual([]);
    const range = (date: Person['born']) => date?.range;
    expect(range(person!.born)!.first).toBeGreaterThanOrEqual(when(born).first);
    expect(range(person!.born)!.last).toBeLessThanOrEqual(when(born).last);
    expect(range(person!.died)).toEqual(died === undefined ? undefined : when(died));
  });

  it.each([
    ['Xi Jinping', 'Xi'], ['Kim Jong Un', 'Kim'], ['Aung San Suu Kyi', 'Suu Kyi'], ['Abiy Ahmed', 'Abiy'], ['Luiz Inacio Lula da Silva', 'Lula'], ['Andres Manuel Lopez Obrador', 'Lopez Obrador'],
    ['Ursula von der Leyen', 'von der Leyen'], ['Anwar Ibrahim', 'Anwar'], ['Viktor Orban', 'Orban'], ['Nguyen Phu Trong', 'Trong'],
  ] as const)('%s is %s on second reference', (name, family) => {
    expect(named('person', name).map((person) => fold(person.family))).toEqual([family]);
  });
});

describe('events', () => {
  it.each([
    ['Srebrenica massacre', '1995-07'], ['fall of the Berlin Wall', '1989-11-09'], ['Cuban missile crisis', '1962-10'], ['Suez crisis', '1956-10/1956-11'], ['Six-Day War', '1967-06-05'], ['Yom Kippur War', '1973-10-06'],
    ['Chernobyl disaster', '1986-04-26'], ['Brexit referendum', '2016-06-23'], ['Korean War', '1950-06-25'], ['Good Friday Agreement', '1998-04-10'], ['Rwandan genocide', '1994-04'], ['Camp David Accords', '1978-09-17'],
  ] as const)('%s began in %s', (name, date) => {
    const [event] = named('event', name);
    expect(event, name).toBeDefined();
    const { first, last } = (event as Event).start.range;
    expect(first <= when(date).last && last >= when(date).first, `${first} to ${last}`).toBe(true);
  });
});

describe('names of states', () => {
  it.each([
    ['Swaziland', '2017', 'yes'], ['Swaziland', '2019', 'no'], ['Macedonia', '2010', 'yes'], ['Zaire', '1985', 'yes'], ['Burma', '1980', 'yes'], ['Upper Volta', '1980', 'yes'], ['Upper Volta', '1990', 'no'], ['Ceylon', '1960', 'yes'], ['Ceylon', '1980', 'no'],
  ] as const)('%s was in use in %s: %s', (text, date, expected) => {
    const found = knowledge.entities.filter((entity): entity is State => entity.kind === 'state').flatMap(({ names }) => names).filter((name) => name.text === text);
    expect(found.length, text).toBeGreaterThan(0);
    expect(found.map((name) => knowledge.nameUsed(name, when(date)))).toContain(expected);
  });

  it.each([['soviet-union', '1980', 'yes'], ['soviet-union', '1995', 'no'], ['south-sudan', '2010', 'no'], ['south-sudan', '2012', 'yes'], ['czechoslovakia', '1994', 'no'], ['east-timor', '2003', 'yes']] as const)(
    '%s existed in %s: %s', (state, date, expected) => {
      expect(knowledge.exists(state, when(date))).toBe(expected);
    });
});
