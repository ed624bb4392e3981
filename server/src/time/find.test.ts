import { describe, expect, it } from 'vitest';
import { valuesOf } from './testing/times';

/** A Wednesday. */
const TODAY = '2023-06-14';

type Case = readonly [text: string, ...expected: string[]];

function table(name: string, cases: readonly Case[], date: string | undefined = TODAY): void {
  describe(name, () => {
    it.each(cases.map(([text, ...expected]) => ({ text, expected })))('$text', ({ text, expected }) => {
      expect(valuesOf(text, date)).toEqual(expected);
    });
  });
}

table('full dates in every order', [
  ['The pact was signed on 3 March 2021.', '3 March 2021 = 2021-03-03'],
  ['The pact was signed on March 3, 2021, in Oslo.', 'March 3, 2021 = 2021-03-03'],
  ['The pact was signed on March 3rd 2021.', 'March 3rd 2021 = 2021-03-03'],
  ['The pact was signed on the 3rd of March 2021.', 'the 3rd of March 2021 = 2021-03-03'],
  ['The pact was signed on the third of March 2021.', 'the third of March 2021 = 2021-03-03'],
  ['Signed Wed 3 Mar 2021 in Oslo.', 'Wed 3 Mar 2021 = 2021-03-03'],
  ['Signed 03.11.2021 in Oslo.', '03.11.2021 = 2021-11-03'],
  ['Signed 2021-03-03 in Oslo.', '2021-03-03 = 2021-03-03'],
  ['Signed 2021-03-03T10:15:00Z in Oslo.', '2021-03-03T10:15:00Z = 2021-03-03'],
  ['Signed 25/3/2021 in Oslo.', '25/3/2021 = 2021-03-25'],
  ['Signed 3/25/2021 in Oslo.', '3/25/2021 = 2021-03-25'],
  ['Signed on Friday, 5 March 2021, in Oslo.', 'Friday, 5 March 2021 = 2021-03-05'],
  ['Signed on Tuesday, 5 March 2021, in Oslo.', 'Tuesday, 5 March 2021 = 2021-03-05'],
]);

table("partial dates take the document's year", [
  ['The minister arrived on 2 June.', '2 June = 2023-06-02'],
  ['The minister will arrive on 2 August.', '2 August = 2023-08-02'],
  ['The minister arrived on Dec. 20.', 'Dec. 20 = 2022-12-20'],
  ['The summit will be held in October.', 'October = 2023-10'],
  ['The summit was held in October.', 'October = 2022-10'],
  ['They met last November and in May.', 'last November = 2022-11', 'May = 2023-05'],
  ['Talks open next January.', 'next January = 2024-01'],
]);

table('weekdays follow the tense', [
  ['The minister resigned on Monday.', 'Monday = 2023-06-12'],
  ['The minister resigned on Wednesday.', 'Wednesday = 2023-06-14'],
  ['The talks will begin Friday.', 'Friday = 2023-06-16'],
  ['The court is due to rule on Tuesday.', 'Tuesday = 2023-06-20'],
  ['They met last Wednesday.', 'last Wednesday = 2023-06-07'],
  ['They meet next Monday.', 'next Monday = 2023-06-19'],
  ['He was seen on Saturday evening.', 'Saturday evening = 2023-06-10TEV'],
  ['Every Tuesday the square fills.', 'Every Tuesday = XXXX-WXX-2'],
]);

table("pointing at the document's day", [
  [
    'Today the port reopened; yesterday it was shut and tomorrow it rests.',
    'Today = 2023-06-14',
    'yesterday = 2023-06-13',
    'tomorrow = 2023-06-15',
  ],
  ['This week, last month and next year.', 'This week = 2023-W24', 'last month = 2023-05', 'next year = 2024'],
  ['It fell four years ago.', 'four years ago = 2019'],
  ['It fell thirty years ago today.', 'thirty years ago today = 1993-06-14'],
  ['It fell two weeks ago.', 'two weeks ago = 2023-05-31'],
  ['In recent years the river has shrunk.', 'recent years = PAST_REF'],
  ['She now lives in Bergen.', 'now = PRESENT_REF'],
  ['The law expires at the end of next month.', 'the end of next month = 2023-07 END'],
]);

table('years', [
  ['In 1973 and since 2014 (1934).', '1973 = 1973', '2014 = 2014', '1934 = 1934'],
  ['The 1958 coup and the invasion of 1974.', '1958 = 1958', '1974 = 1974'],
  ['Between 2014 and 2016 it shrank.', '2014 = 2014', '2016 = 2016'],
  ['The winter of 1990–91 was mild.', 'The winter of 1990–91 = 1990-WI'],
  ['The 2017-18 season was long.', '2017 = 2017', '18 = 2018'],
  ['Hannibal crossed in 218 BC.', '218 BC = BC0218'],
]);

table('parts, decades, centuries', [
  [
    'Early 2012, mid-March 2013 and late 2021.',
    'Early 2012 = 2012 START',
    'mid-March 2013 = 2013-03 MID',
    'late 2021 = 2021 END',
  ],
  ['In the second half of 2019 and Q3 2020.', 'the second half of 2019 = 2019-H2', 'Q3 2020 = 2020-Q3'],
  ['The third quarter of this year was dry.', 'The third quarter of this year = 2023-Q3'],
  ['In spring 2022 and the summer of 1968.', 'spring 2022 = 2022-SP', 'the summer of 1968 = 1968-SU'],
  ['By the end of 2016.', 'the end of 2016 = 2016 END'],
  ["The 1990s, the '80s and the early 2030s.", 'The 1990s = 199', "the '80s = 198", 'the early 2030s = 203 START'],
  ['The 19th century and the early twentieth century.', 'The 19th century = 18', 'the early twentieth century = 19 START'],
  ['In the last week of August 2014.', 'the last week of August 2014 = P1W'],
]);

table('durations and distances', [
  ['It lasted 74 days.', '74 days = P74D'],
  ['It lasted half a century.', 'half a century = P50Y'],
  ['It lasted three and a half years.', 'three and a half years = P3.5Y'],
  ['It lasted more than ten years.', 'more than ten years = P10Y MORE_THAN'],
  ['It lasted nearly a decade.', 'nearly a decade = P1DE LESS_THAN'],
  ['A five-year plan and a 23-year-old pilot.', 'five-year = P5Y', '23-year-old = P23Y'],
  ['Some forty minutes and a quarter of an hour.', 'Some forty minutes = PT40M APPROX', 'a quarter of an hour = PT15M'],
  ['They fled on 3 May 1999. Two weeks later they were back.', '3 May 1999 = 1999-05-03', 'Two weeks later = 1999-05-17'],
  ['They fled on 3 May 1999 and came back the following day.', '3 May 1999 = 1999-05-03', 'the following day = 1999-05-04'],
]);

table('times of day and holidays', [
  ['The shelling began at 4.30 a.m. on 7 May 1999.', '4.30 a.m. = 1999-05-07T04:30', '7 May 1999 = 1999-05-07'],
  ['The ship sailed at 16:15 UTC.', '16:15 UTC = 2023-06-14T16:15Z'],
  ['Born on Christmas Day 1971.', 'Christmas Day 1971 = 1971-12-25'],
  ['They met on Good Friday 2022.', 'Good Friday 2022 = 2022-04-15'],
  ['After 9/11 the laws changed.', '9/11 = 2001-09-11'],
]);

table('what is no time', [
  ['The home side won 3-1 and the vote was 52-48.'],
  ['Under resolution 1244 some 2000 soldiers and 2500 tanks stayed.'],
  ['Resolution 1973 cost $2000 and number 1984 came up.'],
  ['Flight MH 1712 was a Boeing 747 bound for the G20.'],
  ['He may march; prices fall; she sat in the sun.'],
  ['Theresa May spoke, and April Glaspie met August Pinochet.'],
  ['The Good Friday Agreement was reported by the Sunday Times.'],
  ['The address is 192.168.1.1 and the version 2.1.2020.'],
  ['About 1,500 people live there; it is 1990 metres high.'],
  ['Article 5 May be invoked.'],
]);
