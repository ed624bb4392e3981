import { Uri, workspace, type Disposable, type TextDocumentContentProvider } from 'vscode';
import { readSaved } from './folderFiles';

const SCHEME = 'foreign-desk-knowledge';

/** The URI under which one of our knowledge files is shown, read-only; `path` is below the extension's folder. */
export function shippedUri(path: string): Uri {
  return Uri.from({ scheme: SCHEME, path: `/${path}` });
}

/** Shows the knowledge files that the extension ships. A changed copy would be lost with the next version, so they cannot be edited. */
export class ShippedKnowledge implements TextDocumentContentProvider, Disposable {
  private readonly registration = workspace.registerTextDocumentContentProvider(SCHEME, this);

  constructor(private readonly extension: Uri) {}

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const text = await readSaved(Uri.joinPath(this.extension, uri.path));
    return text ?? '# This file is not part of the extension.\n';
  }

  dispose(): void {
    this.registration.dispose();
  }
}
