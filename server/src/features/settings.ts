import { parseEdtf } from '../dates/edtf';
import { CONFIGURATION_SECTION, DEFAULT_SETTINGS, HOUSE_STYLES, SEVERITY_NAMES, type Settings, type SeverityName } from '../protocol';

export interface ReadSettings {
  readonly settings: Settings;
  /** One line per value that was malformed and replaced by its default: which setting, what is wrong. */
  readonly problems: readonly string[];
}

/**
 * Reads what the editor gives for the section; never throws. Missing values (undefined, null) are defaults without a word,
 * malformed ones are defaults with a problem. In objects only the malformed entries are dropped.
 * @param ruleIds rules that there are; a severity for another one is a problem as well
 */
export function readSettings(value: unknown, ruleIds?: ReadonlySet<string>): ReadSettings {
  const problems: string[] = [];
  if (value === undefined || value === null) return { settings: DEFAULT_SETTINGS, problems };
  if (!isRecord(value)) {
    return { settings: DEFAULT_SETTINGS, problems: [`${CONFIGURATION_SECTION}: expected an object, not ${kindOf(value)}`] };
  }
  const fault = (key: string, expected: string, found: unknown): void => {
    problems.push(`${CONFIGURATION_SECTION}.${key}: expected ${expected}, not ${kindOf(found)}`);
  };
  const entries = <T>(key: string, expected: string, accept: (entry: unknown) => entry is T): Readonly<Record<string, T>> => {
    const found = value[key];
    if (found === undefined || found === null) return {};
    if (!isRecord(found)) {
      fault(key, 'an object', found);
      return {};
    }
    const result: Record<string, T> = {};
    for (const [name, entry] of Object.entries(found)) {
      if (accept(entry)) result[name] = entry;
      else fault(`${key}.${name}`, expected, entry);
    }
    return result;
  };
  const flag = (key: 'assumeToday' | 'checkQuotations'): boolean => {
    const found = value[key];
    if (found === undefined || found === null) return DEFAULT_SETTINGS[key];
    if (typeof found === 'boolean') return found;
    fault(key, 'true or false', found);
    return DEFAULT_SETTINGS[key];
  };
  const settings: Settings = {
    severity: entries('severity', 'off, error, warning, information or hint', isSeverity),
    houseNames: entries('houseNames', 'a name', isName),
    houseStyle: houseStyle(value['houseStyle'], fault),
    documentDate: documentDate(value['documentDate'], fault),
    assumeToday: flag('assumeToday'),
    checkQuotations: flag('checkQuotations'),
    dateOrder: dateOrder(value['dateOrder'], fault),
  };
  for (const rule of Object.keys(settings.severity)) {
    if (ruleIds && !ruleIds.has(rule)) problems.push(`${CONFIGURATION_SECTION}.severity: no rule is called '${rule}'`);
  }
  return { settings, problems };
}

type Fault = (key: string, expected: string, found: unknown) => void;

function documentDate(found: unknown, fault: Fault): string {
  if (found === undefined || found === null || found === '') return '';
  if (isDate(found)) return found.trim();
  fault('documentDate', 'a date such as 2026-02-03', found);
  return '';
}

function houseStyle(found: unknown, fault: Fault): Settings['houseStyle'] {
  if (found === undefined || found === null || found === '') return '';
  if (HOUSE_STYLES.includes(found as Exclude<Settings['houseStyle'], ''>)) return found as Settings['houseStyle'];
  fault('houseStyle', HOUSE_STYLES.join(', ').replace(/, ([a-z]+)$/, ' or $1'), found);
  return '';
}

function dateOrder(found: unknown, fault: Fault): Settings['dateOrder'] {
  if (found === 'day-month-year' || found === 'month-day-year') return found;
  if (found !== undefined && found !== null) fault('dateOrder', 'day-month-year or month-day-year', found);
  return DEFAULT_SETTINGS.dateOrder;
}

/** Whether a value is a date for a document: EDTF with a known start and no open end. */
export function isDate(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const from = parseEdtf(value.trim())?.from;
  return from !== undefined && Number.isFinite(from.range.first);
}

function isSeverity(value: unknown): value is SeverityName | 'off' {
  return value === 'off' || SEVERITY_NAMES.includes(value as SeverityName);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (typeof value === 'string') return `'${value.length > 40 ? `${value.slice(0, 40)}…` : value}'`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value === null ? 'null' : Array.isArray(value) ? 'a list' : `an ${typeof value}`;
}
