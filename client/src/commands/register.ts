import { commands, window, type Disposable } from 'vscode';
import { COMMANDS, type CommandId } from '../../../server/src/protocol';
import type { Connection } from '../connection';
import { setDocumentDate } from './documentDate';
import { goToFirstMention } from './firstMention';
import { fixAll } from './fixAll';
import { showIgnored } from './ignoredList';
import { ignoreInWorkspace } from './ignoreInWorkspace';
import { addToKnowledge, alsoKnownAs } from './addToKnowledge';
import { openKnowledge } from './openKnowledge';
import { refreshHolders } from './refreshHolders';
import { setSeverity } from './severity';

/** Every command of the protocol has one entry here, and so has each in package.json. */
const handlers: Readonly<Record<CommandId, (connection: Connection, argument?: unknown) => unknown>> = {
  [COMMANDS.goToFirstMention]: goToFirstMention,
  [COMMANDS.ignoreInWorkspace]: ignoreInWorkspace,
  [COMMANDS.setSeverity]: setSeverity,
  [COMMANDS.setDocumentDate]: setDocumentDate,
  [COMMANDS.showLog]: (connection) => connection.log.show(true),
  [COMMANDS.restartServer]: (connection) => connection.restart(),
  [COMMANDS.showIgnored]: showIgnored,
  [COMMANDS.fixAll]: fixAll,
  [COMMANDS.addToKnowledge]: addToKnowledge,
  [COMMANDS.alsoKnownAs]: alsoKnownAs,
  [COMMANDS.openKnowledge]: openKnowledge,
  [COMMANDS.refreshHolders]: refreshHolders,
};

/** Registers all commands. What goes wrong in one is told to the user and written to the log. */
export function registerCommands(connection: Connection): Disposable[] {
  return Object.entries(handlers).map(([id, handler]) =>
    commands.registerCommand(id, async (argument?: unknown) => {
      try {
        return await handler(connection, argument);
      } catch (error) {
        connection.log.appendLine(`${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        const show = 'Show Log';
        const message = error instanceof Error ? error.message : String(error);
        void window.showErrorMessage(`Foreign Desk: ${message}`, show).then((chosen) => chosen === show && connection.log.show(true));
        return undefined;
      }
    }),
  );
}
