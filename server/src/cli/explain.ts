import { analyze } from '../analysis/analyze';
import type { Analysis } from '../analysis/types';
import { describe } from '../features/card';
import { referenceOf } from '../features/card/reference';
import type { CardContext } from '../features/card/types';
import { plural, sourceAsOf } from '../features/wording';
import type { Knowledge } from '../knowledge/api';
import type { Entity, NameKind } from '../knowledge/types';
import { fold } from '../text/fold';
import type { ExplainCommand } from './arguments';
import { EXIT, type CliIo, type ExitCode } from './io';
import { knowledgeOf } from './knowledge';

const MAX_SHOWN = 10;
/** Kinds of names that go without saying. */
const NOT_LISTED: ReadonlySet<NameKind> = new Set<NameKind>(['family', 'given']);

/** Prints what is known of a name on a day; all of those who bear it. */
export async function explain(command: ExplainCommand, io: CliIo): Promise<ExitCode> {
  const knowledge = await knowledgeOf(command.knowledge, io);
  const options = command.date === undefined ? {} : { documentDate: command.date };
  const analysis = analyze({ text: command.subject, format: 'plaintext' }, knowledge, options);
  const entities = meant(command.subject, analysis);
  if (entities.length === 0) {
    await io.stderr.write(`foreign-desk: nothing is known of '${command.subject}'\n`);
    return EXIT.findings;
  }
  const context: CardContext = { analysis, reference: referenceOf(analysis) };
  if (entities.length > 1) {
    await io.stdout.write(`${plural(entities.length, 'entity', 'entities')} may be meant by '${command.subject}':\n\n`);
  }
  const shown = entities.slice(0, MAX_SHOWN);
  await io.stdout.write(shown.map((entity) => explanation(entity, context)).join('\n'));
  if (entities.length > shown.length) {
    await io.stdout.write(`\nand ${entities.slice(MAX_SHOWN).map(({ id }) => id).join(', ')}\n`);
  }
  return EXIT.clean;
}

/**
 * Bearers of the name: by id, by any of their names, by family name, else whatever the name reads as in a text ("the Russian
 * defence minister").
 */
function meant(subject: string, analysis: Analysis): readonly Entity[] {
  const { knowledge } = analysis;
  const byId = knowledge.entity(subject);
  if (byId) return [byId];
  const named = bearers(subject, knowledge);
  if (named.length > 0) return named;
  const offices = analysis.mentions.filter(({ kind }) => kind === 'office');
  const ids = (offices.length > 0 ? offices : analysis.mentions)
    .flatMap(({ entity, candidates }) => (entity === undefined ? candidates.map((candidate) => candidate.entity) : [entity]));
  return [...new Set(ids)].flatMap((id) => knowledge.entity(id) ?? []);
}

function bearers(subject: string, knowledge: Knowledge): readonly Entity[] {
  const key = keyOf(subject);
  const found = new Set<Entity>();
  for (const { name, entity } of knowledge.names()) if (keyOf(name.text) === key) found.add(entity);
  for (const entity of knowledge.entities) {
    if (keyOf(entity.name) === key || (entity.kind === 'person' && keyOf(entity.family) === key)) found.add(entity);
  }
  return [...found];
}

function keyOf(name: string): string {
  return fold(name).toLowerCase().replace(/\s+/g, ' ').trim();
}

function explanation(entity: Entity, context: CardContext): string {
  const { subtitle, lines, facts } = describe(entity, context);
  const texts = entity.names.filter(({ text, kind }) => text !== entity.name && !NOT_LISTED.has(kind)).map(({ text }) => text);
  const names = [...new Set(texts)];
  const sources = [...new Set([entity, ...facts].map(({ source, asOf }) => sourceAsOf(source, asOf)))];
  const details = [
    ...lines,
    ...(names.length > 0 ? [`Names: ${names.join(', ')}`] : []),
    `Id: ${entity.id}${entity.wikidata === undefined ? '' : ` (https://www.wikidata.org/wiki/${entity.wikidata})`}`,
    `Source: ${sources.slice(0, 3).join('; ')}`,
    ...(entity.origin ? [`Record: ${entity.origin.file}:${entity.origin.line}`] : []),
  ];
  return [`${entity.name}${subtitle === '' ? '' : ` — ${subtitle}`}`, ...details.map((line) => `  ${line}`), ''].join('\n');
}
