import { canonicalJson } from '../../codec/canonical-json.js';
import type { Manifest } from '../../history/releases.js';
import { Version } from '../../version/version.js';
import { type ObjectRecord, RECORD_FORMAT, type VersionRecord } from './object-record.js';

/** The text of an object's file: keys in order, a field or a sample a line, so that merges stay small. */
export function formatRecord(record: ObjectRecord): string {
  const { versions, ...head } = record;
  const entries = Object.entries(versions).toSorted(([a], [b]) => Version.parse(a).compare(Version.parse(b)));
  const lines = Object.entries(head)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`);
  const body = entries.map(([version, entry]) => `    ${JSON.stringify(version)}: ${formatVersion(entry)}`);
  return `{\n${lines.join('')}  "versions": ${block(body, '  ', '{}')}\n}\n`;
}

/** The text of `releases.json`: the releases in the order in which they were made, an object a line. */
export function formatReleases(releases: Readonly<Record<string, Manifest>>): string {
  const body = Object.entries(releases).map(
    ([name, manifest]) => `    ${JSON.stringify(name)}: ${members(manifest, '    ')}`,
  );
  return `{\n  "format": ${RECORD_FORMAT},\n  "releases": ${block(body, '  ', '{}')}\n}\n`;
}

const PARTS = ['shape', 'behaviour', 'children', 'fields', 'changes', 'samples', 'down', 'up'] as const;

function formatVersion(entry: VersionRecord): string {
  const lines = PARTS.filter((part) => entry[part] !== undefined).map(
    (part) => `      ${JSON.stringify(part)}: ${formatPart(part, entry[part])}`,
  );
  return block(lines, '    ', '{}');
}

function formatPart(part: (typeof PARTS)[number], value: unknown): string {
  if (part === 'fields') return members(value as object, '      ');
  if (!Array.isArray(value)) return canonicalJson(value);
  const lines = value.map((item) => `        ${canonicalJson(item)}`);
  return block(lines, '      ', '[]');
}

function members(record: object, indent: string): string {
  const lines = Object.entries(record)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${indent}  ${JSON.stringify(key)}: ${canonicalJson(value)}`);
  return block(lines, indent, '{}');
}

function block(lines: readonly string[], indent: string, brackets: '{}' | '[]'): string {
  return lines.length === 0 ? brackets : `${brackets[0]}\n${lines.join(',\n')}\n${indent}${brackets[1]}`;
}
