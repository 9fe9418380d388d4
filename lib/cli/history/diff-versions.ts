import { describeChange } from '../../compat/describe-change.js';
import type { History } from '../../compat/record/history.js';
import { objectId } from '../../compat/record/history-path.js';
import { identityOf } from '../../compat/record/record-version.js';
import { sameData } from '../../field/json.js';
import type { Model } from '../../model/model.js';
import { Version } from '../../version/version.js';
import { UsageError } from '../cli-errors.js';
import type { Answer } from '../command.js';
import { findObject } from '../config/find-object.js';
import type { Project } from '../config/load-project.js';
import { type Difference, differences } from '../output/differences.js';
import { table } from '../output/table.js';
import { compareVersions, type FieldDifference } from './compare-versions.js';
import { describeField } from './describe-field.js';
import { releasesKnown } from './releases-known.js';
import { type VersionLine, versionLines } from './version-lines.js';

/** What lies between two versions of an object, the older one first, whatever the order in which they are named. */
export function diffVersions(a: string, b: string, project: Project, history: History): Answer {
  const [left, right] = [sideOf(a, project), sideOf(b, project)];
  const { model } = left;
  if (model !== right.model)
    throw new UsageError(`${a} and ${b} are different objects`, 'compare two versions of one');
  const lines = versionLines(model, history, releasesKnown(project.registries, history));
  const [from, to] = [lineAt(lines, left), lineAt(lines, right)].toSorted((x, y) =>
    x.version.compare(y.version),
  ) as [VersionLine, VersionLine];
  const crossed = lines.filter(
    ({ version }) => from.version.olderThan(version) && to.version.atLeast(version),
  );
  const fields = compareVersions(from, to, crossed);
  const id = objectId(identityOf(model));
  const head = `${id} ${from.version} → ${to.version}`;
  const parts = [
    fields.length === 0
      ? 'no field differs'
      : table(['field', from.version.text, to.version.text], fields.map(rowOf)),
    ...(crossed.length === 0
      ? []
      : [
          table(
            ['version', 'changes'],
            crossed.map(({ version, changes }) => [version.text, changes.map(describeChange).join('\n')]),
          ),
        ]),
  ];
  return {
    ok: true,
    text: `${head}\n\n${parts.join('\n\n')}`,
    json: {
      object: id,
      from: from.version.text,
      to: to.version.text,
      fields: fields.map(({ before = null, after = null, from: was = null, to: is = null }) => ({
        before,
        after,
        from: was,
        to: is,
      })),
      versions: crossed.map(({ version, changes }) => ({
        version: version.text,
        changes: changes.map((change) => ({ ...change, text: describeChange(change) })),
      })),
    },
  };
}

interface Side {
  readonly model: Model;
  readonly version: Version;
}

function sideOf(text: string, project: Project): Side {
  const at = text.lastIndexOf('@');
  const version = Version.parse(text.slice(at + 1));
  return { model: findObject(project, text.slice(0, at), version.major), version };
}

function lineAt(lines: readonly VersionLine[], { model, version }: Side): VersionLine {
  const found = lines.find((line) => line.version.equals(version));
  if (found !== undefined) return found;
  throw new UsageError(
    `${model.name} has no version ${version}`,
    `known are ${lines.map((line) => line.version.text).join(', ')}`,
  );
}

function rowOf({ before, after, from, to }: FieldDifference): string[] {
  const name =
    before === after || after === undefined
      ? (before ?? '')
      : before === undefined
        ? after
        : `${before} → ${after}`;
  if (from === undefined || to === undefined)
    return [name, from === undefined ? '–' : describeField(from), to === undefined ? '–' : describeField(to)];
  const found = differences(from, to);
  if (found.length === 0) return [name, 'the same, by another name', ''];
  const cells = found.map(cellsOf);
  return [name, cells.map(([was]) => was).join('\n'), cells.map(([, is]) => is).join('\n')];
}

/** What one member of a field is on either side; of lists, only what the other side does not have. */
function cellsOf({ path, from, to }: Difference): readonly [string, string] {
  const label = path.filter((part, index) => index > 0 || part !== 'type').join('.');
  const shown = (value: unknown): string =>
    value === undefined ? `no ${label}` : value === true ? label : `${label} ${JSON.stringify(value)}`;
  if (!Array.isArray(from) || !Array.isArray(to)) return [shown(from), shown(to)];
  const only = (list: readonly unknown[], other: readonly unknown[]): string => {
    const own = list.filter((item) => !other.some((each) => sameData(item, each)));
    return own.length === 0
      ? ''
      : `${label} ${own.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))).join(', ')}`;
  };
  return [only(from, to), only(to, from)];
}
