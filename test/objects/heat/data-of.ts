import type { Primitive } from '../../../lib/index.js';

/** What stands in an envelope. */
export function dataOf(primitive: Primitive): Record<string, unknown> {
  return primitive['versioned_object.data'] as Record<string, unknown>;
}
