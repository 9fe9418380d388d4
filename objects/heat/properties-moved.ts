import type { Hook } from '../../lib/index.js';
import { PropertiesData } from './properties-data.js';

/**
 * The change of 2016: `properties` became `properties_data`, an object of its own. A hook is a plain value, so one hook tells
 * it for `Resource` and for `Event`, each of which names it at its own version.
 *
 * A hook sees wire names and JSON values, a child as `{ name, version, data }`, and any field can be unset or null. Here null
 * and unset stay what they are, in both directions. The date is lost on the way down and says so; encrypted properties are refused.
 */
export const propertiesMoved: Hook = {
  down: (data, context) => {
    const moved = data.properties_data;
    if (moved?.data.encrypted) {
      context.refuse(
        'properties_data',
        'an older reader would take its cipher text for the properties themselves',
      );
    }
    data.properties = moved && (moved.data.data ?? {});
  },
  up: (data, context) => {
    const { properties } = data;
    data.properties_data =
      properties && context.child(PropertiesData, { data: properties, encrypted: false, created_at: null });
  },
  loses: ['properties_data.created_at'],
};
