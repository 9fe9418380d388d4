import { isRecord } from '../../field/json.js';
import { Version } from '../../version/version.js';
import { rules } from './rules.js';
import type { Waiver } from './waiver.js';
import { WaiverError } from './waiver-error.js';

const KEYS = ['rule', 'object', 'path', 'versions', 'reason', 'until'];

/** Refuses waivers that could never match, or that do not say why and until when. @throws WaiverError */
export function checkWaivers(waivers: readonly unknown[]): asserts waivers is readonly Waiver[] {
  for (const [index, waiver] of waivers.entries()) checkWaiver(waiver, index);
}

function checkWaiver(waiver: unknown, index: number): void {
  const refuse = (reason: string, cure: string): never => {
    throw new WaiverError(index, reason, cure);
  };
  if (!isRecord(waiver)) return refuse('it is no object', `write { ${KEYS.join(', ')} }`);
  const stranger = Object.keys(waiver).find((key) => !KEYS.includes(key));
  if (stranger !== undefined)
    return refuse(`it says ${JSON.stringify(stranger)}`, `it takes ${KEYS.join(', ')}`);
  const { rule, object, path, versions, reason, until } = waiver;
  if (!rules.some(({ id }) => id === rule))
    return refuse(`no rule is called ${JSON.stringify(rule)}`, 'take the id from the finding');
  if (typeof rule === 'string' && rule.startsWith('WAIVER_'))
    return refuse(`${rule} cannot be waived`, 'mend or remove the waiver that it is about');
  if (typeof object !== 'string' || object === '')
    return refuse('it names no object', 'take the object from the finding');
  if (typeof path !== 'string')
    return refuse('it names no path', "take the path from the finding; '' for the object as a whole");
  const named = Array.isArray(versions) && versions.length > 0;
  if (!named || !versions.every((version) => Version.tryParse(version) !== undefined))
    return refuse('versions is no list of versions', "take them from the finding, as in ['1.3', '1.4']");
  if (typeof reason !== 'string' || reason.trim() === '')
    return refuse('it gives no reason', 'say why this is accepted');
  if (!isDay(until)) return refuse(`until ${JSON.stringify(until)} is no day`, "write it as '2026-12-31'");
}

function isDay(text: unknown): boolean {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
