import {
  MarkupKind, TextDocumentSyncKind, type InitializeParams, type InitializeResult,
} from 'vscode-languageserver';
import { CODE_ACTION_KINDS } from '../features/codeActions';
import { LEGEND } from '../features/semanticTokens';

/** What the client can do, as far as the server's answers depend on it. */
export interface ClientAbilities {
  readonly configuration: boolean;
  readonly configurationRegistration: boolean;
  readonly pullDiagnostics: boolean;
  readonly diagnosticRefresh: boolean;
  readonly tokenRefresh: boolean;
  readonly relatedInformation: boolean;
  readonly documentChanges: boolean;
  readonly hoverFormat: 'markdown' | 'plaintext';
  /** Commands of {@link InitializationOptions}. */
  readonly commands: ReadonlySet<string>;
  /** Whether the client is ours and takes our own notifications. */
  readonly ownNotifications: boolean;
  /** Whether the server may register for changes of files. */
  readonly watchedFiles: boolean;
  /** URIs of the workspace folders at the start. */
  readonly folders: readonly string[];
}

export function readAbilities({ capabilities, initializationOptions, workspaceFolders, rootUri }: InitializeParams): ClientAbilities {
  const { workspace, textDocument } = capabilities;
  const commands = readCommands(initializationOptions);
  return {
    configuration: workspace?.configuration === true,
    configurationRegistration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    diagnosticRefresh: workspace?.diagnostics?.refreshSupport === true,
    tokenRefresh: workspace?.semanticTokens?.refreshSupport === true,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true
      || (textDocument?.diagnostic as { relatedInformation?: boolean } | undefined)?.relatedInformation === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    hoverFormat: (textDocument?.hover?.contentFormat ?? []).includes(MarkupKind.Markdown) ? 'markdown' : 'plaintext',
    commands: new Set(commands ?? []),
    ownNotifications: commands !== undefined,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folders: workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]),
  };
}

function readCommands(options: unknown): readonly string[] | undefined {
  if (typeof options !== 'object' || options === null) return undefined;
  const { commands } = options as { commands?: unknown };
  return Array.isArray(commands) ? commands.filter((command) => typeof command === 'string') : undefined;
}

export function serverCapabilities(abilities: ClientAbilities, version: string | undefined): InitializeResult {
  return {
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      documentSymbolProvider: { label: 'Foreign Desk' },
      codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS] },
      semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true },
      ...(abilities.pullDiagnostics && {
        diagnosticProvider: { identifier: 'foreignDesk', interFileDependencies: false, workspaceDiagnostics: false },
      }),
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
    serverInfo: { name: 'Foreign Desk', ...(version !== undefined && { version }) },
  };
}
