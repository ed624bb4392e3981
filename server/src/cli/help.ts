import type { Rule } from '../rules/index';

const GENERAL = `foreign-desk reads geopolitical prose as a foreign-desk copy editor does: who held which office on
which day, which weekday a date was, how a name is spelt. All of it offline.

Usage:
  foreign-desk check FILES…          check texts
  foreign-desk explain NAME          say what is known of a name
  foreign-desk help check|explain    more on a command
  foreign-desk --version

Exit codes: 0 nothing found, 1 findings (explain: the name is not known), 2 something could not be run or read.
`;

const CHECK = `Usage:
  foreign-desk check [options] FILES…    files or glob patterns ("docs/**/*.md"); - for standard input
  foreign-desk check --jsonl [options]   one document a line on standard input, one answer a line on standard output

Files that end in .md, .markdown or .mdown are Markdown, all others plain text; in UTF-8, or in UTF-16
with a byte-order mark. The mark is not part of the text.

What is checked:
  -d, --date DATE          date of the texts, EDTF (2026-02-03, 2026-02, 2026); wins over what the text says
      --assume-today       read a text without any date as written today
      --rule ID=LEVEL      severity of a rule: error, warning, information, hint, or off; may be repeated
      --severity LEVEL     least severity that is reported and counts for the exit code (default: hint, which is all)
      --quotations         check inside quotations as well
      --config FILE        settings in YAML or JSON: severity, houseNames, houseStyle, dateOrder, documentDate,
                           checkQuotations, assumeToday
      --ignore-file FILE   list of ignored findings (default: .foreign-desk/ignore.yaml where it exists)
      --no-ignore-file     read no such list
      --knowledge FOLDER   your own knowledge files (default: .foreign-desk/knowledge where it exists)
      --no-knowledge       read no such files
      --stdin-format F     markdown or plaintext (default), for -

What is printed:
  -f, --format FORMAT      human (default), json or sarif (2.1.0)
      --mentions           list who and what is named as well
      --times              list the time expressions as well
      --color, --no-color  colours in the human format (default: on a terminal, unless NO_COLOR is set)

--format json prints one object; offsets are UTF-16 code units, half-open:
  {"files": [{"path", "date", "findings": [{"rule", "severity", "message", "begin", "end", "text",
    "fixes": [{"title", "edits": [{"begin", "end", "newText"}]}], "related": [{"message", "begin", "end", "text"}]}],
    "mentions": [{"begin", "end", "text", "kind", "entity", "name"}], "times": [{"begin", "end", "text", "value", "type"}],
    "notices": [{"code", "message", "begin", "end"}]}]}
"date" is EDTF or null; "entity" and "name" are null for what is not resolved; "value" is TIMEX3;
"notices" stands only where there are any (parts that were not read, broken front matter).

--jsonl reads {"id", "text", "date", "format"} lines: "date" is EDTF, or null for what the text says (or
--date), "format" markdown or plaintext (default). It prints {"id", "date", "findings", "mentions", "times"}
in the same order, and {"id", "error"} for a line that could not be read.

Exit codes: 0 nothing found, 1 findings, 2 a wrong option, or a file or line that could not be read (the
others are checked all the same).
`;

const EXPLAIN = `Usage:
  foreign-desk explain [--date DATE] NAME

Prints what is known of a person, state, place, organisation, office or event on a day (default: the day
up to which the knowledge was checked). A name that several have lists all of them.

  -d, --date DATE          EDTF: 2014-03-18, 2014-03 or 2014
      --knowledge FOLDER   your own knowledge files (default: .foreign-desk/knowledge where it exists)
      --no-knowledge       read no such files

Exit codes: 0 known, 1 not known, 2 wrong options.
`;

/** Help text of the program or of one command; the rules are listed with what they check. */
export function helpText(topic: 'check' | 'explain' | undefined, rules: readonly Rule[]): string {
  if (topic === 'explain') return EXPLAIN;
  if (topic !== 'check') return GENERAL;
  const width = Math.max(...rules.map(({ id }) => id.length));
  const lines = rules.map(({ id, defaultSeverity, title }) => `  ${id.padEnd(width)}  ${defaultSeverity.padEnd(11)}  ${title}`);
  return `${CHECK}\nRules:\n${lines.join('\n')}\n`;
}
