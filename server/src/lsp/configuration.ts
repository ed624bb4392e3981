import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver';
import { CONFIGURATION_SECTION, type Settings } from '../protocol';
import { errorText, type Log } from './guard';
import { readSettings } from '../features/settings';

/** Settings per document, asked once and kept until the editor says that they changed. */
export interface Configuration {
  /** Never rejects: what cannot be read is the default. The same object until {@link Configuration.reset}. */
  of(uri: string): Promise<Settings>;
  /** Forgets what was read; `pushed` is what an editor without workspace/configuration sends along. */
  reset(pushed?: unknown): void;
  forget(uri: string): void;
}

export interface ConfigurationInput {
  readonly connection: Connection;
  readonly log: Log;
  readonly ruleIds: ReadonlySet<string>;
  /** Whether the client answers workspace/configuration. */
  asks(): boolean;
}

export function createConfiguration({ connection, log, ruleIds, asks }: ConfigurationInput): Configuration {
  const read = new Map<string, Promise<Settings>>();
  const told = new Set<string>();
  let pushed: unknown;

  /** Tells of malformed settings in the window, each fault once. */
  const take = (value: unknown): Settings => {
    const { settings, problems } = readSettings(value, ruleIds);
    const news = problems.filter((problem) => !told.has(problem));
    for (const problem of news) told.add(problem);
    if (news.length > 0) {
      const message = `Foreign Desk: ${news.join('; ')}. Such settings do not count.`;
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
    }
    return settings;
  };

  const ask = async (uri: string): Promise<Settings> => {
    if (!asks()) return take(section(pushed));
    try {
      return take(await connection.workspace.getConfiguration({ scopeUri: uri, section: CONFIGURATION_SECTION }));
    } catch (error) {
      log.error(`workspace/configuration for ${uri}: ${errorText(error)}`);
      return take(undefined);
    }
  };

  return {
    of(uri) {
      let settings = read.get(uri);
      if (!settings) {
        settings = ask(uri);
        read.set(uri, settings);
      }
      return settings;
    },
    reset(value) {
      read.clear();
      pushed = value ?? pushed;
    },
    forget(uri) {
      read.delete(uri);
    },
  };
}

function section(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[CONFIGURATION_SECTION] : undefined;
}
