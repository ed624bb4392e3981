// Writes server/knowledge/schema.json, which YAML editors read, from server/src/knowledge/schema.ts.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { importKnowledgeModule } from './knowledge.mjs';

const { KNOWLEDGE_SCHEMA } = await importKnowledgeModule('schema.ts');
const target = fileURLToPath(new URL('../server/knowledge/schema.json', import.meta.url));
await writeFile(target, `${JSON.stringify(KNOWLEDGE_SCHEMA, null, 2)}\n`);
console.log(`${target} written`);
