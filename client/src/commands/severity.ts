import { ConfigurationTarget, Uri, window, workspace, type WorkspaceConfiguration } from 'vscode';
import { CONFIGURATION_SECTION, METHODS, SEVERITY_NAMES, type RuleInfo, type SetSeverityArgument } from '../../../server/src/protocol';
import type { Connection } from '../connection';

/** Asks for the severity of a rule, and for the rule if it is not given, and writes it to the settings. */
export async function setSeverity(connection: Connection, argument?: unknown): Promise<void> {
  const given = argument as Partial<SetSeverityArgument> | undefined;
  const rules = await connection.request<RuleInfo[]>(METHODS.rules);
  const uri = typeof given?.uri === 'string' ? Uri.parse(given.uri) : window.activeTextEditor?.document.uri;
  const configuration = workspace.getConfiguration(CONFIGURATION_SECTION, uri);
  const present = configuration.get<Record<string, string>>('severity') ?? {};
  const rule = typeof given?.rule === 'string' ? given.rule : await askForRule(rules, present);
  if (!rule) return;
  const severity = await askForSeverity(rule, rules.find(({ id }) => id === rule)?.defaultSeverity, present[rule]);
  if (!severity) return;
  const target = targetOf(configuration);
  const written = { ...valueAt(configuration, target), [rule]: severity };
  await configuration.update('severity', written, target);
}

async function askForRule(rules: readonly RuleInfo[], present: Readonly<Record<string, string>>): Promise<string | undefined> {
  const items = rules.map((rule) => ({ label: rule.title, description: `${rule.id}: ${present[rule.id] ?? rule.defaultSeverity}`, id: rule.id }));
  return (await window.showQuickPick(items, { title: 'Set the Severity of a Rule', matchOnDescription: true }))?.id;
}

async function askForSeverity(rule: string, own: string | undefined, present: string | undefined): Promise<string | undefined> {
  const items = [...SEVERITY_NAMES, 'off'].map((label) => ({
    label,
    description: [label === (present ?? own) && 'at present', label === own && "the rule's own"].filter(Boolean).join(', '),
  }));
  return (await window.showQuickPick(items, { title: `Severity of ${rule}` }))?.label;
}

/** Where the setting stands already; else the workspace, if there is one. */
function targetOf(configuration: WorkspaceConfiguration): ConfigurationTarget {
  const found = configuration.inspect('severity');
  if (found?.workspaceFolderValue !== undefined) return ConfigurationTarget.WorkspaceFolder;
  if (found?.workspaceValue !== undefined) return ConfigurationTarget.Workspace;
  if (found?.globalValue !== undefined || !workspace.workspaceFolders?.length) return ConfigurationTarget.Global;
  return ConfigurationTarget.Workspace;
}

function valueAt(configuration: WorkspaceConfiguration, target: ConfigurationTarget): Record<string, string> {
  const found = configuration.inspect<Record<string, string>>('severity');
  if (target === ConfigurationTarget.WorkspaceFolder) return found?.workspaceFolderValue ?? {};
  return (target === ConfigurationTarget.Workspace ? found?.workspaceValue : found?.globalValue) ?? {};
}
