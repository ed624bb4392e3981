import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { productEnvironment } from '../lsp/product';
import { startServer } from '../lsp/server';
import { folderReader } from './folderReader';

// Talks over IPC to VS Code, and with --stdio to any other editor. The knowledge lies beside the bundle, which is CommonJS.
startServer(
  createConnection(ProposedFeatures.all),
  { ...productEnvironment(() => readFile(join(__dirname, 'knowledge.json'), 'utf8')), files: folderReader },
);
