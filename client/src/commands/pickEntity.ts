import { window, type QuickPickItem } from 'vscode';
import { METHODS, type EntityKindName, type FoundEntity, type SearchEntitiesParams } from '../../../server/src/protocol';
import type { Connection } from '../connection';

const ICONS: Readonly<Record<EntityKindName, string>> = {
  person: 'person', state: 'globe', place: 'location', organisation: 'organization', office: 'briefcase', event: 'calendar',
};

/**
 * Lets the user search the knowledge and choose an entity.
 * @param uri of a document, whose folder's knowledge is searched
 * @returns undefined when nothing was chosen
 */
export function pickEntity(connection: Connection, title: string, uri: string | undefined, value = ''): Promise<FoundEntity | undefined> {
  const pick = window.createQuickPick<QuickPickItem & { readonly entity: FoundEntity }>();
  pick.title = title;
  pick.placeholder = 'A name: Merkel, NATO, Bakhmut …';
  pick.matchOnDescription = true;
  pick.value = value;
  let asked = 0;
  const search = async (query: string): Promise<void> => {
    const number = ++asked;
    pick.busy = true;
    const params: SearchEntitiesParams = { query, ...(uri !== undefined && { uri }) };
    const found = query.trim() === '' ? [] : await connection.request<FoundEntity[]>(METHODS.searchEntities, params).catch(() => []);
    // A later question has overtaken this one.
    if (number !== asked) return;
    pick.items = found.map((entity) => ({
      label: `$(${ICONS[entity.kind]}) ${entity.name}`, description: entity.detail, alwaysShow: true, entity,
    }));
    pick.busy = false;
  };
  return new Promise((resolve) => {
    pick.onDidChangeValue((query) => void search(query));
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.entity);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
    void search(value);
  });
}
