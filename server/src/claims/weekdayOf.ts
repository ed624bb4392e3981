import type { Discourse } from './discourse';
import type { WeekdayOfClaim } from './types';

/** "Wednesday, 5 February 2026": a weekday said of a date. */
export function weekdayOfClaims(discourse: Discourse): WeekdayOfClaim[] {
  const claims: WeekdayOfClaim[] = [];
  discourse.times.forEach((time, i) => {
    const written = time.written;
    if (written?.weekday === undefined || written.day === undefined || written.month === undefined) return;
    claims.push({
      type: 'weekday-of', start: time.start, end: time.end, modality: time.quoted ? 'quoted' : 'asserted',
      block: time.block, sentence: time.sentence, time: i,
    });
  });
  return claims;
}
