import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import knowledge from 'foreign-desk:knowledge';
import { productEnvironment } from '../lsp/product';
import { startServer } from '../lsp/server';

declare const self: DedicatedWorkerGlobalScope;

startServer(
  createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)),
  productEnvironment(() => knowledge),
);
