import type { Mention } from '../mentions/types';
import type { Discourse } from './discourse';
import type { Modality } from './types';

const HYPOTHETICAL = new Set(['if', 'whether', 'unless', 'would', 'could', 'might', 'may', 'should', 'hypothetical', 'imagine', 'suppose']);
const PLANNED = new Set(['plans', 'planned', 'intends', 'hopes', 'aims', 'wants', 'applied', 'applying', 'bid', 'candidate', 'candidates', 'aspiring', 'prospective', 'invited']);
const DENIED = new Set(['not', 'never', "n't", 'neither', 'nor', 'no', "isn't", "wasn't", "aren't", "doesn't", "didn't", "weren't", "hasn't", 'denies', 'denied', 'falsely', 'wrongly', 'supposedly', 'allegedly']);

/**
 * How the stretch around a claim puts it. Looks only at the words from `start` to `end` and the few before, since a negation elsewhere in the
 * sentence says nothing about the claim.
 */
export function modalityOf(discourse: Discourse, start: number, end: number, quoted: boolean): Modality {
  if (quoted) return 'quoted';
  const words = [...discourse.wordsBefore(start, 3), ...discourse.wordsBetween(start, end)];
  let modality: Modality = 'asserted';
  for (const word of words) {
    if (DENIED.has(word)) return 'denied';
    if (HYPOTHETICAL.has(word)) modality = 'hypothetical';
    else if (PLANNED.has(word) && modality === 'asserted') modality = 'planned';
  }
  return modality;
}

/** Whether any of the mentions is somebody else's word. */
export function anyQuoted(...mentions: readonly Mention[]): boolean {
  return mentions.some((mention) => mention.quoted);
}
