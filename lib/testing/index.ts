export { compareWithRow, type Row, type RowDifference, type RowOptions } from './compare-with-row.js';
export { saveRegistry } from './save-registry.js';
export { decode, decodeAny, fromPrimitive } from './strict-verbs.js';
