export { compareWithRow, type Row, type RowDifference, type RowOptions } from './compare-with-row.js';
export { saveRegistry } from './save-registry.js';
export { decode, decodeAny, fromPrimitive } from './strict-verbs.js';
export { assertFingerprints, fingerprintTest } from './fingerprint-test.js';
export { IncompatibleChangeError } from './incompatible-change-error.js';
export type { TestFunction } from './runner.js';
export { assertWindow, type WindowOptions, windowTest } from './window-test.js';
