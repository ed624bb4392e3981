import { parseEdtfDate } from '../dates/edtf';
import type { FileReport } from './problem';
import type { Schema } from './schema';
import { didYouMean } from './suggest';

/** A value as YAML gives it. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/**
 * Checks a value against a schema, the subset of JSON Schema that {@link Schema} lists, and reports each fault at its place.
 * Works without generated code, so it also runs where `new Function` is forbidden. `root` resolves `$ref`.
 * `holder[key]` is where the value stands; returns whether it is valid.
 */
export function validate(
  value: Value, schema: Schema, root: Schema, report: FileReport, holder: object, key?: string | number,
): boolean {
  const rule = resolve(schema, root);
  const fault = (message: string) => {
    report.error(holder, key, message);
    return false;
  };
  const wrongType = () => fault(`expected ${describe(rule)}, found ${show(value)}`);
  switch (rule.type) {
    case 'object':
      return isRecord(value) ? validateRecord(value, rule, root, report) : wrongType();
    case 'array':
      return isList(value) ? validateList(value, rule, root, report) : wrongType();
    case 'boolean':
      return typeof value === 'boolean' || fault(`expected true or false, found ${show(value)}`);
    default: {
      const message = textFault(value, rule);
      return message === undefined || fault(message);
    }
  }
}

function resolve(schema: Schema, root: Schema): Schema {
  return schema.$ref ? root.definitions![schema.$ref.slice('#/definitions/'.length)]! : schema;
}

function validateRecord(value: Readonly<Record<string, Value>>, rule: Schema, root: Schema, report: FileReport): boolean {
  let valid = true;
  for (const required of rule.required ?? []) {
    if (!(required in value)) {
      report.error(value, undefined, `${describe(rule)} needs "${required}"`);
      valid = false;
    }
  }
  const properties = rule.properties!;
  for (const [key, item] of Object.entries(value)) {
    if (!Object.hasOwn(properties, key)) {
      report.add(report.keyOffsetOf(value, key), `${describe(rule)} has no "${key}"${didYouMean(key, Object.keys(properties))}`);
      valid = false;
    } else if (!validate(item, properties[key]!, root, report, value, key)) {
      valid = false;
    }
  }
  return valid;
}

function validateList(value: readonly Value[], rule: Schema, root: Schema, report: FileReport): boolean {
  let valid = true;
  const { minItems, uniqueItems, items } = rule;
  if (minItems !== undefined && value.length < minItems) {
    report.error(value, undefined, `expected at least ${minItems} ${minItems === 1 ? 'item' : 'items'}`);
    valid = false;
  }
  const seen = new Set<Value>();
  value.forEach((item, index) => {
    if (!validate(item, items!, root, report, value, index)) {
      valid = false;
    } else if (uniqueItems && seen.has(item)) {
      report.error(value, index, `${show(item)} stands twice in the list`);
      valid = false;
    }
    seen.add(item);
  });
  return valid;
}

function textFault(value: Value, rule: Schema): string | undefined {
  if (typeof value !== 'string') {
    const quote = typeof value === 'number' ? `; put it in quotes: '${value}'` : '';
    return `expected ${describe(rule)}, found ${show(value)}${quote}`;
  }
  if (rule.enum && !rule.enum.includes(value)) {
    return `"${value}" is no ${rule.title ?? 'known value'}; expected ${rule.enum.join(', ')}${didYouMean(value, rule.enum)}`;
  }
  if (rule.minLength !== undefined && value.length < rule.minLength) return `expected ${describe(rule)}, found nothing`;
  if (rule.pattern && !new RegExp(rule.pattern, 'u').test(value)) {
    return `"${value}" is no ${rule.title ?? 'valid text'}${rule.description ? ` (${rule.description})` : ''}`;
  }
  if (rule.format && !(rule.format === 'edtf-end' && value === 'unknown') && !parseEdtfDate(value)) {
    return `"${value}" is no date that the calendar has`;
  }
  return undefined;
}

function describe(rule: Schema): string {
  if (rule.type === 'array') return `a list${rule.items?.title ? ` (of: ${rule.items.title})` : ''}`;
  const title = rule.title ?? rule.type ?? 'value';
  return `${/^[aeio]/i.test(title) ? 'an' : 'a'} ${title}`;
}

function show(value: Value): string {
  if (value === null) return 'nothing';
  if (typeof value === 'string') return `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map' : `${typeof value} ${value}`;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isRecord(value: Value): value is Readonly<Record<string, Value>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
