import { HistoryMissingError } from './history-errors.js';
import type { History, ObjectHistory } from './history.js';

/**
 * One object of a history, by its name or by `namespace.Name`.
 *
 * @throws HistoryMissingError where it is not recorded, or two namespaces have one of that name
 */
export function objectHistory(history: History, name: string): ObjectHistory {
  const exact = history.objects.get(name);
  const named =
    exact === undefined ? [...history.objects.values()].filter(({ object }) => object === name) : [exact];
  const [record, other] = named;
  if (record === undefined) {
    const known = [...history.objects.keys()].join(', ');
    throw new HistoryMissingError(
      name,
      `${history.folder} has ${known === '' ? 'no object' : known}; import the module that declares it and run backlevel snapshot`,
    );
  }
  if (other === undefined) return { record, history };
  const ids = named.map(({ namespace, object }) => `${namespace}.${object}`).join(' or ');
  throw new HistoryMissingError(name, `more than one namespace has it; say ${ids}`);
}
