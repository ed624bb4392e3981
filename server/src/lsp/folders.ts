import { URI } from 'vscode-uri';

/** Path of a document below a folder, with `/`; undefined when it is not in it. */
export function relativePath(folder: string, uri: string): string | undefined {
  const outer = URI.parse(folder);
  const inner = URI.parse(uri);
  if (outer.scheme !== inner.scheme || outer.authority !== inner.authority) return undefined;
  const base = outer.path.endsWith('/') ? outer.path : `${outer.path}/`;
  return inner.path.startsWith(base) ? inner.path.slice(base.length) : undefined;
}

/** The innermost of the folders (URIs) around a document, and the document's path in it. */
export function innermostFolder(folders: Iterable<string>, uri: string): { readonly folder: string; readonly path: string } | undefined {
  let best: { readonly folder: string; readonly path: string } | undefined;
  for (const folder of folders) {
    const path = relativePath(folder, uri);
    if (path !== undefined && (!best || folder.length > best.folder.length)) best = { folder, path };
  }
  return best;
}
