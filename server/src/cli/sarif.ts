import type { Analysis } from '../analysis/types';
import { findingText } from '../features/wording';
import { rulePage, type Rule } from '../rules/index';
import type { Finding, Severity } from '../rules/types';
import { LineIndex } from '../text/lineIndex';
import type { Span } from '../text/span';
import { orderedFixes, reported } from './report';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error', warning: 'warning', information: 'note', hint: 'note',
};
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const HOME = 'https://github.com/foreign-desk/foreign-desk';

export interface SarifFile {
  readonly path: string;
  readonly analysis: Analysis;
}

export interface SarifContext {
  readonly rules: readonly Rule[];
  readonly version: string;
  readonly severity: Severity;
  /** What could not be read; one line each. */
  readonly errors: readonly string[];
}

/**
 * A SARIF 2.1.0 log with one run. Lines and columns count from 1 in UTF-16 code units; a file's address is its path relative
 * to where the program ran, or a file URI.
 */
export function sarifLog(files: readonly SarifFile[], context: SarifContext): Readonly<Record<string, unknown>> {
  const ruleIndex = new Map(context.rules.map(({ id }, index) => [id, index]));
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Foreign Desk',
            semanticVersion: context.version,
            informationUri: HOME,
            rules: context.rules.map(describeRule),
          },
        },
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        invocations: [
          {
            executionSuccessful: context.errors.length === 0,
            ...(context.errors.length > 0 && {
              toolExecutionNotifications: context.errors.map((text) => ({ level: 'error', message: { text } })),
            }),
          },
        ],
        artifacts: files.map(({ path, analysis }) => ({
          location: { uri: fileUri(path) },
          sourceLanguage: analysis.source.format,
        })),
        results: files.flatMap((file, index) => {
          const lines = new LineIndex(file.analysis.source.text);
          return reported(file.analysis, context.severity).map((finding) => result(finding, { file, index, lines, ruleIndex }));
        }),
      },
    ],
  };
}

function describeRule({ id, title, description, defaultSeverity }: Rule): Readonly<Record<string, unknown>> {
  return {
    id,
    name: id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: description },
    helpUri: rulePage(id),
    defaultConfiguration: { level: LEVELS[defaultSeverity] },
  };
}

interface ResultContext {
  readonly file: SarifFile;
  readonly index: number;
  readonly lines: LineIndex;
  readonly ruleIndex: ReadonlyMap<string, number>;
}

function result(finding: Finding, context: ResultContext): Readonly<Record<string, unknown>> {
  const { file, lines, ruleIndex } = context;
  const { text } = file.analysis.source;
  const artifactLocation = { uri: fileUri(file.path), index: context.index };
  const location = (span: Span) => ({
    physicalLocation: {
      artifactLocation,
      region: { ...region(lines, span), snippet: { text: text.slice(span.start, span.end) } },
    },
  });
  const index = ruleIndex.get(finding.rule);
  return {
    ruleId: finding.rule,
    ...(index !== undefined && { ruleIndex: index }),
    level: LEVELS[finding.severity],
    message: { text: findingText(finding) },
    locations: [location(finding)],
    ...(finding.related.length > 0 && {
      relatedLocations: finding.related.map(({ span, message }, id) => ({ id, ...location(span), message: { text: message } })),
    }),
    ...(finding.fixes.length > 0 && {
      fixes: orderedFixes(finding).map(({ title, edits }) => ({
        description: { text: title },
        artifactChanges: [
          {
            artifactLocation,
            replacements: edits.map((edit) => ({ deletedRegion: region(lines, edit), insertedContent: { text: edit.newText } })),
          },
        ],
      })),
    }),
  };
}

function region(lines: LineIndex, { start, end }: Span) {
  const from = lines.position(start);
  const to = lines.position(end);
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

/** A relative reference for a relative path, a file URI for an absolute one; `-` is standard input. */
export function fileUri(path: string): string {
  if (path === '-') return 'stdin';
  const drive = /^[A-Za-z]:[\\/]/.test(path);
  const slashed = drive || path.includes('\\') ? path.replaceAll('\\', '/') : path;
  const encoded = slashed.split('/').map(encodeURIComponent).join('/');
  if (drive) return `file:///${encoded.replace('%3A', ':')}`;
  if (slashed.startsWith('/')) return `file://${encoded}`;
  return encoded.replace(/^(?:\.\/)+/, '');
}
