const SPECIAL = /[\\`*_[\]<>&~|#]/g;
const LINE_BREAKS = /\s*[\r\n\u2028\u2029]+\s*/g;
/** What begins a list, a rule or a numbered list when it stands first on a line. */
const LINE_START = /^(\s*)([+-]|\d{1,9}[.)])(?=\s|$)/;

/**
 * Text as Markdown that shows just this text: specials are escaped, line breaks become spaces, so that neither a name in the
 * document nor one in the knowledge can make a link, a heading or HTML.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(LINE_BREAKS, ' ')
    .replace(SPECIAL, '\\$&')
    .replace(LINE_START, (_, space: string, marker: string) =>
      marker.length === 1 ? `${space}\\${marker}` : `${space}${marker.slice(0, -1)}\\${marker.slice(-1)}`);
}

/** A link whose target cannot break out of its brackets. */
export function markdownLink(label: string, url: string): string {
  const target = url.replace(/[\s<>()\\]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
  return `[${escapeMarkdown(label)}](${target})`;
}
