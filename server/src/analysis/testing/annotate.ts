import type { Analysis } from '../types';

interface Note {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/**
 * The text with what was found underlined below each line: mentions with kind and entity, times with value, findings with rule, severity, message
 * and fixes. Made for golden files: readable, one line for each fact, in the order of the text.
 */
export function annotate(analysis: Analysis): string {
  const { text } = analysis.source;
  const notes = [...mentionNotes(analysis), ...timeNotes(analysis), ...findingNotes(analysis)].sort((a, b) => a.start - b.start || a.end - b.end);
  const lines: string[] = [`date: ${analysis.date.edtf ?? 'none'} (${analysis.date.source})`, ''];
  let offset = 0;
  for (const line of text.split('\n')) {
    lines.push(line);
    for (const note of notes) {
      if (note.start < offset || note.start > offset + line.length || (note.start === offset + line.length && line.length > 0)) continue;
      const width = Math.max(1, Math.min(note.end, offset + line.length) - note.start);
      lines.push(`${' '.repeat(note.start - offset)}${'^'.repeat(width)} ${note.label}`);
    }
    offset += line.length + 1;
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function* mentionNotes({ mentions }: Analysis): Iterable<Note> {
  for (const mention of mentions) {
    const target = mention.entity ?? `? ${mention.candidates.map((candidate) => candidate.entity).join(' | ')}`;
    const stands = mention.stands ? ` for ${mention.stands}` : '';
    const role = mention.kind === 'office' && !mention.entity ? ` ${mention.office?.roles.join('/') ?? ''}` : '';
    yield { start: mention.start, end: mention.end, label: `${mention.kind}${role} ${target}${stands}${mention.quoted ? ' (quoted)' : ''}`.replace(/ \? ?$/, '') };
  }
}

function* timeNotes({ times }: Analysis): Iterable<Note> {
  for (const time of times) yield { start: time.start, end: time.end, label: `${time.type} ${time.value}${time.unresolved ? ` (${time.unresolved})` : ''}` };
}

function* findingNotes({ findings }: Analysis): Iterable<Note> {
  for (const finding of findings) {
    const fixes = finding.fixes.map((fix) => fix.title).join(' | ');
    yield { start: finding.start, end: finding.end, label: `${finding.severity.toUpperCase()} ${finding.rule}: ${finding.message}${fixes ? ` => ${fixes}` : ''}` };
  }
}
