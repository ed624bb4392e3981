// Writes the JSON Schemas that YAML editors read, from server/src/knowledge/schema.ts: of our own files and of a workspace's.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { importKnowledgeModule } from './knowledge.mjs';

const { KNOWLEDGE_SCHEMA, WORKSPACE_SCHEMA } = await importKnowledgeModule('schema.ts');
for (const [name, schema] of [['schema.json', KNOWLEDGE_SCHEMA], ['workspace.schema.json', WORKSPACE_SCHEMA]]) {
  const target = fileURLToPath(new URL(`../server/knowledge/${name}`, import.meta.url));
  await writeFile(target, `${JSON.stringify(schema, null, 2)}\n`);
  console.log(`${target} written`);
}
