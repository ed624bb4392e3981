import { Disposable, languages, LanguageStatusSeverity, window, workspace, type LanguageStatusItem } from 'vscode';
import { COMMANDS, type DateSource, type DocumentStatus } from '../../server/src/protocol';
import type { Connection } from './connection';
import { isRead, readLanguages } from './selector';

const SOURCES: Readonly<Record<DateSource, string>> = {
  user: 'by the settings',
  session: 'set for this session',
  frontMatter: 'from the front matter',
  dateline: 'from the dateline',
  byline: 'from the byline',
  headline: 'from the headline',
  fileName: 'from the name of the file',
  today: 'today, as the text gives none',
  none: 'rules that need one keep silent',
};

/** What the status item says of a document whose server runs. */
export function describeStatus(status: DocumentStatus | undefined): { text: string; detail: string; severity: LanguageStatusSeverity; busy: boolean } {
  const silent = { severity: LanguageStatusSeverity.Information, busy: false };
  if (!status || status.state === 'analysing') return { ...silent, text: 'Reading …', detail: 'Foreign Desk', busy: true };
  if (status.state !== 'ok') {
    const text = status.state === 'skipped' ? 'Not read' : 'Could not be read';
    const severity = status.state === 'skipped' ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Error;
    return { text, detail: `Foreign Desk: ${status.message ?? 'see the log'}`, severity, busy: false };
  }
  const date = status.date;
  const counts = status.findings;
  const parts = [
    SOURCES[date?.source ?? 'none'],
    counts && counted(counts.error + counts.warning + counts.information + counts.hint, 'finding'),
    status.ignored ? `${status.ignored} ignored` : undefined,
    status.mentions && counted(status.mentions.total, 'mention'),
    status.message,
  ];
  return {
    ...silent,
    text: date?.edtf ? `Text of ${date.text ?? date.edtf}` : 'Text without a date',
    detail: `Foreign Desk: ${parts.filter(Boolean).join(' · ')}`,
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** State of the server and effective date of the active document, in the language status (`{}`). */
export class StatusItem implements Disposable {
  private readonly item: LanguageStatusItem;
  private readonly subscriptions: Disposable[];

  constructor(private readonly connection: Connection) {
    this.item = languages.createLanguageStatusItem('foreignDesk.status', []);
    this.item.name = 'Foreign Desk';
    const update = () => this.update();
    this.subscriptions = [
      this.item,
      connection.onState(update),
      connection.onStatus(update),
      window.onDidChangeActiveTextEditor(update),
      workspace.onDidChangeConfiguration(update),
    ];
    this.update();
  }

  dispose(): void {
    Disposable.from(...this.subscriptions).dispose();
  }

  private update(): void {
    const document = window.activeTextEditor?.document;
    this.item.selector = readLanguages().map((language) => ({ language }));
    if (!document || !isRead(document)) return;
    switch (this.connection.state) {
      case 'running': {
        Object.assign(this.item, describeStatus(this.connection.status(document.uri.toString())));
        this.item.command = { command: COMMANDS.setDocumentDate, title: 'Set Date' };
        return;
      }
      case 'starting':
        Object.assign(this.item, { text: 'Starting …', detail: 'Foreign Desk', severity: LanguageStatusSeverity.Information, busy: true });
        this.item.command = { command: COMMANDS.showLog, title: 'Show Log' };
        return;
      default:
        Object.assign(this.item, {
          text: this.connection.state === 'failed' ? 'Server could not be started' : 'Server stopped',
          detail: 'Foreign Desk',
          severity: LanguageStatusSeverity.Error,
          busy: false,
        });
        this.item.command = { command: COMMANDS.restartServer, title: 'Restart' };
    }
  }
}
