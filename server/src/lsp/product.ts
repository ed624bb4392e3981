import { analyze } from '../analysis/analyze';
import { formatDay } from '../dates/edtf';
import { toDay } from '../dates/calendar';
import type { CompiledKnowledge } from '../knowledge/artefact';
import { loadKnowledge } from '../knowledge/load';
import type { RuleInfo } from '../protocol';
import { rulePage, RULES } from '../rules/index';
import type { Environment } from './environment';

/** The rules as the protocol tells of them. */
export const RULE_INFOS: readonly RuleInfo[] =
  RULES.map(({ id, title, defaultSeverity }) => ({ id, title, defaultSeverity, docUrl: rulePage(id) }));

/** The query service gives up after a minute itself. */
const NETWORK_TIMEOUT_MS = 90_000;

/**
 * The environment in which the product runs, the same on every host.
 * @param readKnowledge gives the compiled knowledge as JSON text
 */
export function productEnvironment(readKnowledge: () => string | Promise<string>): Environment {
  return {
    knowledge: async () => loadKnowledge(JSON.parse(await readKnowledge()) as CompiledKnowledge),
    analyze: (source, knowledge, options) => analyze(source, knowledge, options),
    rules: RULE_INFOS,
    today: () => {
      const now = new Date();
      return formatDay(toDay(now.getFullYear(), now.getMonth() + 1, now.getDate()));
    },
    now: () => performance.now(),
    fetch: (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(NETWORK_TIMEOUT_MS) }),
  };
}
