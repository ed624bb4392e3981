import {
  CodeActionKind, type CodeAction, type Command, type Diagnostic, type Range, type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Analysis } from '../analysis/types';
import {
  COMMANDS, DIAGNOSTIC_SOURCE, FIX_ALL_KIND, type CommandId, type IgnoreInWorkspaceArgument, type SetSeverityArgument, type UnknownNameArgument,
} from '../protocol';
import type { Finding, Fix, TextEdit } from '../rules/types';
import type { Span } from '../text/span';
import { findingDiagnostic, type DiagnosticContext } from './diagnostics';
import { mergeFixes, preferredFix, type Merged } from './edits';
import { ignoreCommentEdit } from './ignoreComment';
import { toRange, toSpan } from './positions';
import { unknownNameAt } from './unknownName';

export interface CodeActionContext extends DiagnosticContext {
  readonly version: number;
  /** Kinds the editor asks for; undefined for all but source actions. */
  readonly only?: readonly string[];
  /** Whether the client takes versioned edits (`workspaceEdit.documentChanges`). */
  readonly documentChanges: boolean;
  /** Client commands that may be called. */
  readonly commands: ReadonlySet<string>;
  /** Readable title of a rule. */
  ruleTitle(rule: string): string;
}

/** Kinds of the actions below, for the server's capabilities. */
export const CODE_ACTION_KINDS: readonly string[] = [CodeActionKind.QuickFix, FIX_ALL_KIND];

/**
 * Quick-fixes for the findings that touch `range`: each fix, the same slip everywhere, all findings of the kind, ignoring and
 * severity; for names, known or not, what to write into the workspace's knowledge. When source actions are asked for ("fix all on
 * save"), one action with every preferred fix of the text.
 */
export function codeActions(analysis: Analysis, range: Range, context: CodeActionContext): CodeAction[] {
  const actions: CodeAction[] = [];
  if (asked(CodeActionKind.QuickFix, context.only, true)) {
    const span = toSpan(context.positions, range);
    const here = analysis.findings.filter((finding) => finding.start <= span.end && span.start <= finding.end);
    for (const finding of here) actions.push(...fixActions(analysis, finding, context));
    for (const finding of here) actions.push(...nameActions(analysis, finding, context));
    for (const finding of here) actions.push(...ignoreActions(analysis, finding, context));
    if (here.every(({ unknownName }) => unknownName)) actions.push(...unknownNameActions(analysis, span, context));
  }
  if (asked(FIX_ALL_KIND, context.only, false)) {
    const all = fixAll(analysis, context);
    if (all) actions.push(all);
  }
  return actions;
}

/** Whether a kind is wanted: "source" asks for "source.fixAll.foreignDesk". Without a filter it is `byDefault`. */
function asked(kind: string, only: readonly string[] | undefined, byDefault: boolean): boolean {
  if (only === undefined) return byDefault;
  return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

function fixActions(analysis: Analysis, finding: Finding, context: CodeActionContext): CodeAction[] {
  const diagnostics = [findingDiagnostic(finding, context)];
  const actions = finding.fixes.map((fix): CodeAction => ({
    ...quickFix(fix.title, diagnostics, fix.edits, context),
    ...(fix.preferred === true && { isPreferred: true }),
  }));
  for (const fix of finding.fixes) {
    const everywhere = slipFixes(analysis, finding, fix);
    if (everywhere.fixes > 1) {
      const title = `${fix.title} everywhere in this text (${everywhere.fixes} places)`;
      actions.push(quickFix(title, diagnostics, everywhere.edits, context));
    }
  }
  const kind = mergeFixes(preferredFixes(analysis.findings.filter((other) => other.rule === finding.rule)));
  if (kind.fixes > 1 && preferredFix(finding)) {
    actions.push(quickFix(
      `Fix all ${kind.fixes} of this kind in this text: ${context.ruleTitle(finding.rule)}`, diagnostics, kind.edits, context,
    ));
  }
  return actions;
}

/** The fixes of the same title for all findings of the same slip. */
function slipFixes(analysis: Analysis, finding: Finding, fix: Fix): Merged {
  if (finding.slip === undefined) return { edits: [], fixes: 0 };
  const same = analysis.findings.filter((other) => other.slip === finding.slip && other.rule === finding.rule);
  const fixes = same.map((other) => other.fixes.find(({ title }) => title === fix.title));
  return mergeFixes(fixes.filter((other) => other !== undefined));
}

function preferredFixes(findings: readonly Finding[]): readonly Fix[] {
  return findings.map(preferredFix).filter((fix) => fix !== undefined);
}

function fixAll(analysis: Analysis, context: CodeActionContext): CodeAction | undefined {
  const { edits, fixes } = mergeFixes(preferredFixes(analysis.findings));
  if (fixes === 0) return undefined;
  return { title: `Fix all by ${DIAGNOSTIC_SOURCE}`, kind: FIX_ALL_KIND, edit: workspaceEdit(edits, context) };
}

function ignoreActions(analysis: Analysis, finding: Finding, context: CodeActionContext): CodeAction[] {
  const diagnostics = [findingDiagnostic(finding, context)];
  const text = analysis.source.text.slice(finding.start, finding.end);
  const actions: CodeAction[] = [];
  const comment = ignoreCommentEdit(analysis, finding);
  if (comment) actions.push(quickFix(`Ignore here with a comment: ${finding.rule}`, diagnostics, [comment], context));
  const { uri } = context;
  const { rule } = finding;
  actions.push(
    ...callAction(`Ignore '${shorten(text)}' in this workspace: ${rule}`, COMMANDS.ignoreInWorkspace, { uri, rule, text }, context, diagnostics),
    ...callAction(`Set severity of ${rule} …`, COMMANDS.setSeverity, { uri, rule }, context, diagnostics),
  );
  return actions;
}

/** "It is right": the name becomes one of the entity's in the workspace's knowledge. */
function nameActions(analysis: Analysis, finding: Finding, context: CodeActionContext): readonly CodeAction[] {
  const entity = finding.entity === undefined ? undefined : analysis.knowledge.entity(finding.entity);
  if (!entity) return [];
  const text = analysis.source.text.slice(finding.start, finding.end);
  const title = `'${shorten(text)}' is right: also known as ${entity.name}`;
  const argument: UnknownNameArgument = { uri: context.uri, text, kind: entity.kind, entity: entity.id };
  return callAction(title, COMMANDS.alsoKnownAs, argument, context, [findingDiagnostic(finding, context)]);
}

function unknownNameActions(analysis: Analysis, span: Span, context: CodeActionContext): readonly CodeAction[] {
  const name = unknownNameAt(analysis, span);
  if (!name) return [];
  const argument: UnknownNameArgument = { uri: context.uri, ...name };
  return [
    ...callAction(`Add '${shorten(name.text)}' to the workspace's knowledge …`, COMMANDS.addToKnowledge, argument, context),
    ...callAction(`'${shorten(name.text)}' is also known as …`, COMMANDS.alsoKnownAs, argument, context),
  ];
}

type CallArgument = IgnoreInWorkspaceArgument | SetSeverityArgument | UnknownNameArgument;

/** An action that calls a command of the client; none where the client has no such command. */
function callAction(
  title: string, command: CommandId, argument: CallArgument, context: CodeActionContext, diagnostics?: Diagnostic[],
): readonly CodeAction[] {
  if (!context.commands.has(command)) return [];
  const call: Command = { title, command, arguments: [argument] };
  return [{ title, kind: CodeActionKind.QuickFix, ...(diagnostics && { diagnostics }), command: call }];
}

/** One line of at most 40 characters, never cut inside a surrogate pair. */
function shorten(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ').slice(0, 200)];
  return letters.length <= 40 ? letters.join('') : `${letters.slice(0, 39).join('')}…`;
}

function quickFix(title: string, diagnostics: Diagnostic[], edits: readonly TextEdit[], context: CodeActionContext): CodeAction {
  return { title, kind: CodeActionKind.QuickFix, diagnostics, edit: workspaceEdit(edits, context) };
}

function workspaceEdit(edits: readonly TextEdit[], context: CodeActionContext): WorkspaceEdit {
  const { uri, version, positions, documentChanges } = context;
  const textEdits = edits.map((edit) => ({ range: toRange(positions, edit), newText: edit.newText }));
  return documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } };
}
